import type { Progress } from '../progress.js';
import type { AlertStore, DeliveryStore } from './alert-store.js';
import type { ArticleStore } from './article-store.js';
import type { CoverageStore } from './coverage-store.js';
import type { FeedStore } from './feed-store.js';
import type { ImportStore } from './import-store.js';
import type { SourceStore } from './source-store.js';
import type { VersionStore } from './version-store.js';
import type { WindowStore } from './window-store.js';

/** Everything that one adapter opens. */
export abstract class Stores {
  abstract readonly feeds: FeedStore;
  abstract readonly articles: ArticleStore;
  abstract readonly windows: WindowStore;
  abstract readonly alerts: AlertStore;
  abstract readonly deliveries: DeliveryStore;
  abstract readonly versions: VersionStore;
  abstract readonly coverage: CoverageStore;
  abstract readonly sources: SourceStore;
  abstract readonly imports: ImportStore;

  /** Resolves while the store answers; rejects otherwise. */
  abstract ping(): Promise<void>;

  abstract progress(version: number, now: Date): Promise<Progress>;

  abstract close(): Promise<void>;
}
