import { decodeBody } from '../decode/decode-body.js';
import type { Dropped } from './feed-document.js';
import { readFeedMeta, type FeedMeta } from './feed-meta.js';
import type { Item } from './item.js';
import { leanXml } from './lean/lean-xml.js';
import { parseLean } from './lean/parse-lean.js';
import { isJson } from './json/read-json-feed.js';
import { readDocument } from './read-document.js';
import { readItem } from './read-item.js';

/** Raised with every change that reads a document differently, so that unchanged feeds are read again. */
export const PARSER_VERSION = 3;

export type FeedContext = {
  contentType: string | null;
  /** The address that the document came from; relative links start there. */
  base: string;
  /** Dates over an hour ahead of it are not believed. */
  now: Date;
  /** Whether to keep markup for reading. */
  keepHtml?: boolean;
};

export type ParsedFeed =
  | { ok: true; feed: FeedMeta; items: Item[]; dropped: Dropped[] }
  | { ok: false; error: string; encoding: string };

/**
 * Reads a feed document: RSS 0.9x to 2.0, RDF, Atom, CDF or JSON Feed, in any encoding, however carelessly written. One
 * bad entry is dropped with the reason and costs no other. The time it takes is linear in the document. Never rejects:
 * what is no feed is `ok: false`.
 */
export async function parseFeed(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
  let encoding = 'unknown';
  try {
    const decoded = decodeBody(body, context.contentType);
    encoding = decoded.encoding;
    return await parseText(decoded.text, encoding, context);
  } catch (error) {
    // Nothing is known to get here, but a feed that finds the way must not stop the others.
    return { ok: false, error: `the document could not be read: ${String(error)}`, encoding };
  }
}

async function parseText(text: string, encoding: string, context: FeedContext): Promise<ParsedFeed> {
  const document = readDocument(text, context.base);
  if (!document) return { ok: false, error: describeNoFeed(text), encoding };
  const raw = await parseLean(leanXml(document, { now: context.now, keepHtml: context.keepHtml === true }));
  const feed = readFeedMeta(raw, encoding);
  const items: Item[] = [];
  const dropped: Dropped[] = [];
  for (const [index, entry] of raw.items.entries()) {
    const read = readItem(entry, feed.language);
    if (read.ok) items.push(read.item);
    else dropped.push({ index, reason: document.unreadable?.get(index) ?? read.reason });
  }
  return { ok: true, feed, items, dropped: [...dropped, ...document.dropped] };
}

function describeNoFeed(text: string): string {
  if (!text.trim()) return 'the document is empty';
  if (isJson(text)) return 'the document is JSON, but no JSON Feed';
  if (/<(?:!doctype )?html\b/i.test(text.slice(0, 2_000))) return 'the document is a web page, not a feed';
  return 'the document holds no rss, rdf or feed element';
}
