import type { Item } from '../read/item.js';

/**
 * A record of a file of history: the item that it is, and the outlet as it names it, or why it is none. `record` counts
 * from 1; `position` is where reading goes on after it.
 */
export type ImportEntry = { record: number; position: number } & (
  { ok: true; item: Item; source: string | null } | { ok: false; reason: string; raw: string }
);

/** What a record is made of, by our names for it. */
export const IMPORT_FIELDS = [
  'url',
  'title',
  'summary',
  'author',
  'publishedAt',
  'language',
  'source',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column holds which field; columns are named, or numbered from 1 in files without a header. */
export type ColumnMap = Partial<Record<ImportField, string>> & { url: string; title: string };
