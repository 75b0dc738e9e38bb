import { itemSchema, MAX_AUTHOR, MAX_SUMMARY, MAX_TITLE, MAX_URL, type Item } from './item.js';
import { plainText } from '../html/plain-text.js';
import { readDate } from '../dates/read-date.js';
import { readLanguage } from './read-language.js';
import { resolveUrl } from './resolve-url.js';

/** An entry as rss-parser gives it from the lean document. */
export type RawItem = {
  base?: string;
  title?: string;
  hrefs?: string[];
  guid?: string;
  whens?: string[];
  author?: string;
  summary?: string;
  language?: string;
};

export type ItemContext = { now: Date; feedLanguage: string | null };
export type ReadItem = { ok: true; item: Item } | { ok: false; reason: string };

/** One entry, or the reason why it is none. Never throws. */
export function readItem(raw: RawItem, { now, feedLanguage }: ItemContext): ReadItem {
  const item: Item = {
    url: firstOf(raw.hrefs, (href) => readUrl(href, raw.base ?? '')),
    guid: raw.guid?.trim().slice(0, MAX_URL) || null,
    title: plainText(raw.title ?? '', MAX_TITLE),
    summary: plainText(raw.summary ?? '', MAX_SUMMARY),
    author: readAuthor(raw.author ?? ''),
    publishedAt: firstOf(raw.whens, (when) => readDate(when, now)),
    language: readLanguage(raw.language) ?? feedLanguage,
  };
  if (!item.title && !item.url) return { ok: false, reason: 'neither a title nor an address' };
  const checked = itemSchema.safeParse(item);
  if (checked.success) return { ok: true, item: checked.data };
  const issue = checked.error.issues[0];
  return { ok: false, reason: `${issue?.path.join('.')}: ${issue?.message}` };
}

function firstOf<T>(candidates: string[] | undefined, read: (candidate: string) => T | null): T | null {
  for (const candidate of candidates ?? []) {
    const found = read(candidate);
    if (found !== null) return found;
  }
  return null;
}

function readUrl(href: string, base: string): string | null {
  const url = resolveUrl(href, base);
  return url !== null && url.length <= MAX_URL ? url : null;
}

/** An author's element is read no further: markup, hostile or not, may make it long. */
const AUTHOR_HEAD = 4 * MAX_AUTHOR;

/** Atom writes a name among other elements, RSS "address (name)", many just the name. */
function readAuthor(author: string): string | null {
  const head = author.slice(0, AUTHOR_HEAD);
  const name = /<name>(.*?)<\/name>/s.exec(head)?.[1] ?? head;
  const text = plainText(name, MAX_AUTHOR);
  return /^\S+@\S+\s+\((.+)\)$/.exec(text)?.[1] ?? (text || null);
}
