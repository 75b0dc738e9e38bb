import { Draft, type ElementUse } from '../draft.js';
import { EntryList } from '../entry-list.js';
import type { FeedDocument } from '../feed-document.js';
import { literal, type TextKind } from '../text-value.js';
import { isObject, type JsonObject, tryParse } from './json-object.js';
import { type Mended, mendJson } from './mend-json.js';
import { UNREADABLE } from './salvage-items.js';

/** No more is kept of one text, in UTF-16 units. */
const MAX_TEXT = 200_000;

/** The roots of feeds that are XML. */
const ROOT = /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel)\b/i;

/** How JSON begins that nothing stands before. */
const START = /^[\s\ufeff]*\{/;

/** Where a property goes, and what its text is. */
type Property = [name: string, use: ElementUse, kind: TextKind];

/** https://www.jsonfeed.org/version/1.1, and what 1.0 and careless feeds have instead. */
const FEED_PROPERTIES: Property[] = [
  ['title', { slot: 'title', rank: 1 }, 'text'],
  ['home_page_url', { slot: 'link', rank: 1 }, 'literal'],
  ['language', { slot: 'language', rank: 1 }, 'literal'],
];

const ITEM_PROPERTIES: Property[] = [
  ['id', { slot: 'guid', rank: 1 }, 'literal'],
  ['url', { slot: 'link', rank: 1 }, 'literal'],
  ['external_url', { slot: 'link', rank: 2 }, 'literal'],
  ['title', { slot: 'title', rank: 1 }, 'text'],
  ['summary', { slot: 'summary', rank: 1 }, 'text'],
  ['content_html', { slot: 'content', rank: 1 }, 'html'],
  ['content_text', { slot: 'content', rank: 2 }, 'text'],
  ['date_published', { slot: 'published', rank: 1 }, 'literal'],
  ['date_modified', { slot: 'updated', rank: 1 }, 'literal'],
  ['language', { slot: 'language', rank: 1 }, 'literal'],
];

const AUTHOR: ElementUse = { slot: 'author', rank: 1 };
const ID_AS_LINK: ElementUse = { slot: 'link', rank: 9 };

/** Reads JSON Feed 1.0 and 1.1, also one that was cut, from where its JSON begins. Null where it is none. */
export function readJsonFeed(json: string, base: string): FeedDocument | null {
  const { value, isCut } = parse(json);
  if (!isObject(value) || !isFeed(value)) return null;
  const feed = new Draft();
  addProperties(feed, value, FEED_PROPERTIES, base);
  addAuthor(feed, value, base);
  const entries = new EntryList();
  for (const item of asArray(value['items'])) {
    if (item === UNREADABLE) entries.addUnreadable();
    else addItem(entries.add(), item, base);
  }
  if (isCut) entries.cutNext();
  return { feed, entries: entries.drafts, dropped: entries.dropped, unreadable: entries.unreadable };
}

export const isJson = (text: string): boolean => START.test(text);

/** Where the JSON of a text begins, perhaps behind the warnings of a program; -1 where there is none. */
export function jsonStart(text: string): number {
  const start = START.exec(text);
  if (start) return start[0].length - 1;
  return text.includes('"items"') && !ROOT.test(text) ? text.search(/\{\s*"/) : -1;
}

function parse(json: string): Mended {
  const value = tryParse(json);
  return value === undefined ? mendJson(json) : { value, isCut: false };
}

/** Some feeds forget their version; only a feed has a list of items with a title or a page beside it. */
function isFeed(value: JsonObject): boolean {
  if (typeof value['version'] === 'string' && value['version'].includes('jsonfeed.org/version/')) return true;
  return (
    Array.isArray(value['items']) && ['title', 'home_page_url', 'feed_url'].some((name) => name in value)
  );
}

function addItem(draft: Draft | null, item: unknown, base: string): void {
  if (!draft || !isObject(item)) return;
  addProperties(draft, item, ITEM_PROPERTIES, base);
  addAuthor(draft, item, base);
  const id = item['id'];
  if (typeof id === 'string' && /^https?:\/\//i.test(id)) draft.add(ID_AS_LINK, literal(id, base));
}

function addProperties(draft: Draft, source: JsonObject, properties: Property[], base: string): void {
  for (const [name, use, kind] of properties) {
    const value = source[name];
    if (typeof value === 'string' || typeof value === 'number')
      draft.add(use, { text: String(value).slice(0, MAX_TEXT), kind, base });
  }
}

/** `authors` in 1.1, `author` in 1.0. */
function addAuthor(draft: Draft, source: JsonObject, base: string): void {
  for (const author of [...asArray(source['authors']).slice(0, 1), source['author']]) {
    const name = isObject(author) ? author['name'] : author;
    if (typeof name === 'string') draft.add(AUTHOR, { text: name, kind: 'text', base });
  }
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
