import Parser from 'rss-parser';
import { decodeBody } from '../decode/decode-body.js';
import { MAX_TITLE, type Item } from './item.js';
import { leanXml } from './lean-xml.js';
import { plainText } from '../html/plain-text.js';
import { readDocument } from './read-document.js';
import { readItem, type RawItem } from './read-item.js';
import { readLanguage } from './read-language.js';

/** Raised with every change that reads a document differently, so that unchanged feeds are read again. */
export const PARSER_VERSION = 1;

export type FeedContext = {
  contentType: string | null;
  /** The address that the document came from; relative links start there. */
  base: string;
  /** Dates over an hour ahead of it are not believed. */
  now: Date;
};

/** An entry that was left out; `index` counts the document's entries from 0. */
export type Dropped = { index: number; reason: string };

export type ParsedFeed =
  | { ok: true; language: string | null; title: string | null; items: Item[]; dropped: Dropped[] }
  | { ok: false; error: string };

const rss = new Parser<{ title?: string; language?: string }, RawItem>({
  customFields: {
    item: [
      ['base', 'base'],
      ['href', 'hrefs', { keepArray: true }],
      ['when', 'whens', { keepArray: true }],
      ['language', 'language'],
    ],
  },
});

/**
 * Reads a feed document: RSS 0.9x to 2.0, RDF or Atom, in any encoding, however carelessly written. One bad entry is
 * dropped with the reason and costs no other. Never rejects: what is no feed is `ok: false`.
 */
export async function parseFeed(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
  const { text } = decodeBody(body, context.contentType);
  const document = readDocument(text, context.base);
  if (!document) return { ok: false, error: describeNoFeed(text) };
  const parsed = await rss.parseString(leanXml(document));
  const language = readLanguage(parsed.language);
  const read = parsed.items.map((raw) => readItem(raw, { now: context.now, feedLanguage: language }));
  const dropped = read.flatMap((entry, index) => (entry.ok ? [] : [{ index, reason: entry.reason }]));
  if (document.cut) dropped.push({ index: read.length, reason: 'the document ends within it' });
  const items = read.flatMap((entry) => (entry.ok ? [entry.item] : []));
  return { ok: true, language, title: plainText(parsed.title ?? '', MAX_TITLE) || null, items, dropped };
}

function describeNoFeed(text: string): string {
  if (!text.trim()) return 'the document is empty';
  if (/<(?:!doctype )?html\b/i.test(text.slice(0, 2_000))) return 'the document is a web page, not a feed';
  return 'the document holds no rss, rdf or feed element';
}
