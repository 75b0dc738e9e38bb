import { readDate } from '../dates/read-date.js';
import { plainTextOfText } from '../html/plain-text.js';
import { MAX_AUTHOR, MAX_SUMMARY, MAX_TITLE, MAX_URL, type Item } from '../read/item.js';
import { resolveUrl } from '../read/resolve-url.js';
import type { ImportField, ReadRecord } from './import-entry.js';
import type { ImportPreset } from './import-presets.js';
import { languageCode } from './language-code.js';
import type { Fields } from './records/raw-record.js';

/** A base that makes nothing of a relative address. */
const NOWHERE = 'about:blank';

/** Of a value that is shown in a reason. */
const MAX_SHOWN = 100;

/**
 * One record as an item, or why it is none: it needs an address, a title and a date, since what cannot be placed in time
 * would count as of today.
 */
export function readRecord(fields: Fields, preset: ImportPreset, now: Date): ReadRecord {
  const text = (field: ImportField): string => textOf(field, fields, preset);
  const [address, date] = [text('url'), text('publishedAt')];
  const url = resolveUrl(address, NOWHERE);
  if (!address) return { ok: false, reason: 'no address' };
  if (url === null || url.length > MAX_URL) return refuse('the address is not one of http or https', address);
  const title = plainTextOfText(text('title'), MAX_TITLE);
  if (!title) return { ok: false, reason: 'no title' };
  if (!date) return { ok: false, reason: 'no date' };
  const publishedAt = readDate(date, now);
  if (!publishedAt) return refuse('the date cannot be read, or lies before 1990 or ahead', date);
  const item: Item = {
    ...{ url, originalUrl: null, guid: null, title, publishedAt, updatedAt: null, content: '', html: null },
    summary: plainTextOfText(text('summary'), MAX_SUMMARY),
    author: plainTextOfText(text('author'), MAX_AUTHOR) || null,
    language: languageCode(text('language')),
  };
  return { ok: true, item, source: text('source') || null };
}

function refuse(what: string, given: string): ReadRecord {
  return { ok: false, reason: `${what}: "${given.slice(0, MAX_SHOWN)}"` };
}

/** The first of its columns that holds something. */
function textOf(field: ImportField, fields: Fields, { columns, within }: ImportPreset): string {
  for (const column of columns[field] ?? []) {
    const text = plainValue(fields(column));
    const part = within[field]?.(text) ?? text;
    if (part) return part;
  }
  return '';
}

/** Authors come as lists, too. */
function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainValue).filter(Boolean).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
