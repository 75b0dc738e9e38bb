import { MAX_LINE_BYTES } from '../lines/read-lines.js';

/** The value of a column; undefined where the record has none. */
export type Fields = (column: string) => unknown;

/** A record as it stands in the file. It is read only where it is asked for: others were imported before. */
export type RawRecord = {
  text: string;
  read(): { ok: true; fields: Fields } | { ok: false; reason: string };
};

export const TOO_LONG = `the line is longer than ${MAX_LINE_BYTES / 1_024 / 1_024} MB`;

/** A record that cannot be read. */
export function broken(text: string, reason: string): RawRecord {
  return { text, read: () => ({ ok: false, reason }) };
}
