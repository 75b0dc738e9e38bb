import { decodeEntities } from '../html/decode-entities.js';
import { EntryDraft } from './entry-draft.js';
import {
  entryUse,
  feedUse,
  isEntry,
  isRoot,
  plainName,
  textKindOf,
  type ElementUse,
  type TextKind,
} from './feed-elements.js';
import { looksLikeHtml } from '../html/plain-text.js';
import { resolveUrl } from './resolve-url.js';

/** Nesting beyond that is hostile; the document is left there. */
const MAX_DEPTH = 512;

/** No more is kept of one element, in UTF-16 units. */
const MAX_FIELD = 200_000;

/** An identifier is an address only where it cannot be anything else. */
const ABSOLUTE = /^\s*https?:\/\//i;
const PERMALINK: ElementUse = { slot: 'link', rank: 8 };
const ABOUT: ElementUse = { slot: 'guid', rank: 9 };

type Attributes = Record<string, string>;
type Field = {
  owner: EntryDraft;
  use: ElementUse;
  /** Whether the text may be the entry's address too. */
  isPermalink: boolean;
  kind: TextKind;
  depth: number;
  parts: string[];
  length: number;
};

/** Gathers the feed and its entries from the events of a tolerant parser. */
export class DocumentReader {
  inCdata = false;
  feed: EntryDraft | null = null;
  readonly entries: EntryDraft[] = [];
  private isAtom = false;
  private depth = 0;
  private feedDepth = 0;
  private entryDepth = 0;
  private field: Field | null = null;

  constructor(
    private readonly base: string,
    private readonly stop: () => void,
  ) {}

  get inEntry(): boolean {
    return this.entryDepth > 0;
  }

  /** Forgets the entry that is being read. */
  dropEntry(): void {
    this.entries.pop();
    this.entryDepth = 0;
    this.field = null;
  }

  open(qualified: string, raw: Attributes): void {
    if (++this.depth > MAX_DEPTH) this.stop();
    const name = plainName(qualified);
    if (this.field && isEntry(name)) this.closeField(this.field);
    if (this.field) this.append(this.field, `<${localName(name)}>`);
    else if (this.feed || isRoot(name)) this.openElement(name, decoded(raw));
  }

  text(raw: string): void {
    if (!this.field || this.field.length > MAX_FIELD) return;
    const capped = raw.slice(0, MAX_FIELD);
    const text = this.inCdata ? capped : decodeEntities(capped);
    const isText = this.field.kind === 'text' && !looksLikeHtml(text);
    this.append(this.field, isText ? escapeHtml(text) : text);
  }

  close(name: string): void {
    if (this.field?.depth === this.depth) this.closeField(this.field);
    else if (this.field) this.append(this.field, `</${localName(plainName(name))}>`);
    if (this.entryDepth === this.depth) this.entryDepth = 0;
    this.depth--;
  }

  private openElement(name: string, attributes: Attributes): void {
    if (!this.feed) this.openRoot(name, attributes);
    else if (isEntry(name)) this.openEntry(this.feed, attributes);
    else if (this.inEntry) this.openInEntry(name, attributes);
    else if (this.depth === this.feedDepth + 1) this.openInFeed(this.feed, name, attributes);
  }

  private openRoot(name: string, attributes: Attributes): void {
    this.isAtom = name === 'feed';
    this.feedDepth = this.depth;
    this.feed = this.draft(this.base, attributes);
  }

  private openInFeed(feed: EntryDraft, name: string, attributes: Attributes): void {
    if (name === 'channel') this.feedDepth = this.depth;
    const use = feedUse(name);
    if (use) this.openField(feed, use, false, attributes);
  }

  private openEntry(feed: EntryDraft, attributes: Attributes): void {
    const entry = this.draft(feed.base, attributes);
    const about = attributes['rdf:about'] ?? '';
    entry.add(ABOUT, about);
    if (ABSOLUTE.test(about)) entry.add(PERMALINK, about);
    this.entries.push(entry);
    this.entryDepth = this.depth;
  }

  private openInEntry(name: string, attributes: Attributes): void {
    const entry = this.entries.at(-1);
    const use = entryUse(name);
    if (!entry || !use || this.depth !== this.entryDepth + 1) return;
    if (name === 'link' && attributes['href'] !== undefined) return addLink(entry, attributes);
    const isPermalink = name === 'guid' && attributes['ispermalink'] !== 'false';
    this.openField(entry, use, isPermalink, attributes);
  }

  private openField(owner: EntryDraft, use: ElementUse, isPermalink: boolean, attributes: Attributes): void {
    const kind = textKindOf(use.slot, attributes, this.isAtom);
    this.field = { owner, use, isPermalink, kind, depth: this.depth, parts: [], length: 0 };
  }

  private closeField({ owner, use, isPermalink, parts }: Field): void {
    const text = parts.join('');
    owner.add(use, text);
    if (isPermalink && ABSOLUTE.test(text)) owner.add(PERMALINK, text);
    this.field = null;
  }

  private append(field: Field, part: string): void {
    if (field.length > MAX_FIELD) return;
    field.parts.push(part);
    field.length += part.length;
  }

  private draft(base: string, attributes: Attributes): EntryDraft {
    const draft = new EntryDraft(resolveUrl(attributes['xml:base'] ?? '', base) ?? base);
    draft.add({ slot: 'language', rank: 9 }, attributes['xml:lang'] ?? '');
    return draft;
  }
}

/** Of Atom's links only the page itself is wanted: not the feed, a reply or an enclosure. */
function addLink(entry: EntryDraft, attributes: Attributes): void {
  const { rel = 'alternate', type = 'text/html', href = '' } = attributes;
  if (rel.toLowerCase() !== 'alternate') return;
  entry.add({ slot: 'link', rank: /html/i.test(type) ? 0 : 1 }, href);
}

function decoded(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeEntities(value)]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
