/** What is kept of an entry. Several values of a slot stand in order of rank, the best first. */
export type Slot = 'title' | 'link' | 'guid' | 'when' | 'author' | 'summary' | 'language';

export type ElementUse = { slot: Slot; rank: number };

/**
 * `literal`: as it is. `html`: source of HTML. `text`: plain text that may look like HTML.
 */
export type TextKind = 'literal' | 'html' | 'text';

const use = (slot: Slot, ...names: string[]) =>
  names.map((name, rank) => [name, { slot, rank }] as [string, ElementUse]);

/** Names in lower case, as {@link plainName} gives them; within a slot the first is preferred. */
const ENTRY_ELEMENTS = new Map<string, ElementUse>([
  ...use('title', 'title', 'dc:title', 'media:title'),
  ...use('link', 'link'),
  ...use('guid', 'guid', 'id', 'dc:identifier'),
  ...use('when', 'pubdate', 'published', 'dc:date', 'issued', 'dcterms:issued', 'dcterms:created', 'created'),
  ['updated', { slot: 'when', rank: 20 }],
  ['modified', { slot: 'when', rank: 21 }],
  ['dcterms:modified', { slot: 'when', rank: 22 }],
  ...use('author', 'dc:creator', 'author', 'itunes:author'),
  ...use('summary', 'description', 'summary', 'content:encoded', 'content', 'media:description'),
  ...use('language', 'dc:language', 'language'),
]);

const FEED_ELEMENTS = new Map<string, ElementUse>([
  ...use('title', 'title', 'dc:title'),
  ...use('language', 'language', 'dc:language'),
]);

const ROOTS = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel']);
const ENTRIES = new Set(['item', 'entry']);

/** An element's name in lower case, without a prefix that says no more than RSS or Atom. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/^(?:rss|atom|atom10|a10):/, '');
}

export const isRoot = (name: string) => ROOTS.has(name);
export const isEntry = (name: string) => ENTRIES.has(name);
export const entryUse = (name: string) => ENTRY_ELEMENTS.get(name);
export const feedUse = (name: string) => FEED_ELEMENTS.get(name);

/**
 * How the text of an element is to be read. RSS means HTML without saying so; Atom means plain text unless `type` (1.0)
 * or `mode` (0.3) says otherwise, and XHTML comes as markup whose text is plain.
 */
export function textKindOf(slot: Slot, attributes: Record<string, string>, isAtom: boolean): TextKind {
  if (slot !== 'title' && slot !== 'summary' && slot !== 'author') return 'literal';
  if (attributes['mode'] === 'escaped') return 'html';
  const type = attributes['type']?.toLowerCase();
  if (type === 'html' || type === 'text/html') return 'html';
  return isAtom || type === 'xhtml' || type === 'application/xhtml+xml' ? 'text' : 'html';
}
