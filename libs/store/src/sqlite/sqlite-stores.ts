import { existsSync } from 'node:fs';
import { Stores } from '#domain/ports/stores.js';
import type { Progress } from '#domain/progress.js';
import type { Connection } from './connection.js';
import { SqliteAlertStore } from './alerts/sqlite-alert-store.js';
import { SqliteArticleStore } from './articles/sqlite-article-store.js';
import { SqliteCoverageStore } from './sqlite-coverage-store.js';
import { SqliteDeliveryStore } from './alerts/sqlite-delivery-store.js';
import { SqliteFeedStore } from './feeds/sqlite-feed-store.js';
import { SqliteImportStore } from './sqlite-import-store.js';
import { SqliteSourceStore } from './sqlite-source-store.js';
import { SqliteVersionStore } from './sqlite-version-store.js';
import { SqliteWindowStore } from './windows/sqlite-window-store.js';

const PROGRESS = `
SELECT
  (SELECT value FROM counter WHERE name = 'articles') AS articles,
  (SELECT count(*) FROM article WHERE done_version < :version) AS unsettled,
  (SELECT count(*) FROM article
    WHERE quarantined_version >= :version AND settled_version < :version) AS quarantined,
  (SELECT count(*) FROM window
    WHERE marked > evaluated AND (marked > rolled OR end_at <= :now)) AS windowsOutstanding,
  (SELECT count(*) FROM delivery WHERE status = 'due' AND next_attempt_at <= :now) AS deliveriesDue`;

export class SqliteStores extends Stores {
  readonly feeds;
  readonly articles;
  readonly windows;
  readonly alerts;
  readonly deliveries;
  readonly versions;
  readonly coverage;
  readonly sources;
  readonly imports;

  constructor(
    private readonly connection: Connection,
    private readonly file: string,
  ) {
    super();
    this.feeds = new SqliteFeedStore(connection);
    this.articles = new SqliteArticleStore(connection);
    this.windows = new SqliteWindowStore(connection);
    this.alerts = new SqliteAlertStore(connection);
    this.deliveries = new SqliteDeliveryStore(connection);
    this.versions = new SqliteVersionStore(connection);
    this.coverage = new SqliteCoverageStore(connection);
    this.sources = new SqliteSourceStore(connection);
    this.imports = new SqliteImportStore(connection);
  }

  /** A file that was deleted or moved can still be written to, and all of it would be lost at the end. */
  override async ping(): Promise<void> {
    if (!existsSync(this.file)) throw new Error(`the data file ${this.file} is no longer there`);
    this.connection.get("SELECT value FROM counter WHERE name = 'articles'");
  }

  override async progress(version: number, now: Date): Promise<Progress> {
    const row = this.connection.get<Progress>(PROGRESS, { version, now: now.getTime() });
    return { articles: 0, unsettled: 0, quarantined: 0, windowsOutstanding: 0, deliveriesDue: 0, ...row };
  }

  override async close(): Promise<void> {
    this.connection.close();
  }
}
