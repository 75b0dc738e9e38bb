import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseFeed } from '../read/parse-feed.js';
import type { ImportEntry } from './import-entry.js';
import { listDocuments } from './list-documents.js';
import { readDocumentFolder } from './read-document-folder.js';

const now = new Date('2026-03-01T12:00:00Z');
const BEGINNING = { records: 0, position: 0 };
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'narrative-documents-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, content: string | Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function read(from = BEGINNING): Promise<ImportEntry[]> {
  const entries: ImportEntry[] = [];
  for await (const entry of readDocumentFolder(await listDocuments(folder), from, now, parseFeed))
    entries.push(entry);
  return entries;
}

const feed = (...names: string[]): string => `<?xml version="1.0"?><rss version="2.0"><channel>
<link>https://www.outlet.test/</link><language>ur</language>${names.map(item).join('')}</channel></rss>`;
const item = (name: string): string =>
  `<item><title>${name}</title><link>https://x.test/${name}</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item>`;

const titlesOf = (entries: ImportEntry[]) => entries.map((entry) => (entry.ok ? entry.item.title : null));
const rejectedOf = (entries: ImportEntry[]) =>
  entries.flatMap((entry) => (entry.ok ? [] : [[entry.raw.replace(`${folder}/`, ''), entry.reason]]));

describe('the feed documents of a folder', () => {
  it('are read in order of their paths, packed or not, by any name, with what their feeds say', async () => {
    put('2026/02.xml', feed('c'));
    put('2025/01.xml.gz', gzipSync(feed('a')));
    put('2025/02', feed('b'));
    const entries = await read();
    expect(titlesOf(entries)).toEqual(['a', 'b', 'c']);
    expect(entries[0]).toMatchObject({
      source: 'www.outlet.test',
      item: { language: 'ur' },
      record: 1,
      position: 1,
    });
  });

  it('let reading go on only after whole files, with records numbered on', async () => {
    put('1.xml', feed('a', 'b'));
    put('2.xml', feed('c', 'd'));
    const entries = await read();
    expect(entries.map(({ position }) => position)).toEqual([null, 1, null, 2]);
    expect(await read({ records: 2, position: 1 })).toEqual(entries.slice(2));
  });

  it('are rejected with their name where they are none or cannot be read, and cost no other', async () => {
    put('a.xml', feed('a'));
    put('b.txt', 'a letter');
    put('c.html', '<!doctype html><html></html>');
    put('d.csv', '');
    put('e.xml', Buffer.alloc(10 * 1024 * 1024 + 1));
    put('f.xml.gz', gzipSync(Buffer.alloc(11 * 1024 * 1024)));
    put('g.xml.gz', gzipSync(feed('g')).subarray(0, 40));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'h.xml'));
    put('i.xml', feed('i').replace('Mon, 02 Feb 2026', 'one day').replace(':00:00 GMT', ''));
    put('z.xml', feed('z'));
    const entries = await read();
    expect(titlesOf(entries).filter(Boolean)).toEqual(['a', 'z']);
    expect(rejectedOf(entries)).toEqual([
      ['b.txt', 'the document holds no rss, rdf or feed element'],
      ['c.html', 'the document is a web page, not a feed'],
      ['d.csv', 'the document is empty'],
      ['e.xml', 'the file cannot be read: larger than 10 MB, which no feed document is'],
      ['f.xml.gz', 'the file cannot be read: larger than 10 MB, which no feed document is'],
      ['g.xml.gz', 'the file cannot be read: unexpected end of file'],
      ['h.xml', expect.stringContaining('no such file')],
      ['i.xml: https://x.test/i', 'no date that can be read'],
    ]);
  });

  it('are not looked for in hidden files, and no link leads in a circle', async () => {
    put('.git/a.xml', feed('a'));
    put('.hidden.xml', feed('b'));
    put('c.xml', feed('c'));
    symlinkSync(folder, join(folder, 'again'));
    symlinkSync(join(folder, 'c.xml'), join(folder, 'd.xml'));
    expect(titlesOf(await read())).toEqual(['c', 'c']);
  });
});
