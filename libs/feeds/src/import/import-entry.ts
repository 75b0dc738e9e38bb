import type { Item } from '../read/item.js';

/** The item that a record of history is, and the outlet as the record names it; or why it is none. */
export type ReadRecord = { ok: true; item: Item; source: string | null } | { ok: false; reason: string };

/**
 * A record of history; one that is no item comes with its text. `record` counts from 1. `position` is where reading goes
 * on after it, null where it cannot go on between this record and the next.
 */
export type ImportEntry = { record: number; position: number | null } & (
  Extract<ReadRecord, { ok: true }> | { ok: false; reason: string; raw: string }
);

/** Where reading begins: after so many records, and what the reader of the file calls that place. */
export type ImportPlace = { records: number; position: number };

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

/** Without these a record is no article. */
export const NEEDED_FIELDS = ['url', 'title', 'publishedAt'] as const satisfies ImportField[];

/** Of the text of a record that is kept to show it, in UTF-16 units: enough to mend most and import them again. */
const MAX_RAW = 20_000;

/** The beginning of a text, without holding on to the rest of it. */
export function rawText(text: string): string {
  return Buffer.from(text.slice(0, MAX_RAW)).toString();
}
