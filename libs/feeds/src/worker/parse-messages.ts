import type { Item } from '../read/item.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';

/** What the thread is sent: a document to read, or the wish for the next items of the one it has read. */
export type ToThread = { body: Uint8Array; context: FeedContext } | 'more';

/** What it answers: some items with more to come, or the rest of the document with its last items. */
export type FromThread = { items: Item[] } | { parsed: ParsedFeed };
