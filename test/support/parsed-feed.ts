import type { Item } from '#feeds/read/item.js';
import { parseFeed, type ParsedFeed } from '#feeds/read/parse-feed.js';

/** The moment at which the documents of the specs are read. */
export const now = new Date('2026-03-01T12:00:00Z');
export const context = { contentType: null, base: 'https://feeds.test/rss.xml', now };
export const parse = (document: string | Buffer) => parseFeed(Buffer.from(document as string), context);

export type Parsed = ParsedFeed & { ok: true };
export async function feedOf(document: string | Buffer): Promise<Parsed> {
  const parsed = await parse(document);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed;
}

export const titles = ({ items }: Parsed) => items.map(({ title }) => title);

/** Documents around items, entries and what stands beside them. */
export const rss = (items: string, head = '<title>Sample Post</title>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`;
export const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Sample</title>${entries}</feed>`;
export const json = (items: object[], head: object = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Sample', ...head, items });

export async function itemOf(document: string): Promise<Item> {
  const { items } = await feedOf(document);
  expect(items).toHaveLength(1);
  return items[0] as Item;
}

export const rssItem = (inner: string) => itemOf(rss(`<item><link>https://x.test/1</link>${inner}</item>`));
export const atomEntry = (inner: string) =>
  itemOf(atom(`<entry><link href="https://x.test/1"/>${inner}</entry>`));
export const jsonItem = (item: object) => itemOf(json([{ url: 'https://x.test/1', ...item }]));

/** Whether an item keeps to what the type promises and the compiler cannot check. */
export function expectSound(item: Item): void {
  for (const text of [item.title, item.summary, item.content, item.author ?? ''])
    expect(text).not.toMatch(/^\s|\s$|\s\s|[^\P{Cc}]|\p{Cs}/u);
  if (item.url !== null) expect(new URL(item.url).protocol).toMatch(/^https?:$/);
  for (const date of [item.publishedAt, item.updatedAt]) if (date) expect(date.getTime()).not.toBeNaN();
  expect(structuredClone(item)).toEqual(item);
}
