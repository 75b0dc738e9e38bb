import type { FeedContext, ParsedFeed } from '#feeds/read/parse-feed.js';
import type { Item } from '#feeds/read/item.js';

/** What was read of a feed document, for scripts. Texts are plain, instants ISO 8601 in UTC or null. */
export type DocumentLine = {
  file: string;
  ok: boolean;
  error?: string;
  feed: { title: string | null; link: string | null; language: string | null; encoding: string };
  items: ItemLine[];
  dropped: { index: number; reason: string }[];
};

type ItemLine = Record<
  'guid' | 'url' | 'title' | 'summary' | 'content' | 'author' | 'publishedAt' | 'updatedAt' | 'language',
  string | null
>;

/** Reads one document; never rejects. */
export async function describeDocument(
  file: string,
  body: Buffer,
  context: FeedContext,
  parse: (body: Buffer, context: FeedContext) => Promise<ParsedFeed>,
): Promise<DocumentLine> {
  const parsed = await parse(body, context);
  if (!parsed.ok) return unreadable(file, parsed.error, parsed.encoding);
  const { title, link, language, encoding } = parsed.feed;
  const feed = { title, link, language, encoding };
  return { file, ok: true, feed, items: parsed.items.map(itemLine), dropped: parsed.dropped };
}

/** The line of a document that could not be read. */
export function unreadable(file: string, error: string, encoding = ''): DocumentLine {
  const feed = { title: null, link: null, language: null, encoding };
  return { file, ok: false, error, feed, items: [], dropped: [] };
}

function itemLine(item: Item): ItemLine {
  const { guid, url, title, summary, content, author, language } = item;
  const publishedAt = item.publishedAt?.toISOString() ?? null;
  const updatedAt = item.updatedAt?.toISOString() ?? null;
  return { guid, url, title, summary, content, author, publishedAt, updatedAt, language };
}
