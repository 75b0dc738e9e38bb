import type { Clock } from '#domain/clock.js';
import type { ImportProgress } from '#domain/import-progress.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import type { ImportStore } from '#domain/ports/import-store.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import type { Item } from '#feeds/read/item.js';
import { saveItems } from './save-items.js';

/** The feed that imported articles were seen in: after every feed of the register, so that a live one has its say. */
const IMPORT_FEED = '~import';

/** The source of what no outlet of the register owns. */
const UNKNOWN = 'unknown';

/** Records between two notes of how far the import has come. */
const BATCH = 500;

export type Rejected = { record: number; reason: string; raw: string };

export type ImportDeps = {
  articles: ArticleStore;
  imports: ImportStore;
  register: SourceRegister;
  clock: Clock;
};

export type ImportWatcher = {
  /** Called before the progress is stored, so that a line may come twice after a crash but never not at all. */
  rejected(entries: Rejected[]): Promise<void>;
  progressed(progress: ImportProgress): void;
};

/**
 * Saves the items of history as articles and notes after each batch how far it came: articles first, so that an import
 * that is stopped anywhere goes on without a loss, and saves again at most one batch, which changes nothing.
 * Articles are analysed and counted like any others, by the steps.
 */
export async function importHistory(
  entries: AsyncIterable<ImportEntry>,
  start: ImportProgress,
  deps: ImportDeps,
  watcher: ImportWatcher,
): Promise<ImportProgress> {
  let progress = start;
  let batch: ImportEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < BATCH) continue;
    progress = await saveBatch(batch, progress, deps, watcher);
    batch = [];
  }
  if (batch.length > 0) progress = await saveBatch(batch, progress, deps, watcher);
  const done = { ...progress, done: true, updatedAt: deps.clock.now() };
  await deps.imports.save(done);
  watcher.progressed(done);
  return done;
}

async function saveBatch(
  batch: ImportEntry[],
  before: ImportProgress,
  deps: ImportDeps,
  watcher: ImportWatcher,
): Promise<ImportProgress> {
  const good = batch.flatMap((entry) => (entry.ok ? [entry] : []));
  const bad = batch.flatMap((entry) => (entry.ok ? [] : [entry]));
  let inserted = 0;
  for (const [sourceId, items] of bySource(good, deps.register)) {
    const feed = { id: IMPORT_FEED, sourceId, url: '', language: null };
    const saved = await saveItems(feed, { items, feed: { language: null } }, deps.clock.now(), deps);
    inserted += saved.inserted.length;
  }
  if (bad.length > 0) await watcher.rejected(bad.map(({ record, reason, raw }) => ({ record, reason, raw })));
  const progress: ImportProgress = {
    ...before,
    records: before.records + batch.length,
    position: batch.at(-1)!.position,
    inserted: before.inserted + inserted,
    known: before.known + good.length - inserted,
    rejected: before.rejected + bad.length,
    updatedAt: deps.clock.now(),
  };
  await deps.imports.save(progress);
  watcher.progressed(progress);
  return progress;
}

/** By the outlet that the record names, if the register knows it: the owner of the address' host goes first anyway. */
function bySource(
  entries: { item: Item; source: string | null }[],
  register: SourceRegister,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const { item, source } of entries) {
    const sourceId = (source === null ? null : register.find(source)) ?? UNKNOWN;
    const group = groups.get(sourceId);
    if (group) group.push(item);
    else groups.set(sourceId, [item]);
  }
  return groups;
}
