import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { itemsOf, readCsv, readHistory, reasonsOf } from '../../../../test/support/read-history.js';

const line = (n: number, more: object = {}): string =>
  JSON.stringify({ url: `https://x.test/${n}`, title: `Title ${n}`, publishedAt: '2026-02-01', ...more });

describe('records of history', () => {
  it('come from NDJSON, with all their fields as plain text', async () => {
    const summary = '<p>Read &amp; kept</p>';
    const entries = await readHistory(
      line(1, { summary, author: ['A. One', 'B. Two'], language: 'Urdu', source: 'Dawn' }),
    );
    expect(entries).toMatchObject([{ ok: true, record: 1, position: 1, source: 'Dawn' }]);
    expect(itemsOf(entries)).toEqual([
      {
        ...{ url: 'https://x.test/1', title: 'Title 1', summary: 'Read & kept', author: 'A. One, B. Two' },
        ...{ language: 'ur', publishedAt: new Date('2026-02-01'), updatedAt: null },
        ...{ originalUrl: null, guid: null, content: '', html: null },
      },
    ]);
  });

  it('keep what only looks like markup in their titles', async () => {
    const titles = ['Profit < loss & more', 'Kabul&#8217;s <b>answer</b>'];
    const entries = await readHistory(titles.map((title, n) => line(n, { title })).join('\n'));
    expect(itemsOf(entries).map(({ title }) => title)).toEqual(['Profit < loss & more', 'Kabul’s answer']);
  });

  it('are rejected one by one, each with its reason and its text, and cost no other', async () => {
    const lines = [
      line(1),
      'no JSON',
      '[1]',
      line(2, { url: 'ftp://x.test/' }),
      line(3, { title: ' ' }),
      line(4, { publishedAt: 'some day' }),
      line(5, { publishedAt: '2031-01-01' }),
      line(6, { publishedAt: null }),
      line(7),
    ];
    const entries = await readHistory(lines.join('\r\n'));
    expect(itemsOf(entries).map(({ title }) => title)).toEqual(['Title 1', 'Title 7']);
    expect(reasonsOf(entries)).toEqual([
      'this is no JSON object',
      'this is no JSON object',
      'the address is not one of http or https: "ftp://x.test/"',
      'no title',
      'the date cannot be read, or lies before 1990 or ahead: "some day"',
      'the date cannot be read, or lies before 1990 or ahead: "2031-01-01"',
      'no date',
    ]);
    const rejected = entries.flatMap((entry) => (entry.ok ? [] : [[entry.record, entry.raw]]));
    expect(rejected).toEqual([2, 3, 4, 5, 6, 7, 8].map((n) => [n, lines[n - 1]]));
  });

  it('go on after those that were read before, with the same numbers', async () => {
    const table = [
      'title,url,publishedAt',
      '"a\nb",https://x.test/1,2026-02-01',
      'no address,,2026-02-01',
      '',
    ];
    const content = `${table.join('\n')}"c,https://x.test/3,2026-02-01\nd,https://x.test/4,2026-02-01\n`;
    const all = await readCsv(content);
    expect(all).toHaveLength(4);
    for (const skip of [1, 2, 3, 4]) expect(await readCsv(content, {}, skip)).toEqual(all.slice(skip));
  });

  it('are looked for at paths within JSON, and in JSON that is not escaped as it should be', async () => {
    const nested = JSON.stringify({
      web: { url: 'https://x.test/1' },
      headline: { main: 'One' },
      at: 1769904000,
    });
    const columns = { url: ['web.url'], title: ['headline.main'], publishedAt: ['at'] };
    expect(itemsOf(await readHistory(nested, { columns }))).toMatchObject([
      { title: 'One', publishedAt: new Date('2026-02-01T00:00:00Z') },
    ]);
    const stray = '{"url":"https://x.test/2","title":"A \\\' tab\there \\u0041","publishedAt":"2026-02-01"}';
    expect(itemsOf(await readHistory(stray))[0]?.title).toBe("A \\' tab here A");
  });

  it('come from CSV of spreadsheets: semicolons, a note of them, empty rows, other cases, windows-1256', async () => {
    const table = 'TITLE;Url;publishedat\nمحادثات على الحدود بين باكستان;https://x.test/1;01/02/2026\n;;\n';
    for (const text of [table, `sep=;\r\n${table.replaceAll('\n', '\r\n')}`]) {
      const entries = await readCsv(iconv.encode(text, 'windows-1256'));
      expect(entries).toMatchObject([
        { ok: true, item: { title: 'محادثات على الحدود بين باكستان', publishedAt: new Date('2026-02-01') } },
      ]);
    }
    const tabs = 'title\turl\tpublishedAt\n"Talks, again ""soon"""\thttps://x.test/1\t2026-02-01';
    const entries = await readHistory(iconv.encode(tabs, 'utf-16le', { addBOM: true }), { format: 'tsv' });
    expect(itemsOf(entries)[0]?.title).toBe('Talks, again "soon"');
  });

  it('come from files without a header, whose columns are numbered', async () => {
    const columns = { url: ['2'], title: ['1'], publishedAt: ['3'] };
    const entries = await readCsv('One,https://x.test/1,2026-02-01\n', { header: false, columns });
    expect(itemsOf(entries)[0]?.title).toBe('One');
  });

  it('come from packed files, up to where one is damaged', async () => {
    const text = Array.from({ length: 20_000 }, (_, n) => line(n, { summary: `${n * 7919}` })).join('\n');
    const packed = gzipSync(text);
    expect(await readHistory(packed)).toHaveLength(20_000);
    await expect(readHistory(packed.subarray(0, 100_000))).rejects.toThrow(/damaged gzip/);
  });

  it('are rejected where a line never ends', async () => {
    const entries = await readHistory(`${line(1)}\n${'x'.repeat(9_000_000)}\n${line(2)}`);
    expect(reasonsOf(entries)).toEqual(['the line is longer than 4 MB']);
    expect(itemsOf(entries)).toHaveLength(2);
  });
});

describe('a file that is not what it is said to be', () => {
  it('is refused at once, with the columns that it has and what to do, not record by record', async () => {
    await expect(readCsv('link,headline,url\na,b,c')).rejects.toThrow(
      'history has no column "title" (title), column "publishedAt" (publishedAt).\n' +
        'Its columns are: link, headline, url.\n' +
        'Say which is which with --map, like --map title=headline,publishedAt=date.',
    );
    await expect(readHistory('{"link":"a","headline":{"main":"b"}}')).rejects.toThrow(
      'Its columns are: link, headline.',
    );
  });

  it('names the preset that fits', async () => {
    await expect(readCsv('url,title,publish_date\n')).rejects.toThrow(
      'They are those of --preset media-cloud.',
    );
  });

  it('is refused where a column that was named by hand is not there', async () => {
    const content = 'url,title,publishedAt\n';
    await expect(readCsv(content, { columns: { language: ['lang'] }, mapped: ['language'] })).rejects.toThrow(
      'history has no column "lang" (language).',
    );
    expect(await readCsv(content)).toEqual([]);
  });

  it('is refused where it has too few columns for a table without a header', async () => {
    await expect(readHistory('a,b,c\n', { preset: 'gdelt-gkg' })).rejects.toThrow(
      'Its first line has 1 columns.',
    );
  });

  it('is refused where it is empty, or JSON that lists nothing', async () => {
    await expect(readHistory('')).rejects.toThrow('history is empty.');
    await expect(readHistory('{\n"articles": 5}')).rejects.toThrow(/is no JSON document that lists articles/);
    await expect(readHistory(`[${'1,'.repeat(3_000_000)}1]`)).rejects.toThrow(
      /too long to be read as one JSON document/,
    );
  });
});
