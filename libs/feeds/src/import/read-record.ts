import { readDate } from '../dates/read-date.js';
import { plainText } from '../html/plain-text.js';
import { MAX_AUTHOR, MAX_SUMMARY, MAX_TITLE, MAX_URL, type Item } from '../read/item.js';
import { resolveUrl } from '../read/resolve-url.js';
import type { ImportField } from './import-entry.js';
import type { ImportPreset } from './import-presets.js';
import { languageCode } from './language-code.js';

/** A base that makes nothing of a relative address. */
const NOWHERE = 'about:blank';

/** The fields of a record as the file gives them. */
export type RawRecord = Record<string, unknown>;

export type ReadRecord = { ok: true; item: Item; source: string | null } | { ok: false; reason: string };

/**
 * One record as an item, or why it is none: it needs an address, a title and a date, since what cannot be placed in time
 * would count as of today.
 */
export function readRecord(raw: RawRecord, preset: ImportPreset, now: Date): ReadRecord {
  const text = (field: ImportField): string => textOf(raw, preset.columns[field]);
  const address = text('url');
  const url = resolveUrl(address, NOWHERE);
  if (url === null || url.length > MAX_URL)
    return { ok: false, reason: `no http or https address: "${address.slice(0, 100)}"` };
  const title = plainText(titleOf(text('title'), preset), MAX_TITLE);
  if (!title) return { ok: false, reason: 'no title' };
  const date = text('publishedAt');
  const publishedAt = readDate(date, now);
  if (!publishedAt) return { ok: false, reason: `no date that can be read: "${date.slice(0, 100)}"` };
  const item: Item = {
    ...{ url, guid: null, title, publishedAt, updatedAt: null, content: '', html: null },
    summary: plainText(text('summary'), MAX_SUMMARY),
    author: plainText(text('author'), MAX_AUTHOR) || null,
    language: languageCode(text('language')),
  };
  return { ok: true, item, source: text('source') || null };
}

function textOf(raw: RawRecord, column: string | undefined): string {
  const value = column === undefined ? undefined : raw[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function titleOf(text: string, { titleWithin }: ImportPreset): string {
  return titleWithin ? (titleWithin.exec(text)?.[1] ?? '') : text;
}
