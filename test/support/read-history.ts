import { Readable } from 'node:stream';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import { presetNamed } from '#feeds/import/import-presets.js';
import { readRecords } from '#feeds/import/read-records.js';
import type { RecordsFile } from '#feeds/import/records/records-file.js';
import type { Item } from '#feeds/read/item.js';

const now = new Date('2026-03-01T12:00:00Z');

export type HistoryAsk = Partial<Omit<RecordsFile, 'preset'>> & {
  preset?: string;
  columns?: Record<string, string[]>;
  header?: boolean;
};

/** The records of a file called "history", NDJSON if nothing else is said, as of 1 March 2026. */
export async function readHistory(
  content: string | Buffer,
  ask: HistoryAsk = {},
  skip = 0,
): Promise<ImportEntry[]> {
  const { preset: name = 'plain', columns = {}, header, ...rest } = ask;
  const preset = presetNamed(name)!;
  const file: RecordsFile = {
    ...{ name: 'history', format: preset.format ?? 'ndjson', mapped: [], encoding: null },
    ...rest,
    preset: { ...preset, header: header ?? preset.header, columns: { ...preset.columns, ...columns } },
  };
  const entries: ImportEntry[] = [];
  const stream = Readable.from([Buffer.from(content)], { objectMode: false });
  for await (const entry of readRecords(file, stream, skip, now)) entries.push(entry);
  return entries;
}

/** The same of CSV. */
export const readCsv = (content: string | Buffer, ask: HistoryAsk = {}, skip = 0): Promise<ImportEntry[]> =>
  readHistory(content, { format: 'csv', ...ask }, skip);

export const itemsOf = (entries: ImportEntry[]): Item[] =>
  entries.flatMap((entry) => (entry.ok ? [entry.item] : []));

export const reasonsOf = (entries: ImportEntry[]): string[] =>
  entries.flatMap((entry) => (entry.ok ? [] : [entry.reason]));
