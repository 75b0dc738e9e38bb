import type { Article } from '#domain/article.js';
import type { Clock } from '#domain/clock.js';
import type { ImportProgress } from '#domain/import-progress.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import type { ImportStore } from '#domain/ports/import-store.js';
import type { SourceRegister } from '#domain/source-register.js';
import { itemKey } from '#feeds/identity/url-key.js';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import { summaryOf, type Item } from '#feeds/read/item.js';
import { groupBySource } from './group-by-source.js';
import { saveItems } from './save-items.js';

/** The feed that imported articles were seen in: after every feed of the register, so that a live one has its say. */
export const IMPORT_FEED = '~import';

/** Records between two notes of how far the import has come. */
const BATCH = 500;

export type Rejected = { record: number; reason: string; raw: string };

export type ImportDeps = {
  articles: ArticleStore;
  imports: Pick<ImportStore, 'save'>;
  register: SourceRegister;
  clock: Clock;
};

export type ImportWatcher = {
  /** Called before the progress is stored, so that a line may come twice after a crash but never not at all. */
  rejected(entries: Rejected[]): Promise<void>;
  progressed(progress: ImportProgress): void;
  /** True once the import is to stop after what it has in hand. */
  stopping(): boolean;
};

/**
 * Saves the items of history as articles and notes after each batch how far it came: articles first, so that an import
 * that is stopped anywhere goes on without a loss, and saves again at most one batch, which changes nothing. Articles are
 * analysed and counted like any others, by the steps. Resolves with `done` at the end, without where it was to stop.
 * Rejects with what ends `entries`, after what came before is saved.
 */
export async function importHistory(
  entries: AsyncIterable<ImportEntry>,
  start: ImportProgress,
  deps: ImportDeps,
  watcher: ImportWatcher,
): Promise<ImportProgress> {
  let progress = start;
  for await (const batch of batchesOf(entries)) {
    progress = await saveBatch(batch, progress, start, deps, watcher);
    if (watcher.stopping()) return progress;
  }
  const done = { ...progress, done: true, updatedAt: deps.clock.now() };
  await deps.imports.save(done);
  watcher.progressed(done);
  return done;
}

/** Ends batches only where reading can go on after them. */
async function* batchesOf(entries: AsyncIterable<ImportEntry>): AsyncGenerator<ImportEntry[]> {
  let batch: ImportEntry[] = [];
  try {
    for await (const entry of entries) {
      batch.push(entry);
      if (batch.length < BATCH || entry.position === null) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    const whole = batch.slice(0, batch.findLastIndex(({ position }) => position !== null) + 1);
    if (whole.length > 0) yield whole;
    throw error;
  }
  if (batch.length > 0) yield batch;
}

async function saveBatch(
  batch: ImportEntry[],
  before: ImportProgress,
  start: ImportProgress,
  deps: ImportDeps,
  watcher: ImportWatcher,
): Promise<ImportProgress> {
  const good = batch.flatMap((entry) => (entry.ok ? [entry] : []));
  const bad = batch.flatMap((entry) => (entry.ok ? [] : [entry]));
  const stored = await storedArticles(good, deps.articles);
  let inserted = before === start ? savedBefore(stored, start.updatedAt) : 0;
  const news = stored.size === 0 ? good : good.filter(({ item }) => !wasWorded(item, stored));
  for (const [sourceId, items] of groupBySource(news, deps.register)) {
    const feed = { id: IMPORT_FEED, sourceId, url: '', language: null };
    const saved = await saveItems(feed, { items, feed: { language: null } }, deps.clock.now(), deps);
    inserted += saved.inserted.length;
  }
  if (bad.length > 0) await watcher.rejected(bad.map(({ record, reason, raw }) => ({ record, reason, raw })));
  const progress: ImportProgress = {
    ...before,
    records: before.records + batch.length,
    position: batch.at(-1)!.position ?? before.position,
    inserted: before.inserted + inserted,
    known: before.known + good.length - inserted,
    rejected: before.rejected + bad.length,
    updatedAt: deps.clock.now(),
  };
  await deps.imports.save(progress);
  watcher.progressed(progress);
  return progress;
}

/** The articles that are there already, by their keys. */
async function storedArticles(
  entries: { item: Item }[],
  articles: ArticleStore,
): Promise<ReadonlyMap<string, Article>> {
  const keys = new Set(entries.map(({ item }) => itemKey(item, IMPORT_FEED)));
  const found = await articles.byKeys([...keys]);
  return new Map(found.map((article) => [article.urlKey, article]));
}

/** How many articles of a first batch this import saved before it died, without having noted that it did. */
function savedBefore(stored: ReadonlyMap<string, Article>, since: Date): number {
  const isOurs = ({ firstSeenAt, seenIn }: Article): boolean =>
    firstSeenAt >= since && seenIn.every(({ feedId }) => feedId === IMPORT_FEED);
  return [...stored.values()].filter(isOurs).length;
}

/** Whether an item has earlier words of its article: an archive that is imported again must not take them for an edit. */
function wasWorded(item: Item, stored: ReadonlyMap<string, Article>): boolean {
  const history = stored.get(itemKey(item, IMPORT_FEED))?.history ?? [];
  const summary = summaryOf(item);
  return history.some((earlier) => earlier.title === item.title && earlier.summary === summary);
}
