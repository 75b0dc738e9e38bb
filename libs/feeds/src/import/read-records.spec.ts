import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportEntry } from './import-entry.js';
import { type FileFormat, type ImportPreset, PRESETS } from './import-presets.js';
import { readRecords } from './read-records.js';

const now = new Date('2026-03-01T12:00:00Z');
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'narrative-import-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string, format: FileFormat, preset: ImportPreset = PRESETS.plain, skip = 0) {
  const path = join(folder, 'history');
  writeFileSync(path, text);
  const entries: ImportEntry[] = [];
  for await (const entry of readRecords({ path, format, preset }, skip, now)) entries.push(entry);
  return entries;
}

const itemsOf = (entries: ImportEntry[]) => entries.flatMap((entry) => (entry.ok ? [entry.item] : []));
const reasonsOf = (entries: ImportEntry[]) => entries.flatMap((entry) => (entry.ok ? [] : [entry.reason]));

const line = (n: number, more: object = {}): string =>
  JSON.stringify({ url: `https://x.test/${n}`, title: `Title ${n}`, publishedAt: '2026-02-01', ...more });

describe('records of history', () => {
  it('come from NDJSON, with all their fields as plain text', async () => {
    const more = { summary: '<p>Read &amp; kept</p>', author: 'A. Writer', language: 'Urdu', source: 'Dawn' };
    const [entry] = await read(`\ufeff${line(1, more)}\n`, 'ndjson');
    expect(entry).toMatchObject({ ok: true, record: 1, position: 1, source: 'Dawn' });
    expect(itemsOf([entry!])[0]).toMatchObject({
      ...{
        url: 'https://x.test/1',
        title: 'Title 1',
        summary: 'Read & kept',
        author: 'A. Writer',
        language: 'ur',
      },
      publishedAt: new Date('2026-02-01T00:00:00Z'),
    });
  });

  it('are rejected one by one, each with its reason, and cost no other', async () => {
    const lines = [
      line(1),
      'no JSON',
      '[1]',
      line(2, { url: 'ftp://x.test/' }),
      line(3, { title: ' ' }),
      line(4, { publishedAt: 'some day' }),
      line(5, { publishedAt: '2031-01-01' }),
      line(6),
    ];
    const entries = await read(lines.join('\r\n'), 'ndjson');
    expect(itemsOf(entries).map(({ title }) => title)).toEqual(['Title 1', 'Title 6']);
    expect(reasonsOf(entries)).toEqual([
      'the line is no JSON object',
      'the line is no JSON object',
      'no http or https address: "ftp://x.test/"',
      'no title',
      'no date that can be read: "some day"',
      'no date that can be read: "2031-01-01"',
    ]);
    expect(entries.find((entry) => !entry.ok)).toMatchObject({ record: 2, raw: 'no JSON' });
  });

  it('go on after those that were read before', async () => {
    const text = [1, 2, 3, 4].map((n) => line(n)).join('\n');
    const entries = await read(text, 'ndjson', PRESETS.plain, 2);
    expect(entries.map(({ record }) => record)).toEqual([3, 4]);
  });

  it('come from CSV with quotes, line ends within cells and short lines', async () => {
    const csv = [
      'title,url,publishedAt,summary',
      '"A ""quoted"", long title",https://x.test/1,2026-02-01,"two\nlines"',
      'Short line,https://x.test/2',
      'Plain,https://x.test/3,2026-02-02,',
    ].join('\n');
    const entries = await read(csv, 'csv');
    expect(itemsOf(entries).map(({ title, summary }) => [title, summary])).toEqual([
      ['A "quoted", long title', 'two lines'],
      ['Plain', ''],
    ]);
    expect(reasonsOf(entries)).toEqual(['no date that can be read: ""']);
  });

  it("come from Media Cloud's results", async () => {
    const csv = [
      'id,indexed_date,language,media_name,media_url,publish_date,title,url',
      '9,2026-02-03 01:02:03,en,dawn.com,dawn.com,2026-02-02,Border reopens,https://www.dawn.com/news/1',
    ].join('\n');
    const [entry] = await read(csv, 'csv', PRESETS['media-cloud']);
    expect(entry).toMatchObject({
      ok: true,
      source: 'dawn.com',
      item: { language: 'en', title: 'Border reopens' },
    });
  });

  it("come from GDELT's article list, as CSV and as JSON", async () => {
    const csv = '\ufeffURL,MobileURL,Date,Title\nhttps://x.test/1,,2026-02-02 10:15:00,Talks resume\n';
    expect(itemsOf(await read(csv, 'csv', PRESETS.gdelt))).toMatchObject([
      { title: 'Talks resume', publishedAt: new Date('2026-02-02T10:15:00Z') },
    ]);
    const json = JSON.stringify({
      ...{ url: 'https://x.test/2', title: 'Talks stall', seendate: '20260202T101500Z' },
      ...{ domain: 'x.test', language: 'Pashto' },
    });
    expect(itemsOf(await read(json, 'ndjson', PRESETS['gdelt-json']))).toMatchObject([
      { title: 'Talks stall', language: 'ps', publishedAt: new Date('2026-02-02T10:15:00Z') },
    ]);
  });

  it("come from GDELT's knowledge graph, whose title hides in its last column", async () => {
    const cells = Array.from({ length: 27 }, () => '');
    [cells[0], cells[1], cells[3], cells[4]] = [
      '20260202101500-1',
      '20260202101500',
      'x.test',
      'https://x.test/3',
    ];
    cells[26] = '<PAGE_LINKS>a</PAGE_LINKS><PAGE_TITLE>Kabul &amp; Islamabad "meet"</PAGE_TITLE>';
    expect(itemsOf(await read(cells.join('\t'), 'tsv', PRESETS['gdelt-gkg']))).toMatchObject([
      { title: 'Kabul & Islamabad "meet"', publishedAt: new Date('2026-02-02T10:15:00Z') },
    ]);
  });

  it('cost no memory for a line that never ends', async () => {
    const entries = await read(`${'x'.repeat(3_000_000)}\n${line(1)}`, 'ndjson');
    expect(reasonsOf(entries)).toHaveLength(1);
    expect(entries.flatMap((entry) => (entry.ok ? [] : [entry.raw.length]))).toEqual([2_000]);
    expect(itemsOf(entries)).toHaveLength(1);
  });
});
