import { readXmlFeed } from './document/read-xml-feed.js';
import type { FeedDocument } from './feed-document.js';
import { jsonStart, readJsonFeed } from './json/read-json-feed.js';

/** Reads a document of whatever format; null where there is no feed in it. */
export function readDocument(text: string, base: string): FeedDocument | null {
  const start = jsonStart(text);
  return start >= 0 ? readJsonFeed(text.slice(start), base) : readXmlFeed(text, base);
}
