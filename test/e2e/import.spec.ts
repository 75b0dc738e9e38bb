import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { countsOf, ImportWorld, ndjsonLine, rejectedIn } from './support/import-world.js';
import type { Status } from './support/sample-server.js';
import { type Ended, getJson, startProcess, until } from './support/server-process.js';

let world: ImportWorld;
beforeEach(() => (world = new ImportWorld()));
afterEach(() => world.remove());

describe('narrative import', () => {
  it('reads NDJSON, says what came of it, and writes down what it rejected and why', async () => {
    const lines = [ndjsonLine(1), '{"url":', ndjsonLine(2, { title: '' }), ndjsonLine(3)];
    const file = world.put('history.ndjson', lines.join('\n'));
    expect(await world.imported(file)).toEqual([4, 2, 0, 2]);
    expect(rejectedIn(`${file}.rejected.ndjson`)).toEqual([
      { record: 2, reason: 'this is no JSON object', raw: lines[1] },
      { record: 3, reason: 'no title', raw: lines[2] },
    ]);
    expect(await world.stored()).toMatchObject([
      { url: 'https://www.dawn.test/1', sourceId: 'dawn', language: 'en' },
      { url: 'https://www.dawn.test/3', sourceId: 'dawn' },
    ]);
  }, 60_000);

  it('reads CSV with columns by other names, packed or not, and from standard input', async () => {
    const table = 'Kopf;Ort;Tag\n"Eins; zwei";https://x.test/1;02.02.2026\n';
    const map = ['--map', 'title=Kopf,url=Ort,publishedAt=Tag'];
    const file = world.put('history.csv.gz', gzipSync(table));
    expect(await world.imported(file, ...map)).toEqual([1, 1, 0, 0]);
    expect(await world.stored()).toMatchObject([{ title: 'Eins; zwei', sourceId: 'unknown' }]);
    expect(existsSync(`${file}.rejected.ndjson`)).toBe(false);
    const { child, ended } = world.start('-', '--format', 'csv', ...map);
    child.stdin!.end(table);
    expect(countsOf(await ended)).toEqual([1, 0, 1, 0]);
  }, 60_000);

  it('reads folders of feed documents', async () => {
    mkdirSync(join(world.folder, 'documents', '2026'), { recursive: true });
    const item = `<item><title>Talks</title><link>https://dawn.test/1</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item>`;
    const feed = `<rss version="2.0"><channel>${item}<item><title>Undated</title><link>https://dawn.test/2</link></item></channel></rss>`;
    world.put('documents/2026/a.xml', feed);
    world.put('documents/2026/b.xml', feed);
    world.put('documents/notes.txt', 'a letter');
    const path = join(world.folder, 'documents');
    expect(await world.imported(path)).toEqual([5, 1, 1, 3]);
    expect(rejectedIn(`${path}.rejected.ndjson`).map(({ record, reason }) => [record, reason])).toEqual([
      [2, 'no date that can be read'],
      [4, 'no date that can be read'],
      [5, 'the document holds no rss, rdf or feed element'],
    ]);
  }, 60_000);

  it('passes over what it imported before, unless it is told to begin anew, which makes no article twice', async () => {
    const file = world.put('history.ndjson', [ndjsonLine(1), 'broken', ndjsonLine(2)].join('\n'));
    expect(await world.imported(file)).toEqual([3, 2, 0, 1]);
    const before = await world.stored();
    expect((await world.cli('import', file)).output).toMatch(/was imported to its end before/);
    expect(await world.imported(file, '--again')).toEqual([3, 0, 2, 1]);
    expect(rejectedIn(`${file}.rejected.ndjson`)).toHaveLength(1);
    world.put('history.ndjson', [ndjsonLine(1), 'broken', ndjsonLine(2), ndjsonLine(3)].join('\n'));
    expect(await world.imported(file)).toEqual([4, 1, 2, 1]);
    expect((await world.stored()).slice(0, 2)).toEqual(before);
  }, 60_000);

  describe('in the middle of a long file', () => {
    const ROWS = Array.from({ length: 8_000 }, (_, n) => (n % 100 === 0 ? `broken ${n}` : ndjsonLine(n)));
    const BROKEN = ROWS.flatMap((row, n) => (row.startsWith('broken') ? [n + 1] : []));

    /** Sends a signal when some batches are done. */
    async function interrupted(file: string, signal: NodeJS.Signals): Promise<Ended> {
      const { child, ended } = world.start(file);
      const rejected = `${file}.rejected.ndjson`;
      await until(
        'some is imported',
        async () => existsSync(rejected) && statSync(rejected).size > 600,
        60_000,
        5,
      );
      child.kill(signal);
      return ended;
    }

    it('goes on where it was when it was killed, with the counts of one that was not', async () => {
      const file = world.put('history.ndjson', ROWS.join('\n'));
      expect(await interrupted(file, 'SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      const second = await world.cli('import', file);
      expect(second.output).toMatch(/Going on after [1-9]/);
      expect(countsOf(second)).toEqual([8_000, 7_920, 0, 80]);
      expect(rejectedIn(`${file}.rejected.ndjson`).map(({ record }) => record)).toEqual(BROKEN);
      expect(await world.stored()).toHaveLength(7_920);
    }, 120_000);

    it('stops in order when it is interrupted, and says how to go on', async () => {
      const file = world.put('history.ndjson', ROWS.join('\n'));
      const { code, output } = await interrupted(file, 'SIGINT');
      expect(code).toBe(130);
      expect(output).toContain('The same command goes on where this one stopped.');
      expect(await world.imported(file)).toEqual([8_000, 7_920, 0, 80]);
    }, 120_000);
  });

  it('tells people what is wrong and what to do', async () => {
    const file = world.put('history.csv', 'link,headline,day\nhttps://x.test/1,One,2026-02-01\n');
    expect(await world.failure(join(world.folder, 'nothing.csv'))).toContain(
      'there is no such file or folder',
    );
    expect(await world.failure(file)).toContain(
      'Its columns are: link, headline, day.\nSay which is which with --map, like --map title=headline,publishedAt=date.',
    );
    expect(await world.failure(file, '--preset', 'mediacloud')).toContain(
      'Allowed choices are plain, media-cloud',
    );
    expect(await world.failure(file, '--map', 'heading=headline')).toContain('The fields are url, title,');
    expect(await world.failure(world.put('history.dat', 'x'))).toContain('say --format ndjson, csv or tsv');
    expect(await world.failure(world.put('history.csv.zip', 'PK\u0003\u0004'), '--format', 'csv')).toContain(
      'unpack it',
    );
    mkdirSync(join(world.folder, 'empty'));
    expect(await world.failure(join(world.folder, 'empty'))).toContain('holds no files');
    const letter = world.put('letter.txt', 'Dear all');
    const broken = world.put('broken.ndjson', 'broken');
    expect(await world.failure(broken, '--rejected', letter)).toContain('name another file with --rejected');
    expect(readFileSync(letter, 'utf8')).toBe('Dear all');
    expect(await world.stored()).toEqual([]);
  }, 120_000);

  it('leaves articles that the server analyses and counts', async () => {
    const rows = Array.from({ length: 40 }, (_, n) =>
      ndjsonLine(n, { summary: `A deadly attack near Torkham, ${n} killed` }),
    );
    await world.imported(world.put('history.ndjson', rows.join('\n')));
    const server = await startProcess('server', {
      ...world.settings,
      LOG_LEVEL: 'silent',
      SWEEP_INTERVAL_MS: '100',
    });
    const get = <T>(path: string): Promise<T> => getJson<T>(`${server.url}/api/v1${path}`);
    await until('all is analysed and counted', async () => {
      const { unsettled, windowsOutstanding } = await get<Status>('/status');
      return unsettled + windowsOutstanding === 0;
    });
    const trends = await get<{ series: { points: { count: number }[] }[] }>(
      '/trends?from=2026-02-01&to=2026-03-01',
    );
    expect(trends.series[0]!.points.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    await server.end('SIGTERM');
  }, 120_000);
});
