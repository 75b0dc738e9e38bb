import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MAX_DOCUMENT_BYTES } from '../read/item.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import type { ImportEntry, ImportPlace, ReadRecord } from './import-entry.js';
import type { DocumentFile } from './list-documents.js';

type Body = Extract<ReadRecord, { ok: true }> | { ok: false; reason: string; raw: string };
type Parse = (body: Buffer, context: FeedContext) => Promise<ParsedFeed>;

const TOO_LARGE = 'larger than 10 MB, which no feed document is';

/**
 * The items of feed documents, of all files from a place on. `position` is the number of files read; reading goes on only
 * between two of them. A file that cannot be read or is no feed document is one record that is rejected.
 */
export async function* readDocumentFolder(
  files: DocumentFile[],
  from: ImportPlace,
  now: Date,
  parse: Parse,
): AsyncGenerator<ImportEntry> {
  let record = from.records;
  for (const [i, file] of files.entries()) {
    if (i < from.position) continue;
    const entries = await entriesOf(file, now, parse);
    for (const [k, entry] of entries.entries()) {
      record += 1;
      yield { record, position: k === entries.length - 1 ? i + 1 : null, ...entry };
    }
  }
}

async function entriesOf(file: DocumentFile, now: Date, parse: Parse): Promise<Body[]> {
  const reject = (reason: string, raw = file.path): Body => ({ ok: false, reason, raw });
  let body: Buffer;
  try {
    body = await bodyOf(file);
  } catch (error) {
    return [reject(`the file cannot be read: ${(error as Error).message}`)];
  }
  const parsed = await parse(body, { contentType: null, base: 'about:blank', now });
  if (!parsed.ok) return [reject(parsed.error)];
  const items = parsed.items.map((item): Body => {
    const place = `${file.path}: ${item.url ?? item.title}`;
    if (item.url === null) return reject('no http or https address', place);
    if (!item.publishedAt && !item.updatedAt) return reject('no date that can be read', place);
    const language = item.language ?? parsed.feed.language;
    return { ok: true, item: { ...item, language }, source: hostOf(parsed.feed.link) };
  });
  const dropped = parsed.dropped.map(({ index, reason }) =>
    reject(reason, `${file.path}, entry ${index + 1}`),
  );
  return [...items, ...dropped];
}

/** Rejects for what is too large and what cannot be read. */
async function bodyOf({ path, bytes, error }: DocumentFile): Promise<Buffer> {
  if (error !== null) throw new Error(error);
  if (bytes > MAX_DOCUMENT_BYTES) throw new Error(TOO_LARGE);
  const body = await readFile(path);
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  return promisify(gunzip)(body, { maxOutputLength: MAX_DOCUMENT_BYTES }).catch(
    (problem: NodeJS.ErrnoException) => {
      throw problem.code === 'ERR_BUFFER_TOO_LARGE' ? new Error(TOO_LARGE) : problem;
    },
  );
}

/** The outlet whose feed it is, by the page that the feed names. */
function hostOf(link: string | null): string | null {
  return link !== null && URL.canParse(link) ? new URL(link).host : null;
}
