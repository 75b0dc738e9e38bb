import type { FeedDocument } from '../feed-document.js';
import { readDoctype } from '../xml/doctype.js';
import { XmlReader } from '../xml/xml-reader.js';
import { FeedReader } from './feed-reader.js';

/**
 * Reads RSS of any version, RDF, Atom and CDF, well formed or not: junk before the root, undefined entities, bare "&",
 * elements left open, a document that was cut. Null where there is no feed in it.
 */
export function readXmlFeed(xml: string, base: string): FeedDocument | null {
  const { own, end } = readDoctype(xml);
  const feed = new FeedReader(base, own, () => reader.stop());
  const reader = new XmlReader(xml, feed, own);
  feed.end(reader.read(end));
  if (!feed.feed) return null;
  return { feed: feed.feed, entries: feed.entries.drafts, dropped: feed.entries.dropped };
}
