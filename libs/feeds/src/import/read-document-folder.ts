import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '../read/item.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import type { ImportEntry } from './import-entry.js';

type Body = { ok: true; item: Item; source: null } | { ok: false; reason: string; raw: string };
type Parse = (body: Buffer, context: FeedContext) => Promise<ParsedFeed>;

/** The feed documents of a folder and the folders in it, in order of their paths. */
export async function listDocuments(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(xml|rss|atom|rdf|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The items of feed documents, of all but the first `skip` files. `position` is the number of files read to their end, so
 * that a file that was left in its middle is read again.
 */
export async function* readDocumentFolder(
  files: string[],
  skip: number,
  now: Date,
  parse: Parse,
): AsyncGenerator<ImportEntry> {
  let record = 0;
  for (const [i, file] of files.entries()) {
    if (i < skip) continue;
    const entries = await entriesOf(file, now, parse);
    for (const [k, entry] of entries.entries()) {
      record += 1;
      yield { record, position: k === entries.length - 1 ? i + 1 : i, ...entry };
    }
  }
}

async function entriesOf(file: string, now: Date, parse: Parse): Promise<Body[]> {
  const parsed = await parse(await readFile(file), { contentType: null, base: 'about:blank', now });
  if (!parsed.ok) return [{ ok: false, reason: parsed.error, raw: file }];
  const items = parsed.items.map((item): Body => {
    if (item.url === null) return { ok: false, reason: 'no http or https address', raw: item.title };
    if (!item.publishedAt && !item.updatedAt)
      return { ok: false, reason: 'no date that can be read', raw: item.url };
    return { ok: true, item: { ...item, language: item.language ?? parsed.feed.language }, source: null };
  });
  const dropped = parsed.dropped.map(({ index, reason }): Body => ({
    ok: false,
    reason,
    raw: `${file}, entry ${index + 1}`,
  }));
  return [...items, ...dropped];
}
