import type { Article } from '#domain/article.js';
import { Clock } from '#domain/clock.js';
import type { ImportProgress } from '#domain/import-progress.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import type { Item } from '#feeds/read/item.js';
import { importHistory, type Rejected } from '#pipeline/import-history.js';
import { allArticles } from '../e2e/support/dump-rows.js';

export const NOW = new Date('2026-03-01T12:00:00Z');

export const register = new SourceRegister([
  sourceSchema.parse({
    ...{ id: 'dawn', name: 'Dawn', country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
    ...{ hosts: ['dawn.test'], feeds: [{ id: 'dawn-home', url: 'https://dawn.test/feed' }] },
  }),
]);

/** A clock that goes on by a millisecond whenever it is looked at. */
export class TickingClock extends Clock {
  constructor(private at = NOW.getTime()) {
    super();
  }

  now(): Date {
    return new Date(this.at++);
  }
}

export const anItem = (n: number, over: Partial<Item> = {}): Item => ({
  ...{
    url: `https://x.test/${n}`,
    originalUrl: null,
    guid: null,
    title: `Title ${n}`,
    summary: '',
    content: '',
    html: null,
  },
  ...{ author: null, publishedAt: new Date(NOW.getTime() - n * 60_000), updatedAt: null, language: 'en' },
  ...over,
});

export const good = (
  record: number,
  over: Partial<Item> = {},
  source: string | null = null,
): ImportEntry => ({
  ...{ record, position: record, ok: true, source },
  item: anItem(record, over),
});

const bad = (record: number): ImportEntry => ({
  ...{ record, position: record, ok: false, reason: 'no title', raw: `record ${record}` },
});

/** Records with an article that came before in other words: one of the same batch, two of an earlier one. */
export const REWORDED = new Map([
  [300, 250],
  [510, 190],
  [529, 390],
]);

/** A batch and a part of one. Every 40th is no article. */
export const ARCHIVE = Array.from({ length: 530 }, (_, i) => {
  const record = i + 1;
  if (record % 40 === 0) return bad(record);
  const earlier = REWORDED.get(record);
  return earlier ? good(record, { ...anItem(earlier), title: `Reworded ${record}` }) : good(record);
});

/** The numbers of those that are no articles. */
export const REJECTED = ARCHIVE.flatMap(({ ok, record }) => (ok ? [] : [record]));

export type ArchiveRun = {
  entries?: ImportEntry[] | AsyncIterable<ImportEntry>;
  clock?: Clock;
  /** Told of the records that are rejected. */
  onRejected?: (lines: Rejected[]) => void;
  /** Called after each batch; stops the import where it returns true. */
  onBatch?: () => boolean;
};

/** Runs the import of an archive as its command does: from the progress that is stored, if there is one. */
export async function importArchive(
  stores: Stores,
  { entries = ARCHIVE, clock = new TickingClock(), onRejected = () => undefined, onBatch }: ArchiveRun = {},
): Promise<ImportProgress> {
  const start = (await stores.imports.get('archive')) ?? beginning(clock.now());
  await stores.imports.save(start);
  let isStopping = false;
  return importHistory(
    Array.isArray(entries) ? after(entries, start.position) : entries,
    start,
    { articles: stores.articles, imports: stores.imports, register, clock },
    {
      rejected: async (lines) => onRejected(lines),
      progressed: () => (isStopping = onBatch?.() ?? false),
      stopping: () => isStopping,
    },
  );
}

/** The progress of an import that has not begun. */
export function beginning(updatedAt: Date): ImportProgress {
  const nothing = { records: 0, position: 0, inserted: 0, known: 0, rejected: 0 };
  return { id: 'archive', file: 'archive.ndjson', ...nothing, done: false, updatedAt };
}

async function* after(entries: ImportEntry[], position: number): AsyncGenerator<ImportEntry> {
  yield* entries.slice(position);
}

/** All articles in order of their keys, without the instants at which they were saved. */
export async function savedRows(stores: Stores): Promise<Omit<Article, 'firstSeenAt'>[]> {
  const articles = await allArticles(stores);
  const rows = articles.map(({ firstSeenAt: _, history, ...row }) => ({
    ...row,
    history: history.map((earlier) => ({ ...earlier, replacedAt: NOW })),
  }));
  return rows.sort((a, b) => (a.urlKey < b.urlKey ? -1 : 1));
}
