import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackServer, type LoopbackServer } from '../support/loopback-server.js';
import { feedBody, item } from './support/feed-desk.js';
import { getJson, type RunningProcess, runToEnd, startProcess, until } from './support/server-process.js';

type Feed = {
  id: string;
  source: string;
  url: string;
  origin: string;
  status: string;
  lastOkAt: string | null;
};
type Preview = {
  url: string;
  articles: { title: string; source: string; undated: boolean }[];
  warnings: string[];
};
type Problem = {
  status: number;
  detail: string;
  errors?: { parameter: string }[];
  feed?: string;
  feeds?: object[];
};
type Answer<T> = { status: number; headers: Headers; body: T };

const hoursAgo = (hours: number): string =>
  `<pubDate>${new Date(Date.now() - hours * 3_600_000).toUTCString()}</pubDate>`;

let site: LoopbackServer;
let server: RunningProcess;
let settings: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'narrative-feeds-'));

beforeAll(async () => {
  site = await loopbackServer((request, response) => {
    const pages: Record<string, { headers?: Record<string, string>; body: string }> = {
      '/': {
        body: '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><a href="/more.rss">x</a>',
      },
      '/feed.xml': feedBody(
        item('https://valley.test/1', 'Torkham is open', hoursAgo(2)) +
          item('https://valley.test/2', 'Undated', ''),
        '<title>Valley Times</title>',
      ),
      '/configured.xml': feedBody(item('https://gazette.test/1', 'Talks in Kabul', hoursAgo(3))),
    };
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, page?.headers ?? { 'content-type': 'text/html' }).end(page?.body);
  });
  writeFileSync(
    join(folder, 'sources.yaml'),
    `sources: [{ id: gazette, name: Gazette, country: PK, bloc: pakistani, language: en, kind: press,
      hosts: [gazette.test], feeds: [{ id: gazette-home, url: '${site.origin}/configured.xml' }] }]`,
  );
  settings = {
    ...{ DATA_DIR: join(folder, 'data'), SOURCES_FILE: join(folder, 'sources.yaml'), PORT: '0' },
    ...{ ALLOW_ORIGINS: site.origin, HOST_GAP_MS: '0', SWEEP_INTERVAL_MS: '100', LOG_LEVEL: 'silent' },
  };
  server = await startProcess('server', settings);
}, 90_000);
afterAll(async () => {
  await server.end('SIGTERM');
  await site.close();
  rmSync(folder, { recursive: true });
});

async function post<T>(body: unknown): Promise<Answer<T>> {
  const response = await fetch(`${server.url}/api/v1/feeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}
const feedsOf = async (): Promise<Feed[]> =>
  (await getJson<{ feeds: Feed[] }>(`${server.url}/api/v1/feeds`)).feeds;

describe('POST /feeds', () => {
  it('refuses what is not right with the name of the field, and stores nothing', async () => {
    const parametersOf = async (body: unknown) => {
      const { status, body: problem } = await post<Problem>(body);
      expect(status).toBe(400);
      return problem.errors?.map(({ parameter }) => parameter) ?? problem.detail;
    };
    expect(await parametersOf({})).toEqual(['url']);
    expect(await parametersOf({ url: site.origin, dryrun: true })).toEqual(['request']);
    expect(await parametersOf({ url: site.origin, language: 'Urdu' })).toEqual(['language']);
    const detailOf = async (source: unknown) =>
      (await post<Problem>({ url: site.origin, source })).body.detail;
    expect(await detailOf({ name: 'X', bloc: 'martian' })).toMatch(/^source: bloc: .*"taliban-run"/);
    expect(await detailOf({ country: 'PK' })).toMatch(/^source: name: /);
    expect(await detailOf({ name: 'X', county: 'PK' })).toMatch(/^source: .*"county"/);
    expect(await detailOf({ name: 'X\u001b[2J' })).toMatch(/^source\.name: a name has no control characters/);
    expect(await detailOf({ name: 'X', hosts: ['bbc.com'] })).toMatch(/^source\.hosts: bbc\.com carries/);
    expect(await detailOf(7)).toMatch(/^source: the id of a source, or a new one like/);
    expect(await parametersOf({ url: 'ftp://x.test' })).toMatch(/^url: .* not an http or https address/);
    expect(await parametersOf({ url: site.origin, source: 'gazett' })).toContain('Did you mean gazette?');
    expect((await post<Problem>('{"url":')).status).toBe(400);
    expect(await feedsOf()).toHaveLength(1);
  });

  it('shows with dryRun what would be stored, found through the page of the site', async () => {
    const { status, body } = await post<{ preview: Preview }>({ url: site.origin, dryRun: true });
    expect(status).toBe(200);
    expect(body.preview).toMatchObject({
      ...{
        url: `${site.origin}/feed.xml`,
        foundBy: 'link',
        title: 'Valley Times',
        encoding: 'utf-8',
        items: 2,
      },
      source: { id: 'valley-times', country: 'unknown', bloc: 'unknown', isNew: true },
      articles: [
        {
          title: 'Torkham is open',
          urlKey: 'valley.test/1',
          undated: false,
          known: null,
          source: 'valley-times',
        },
        { title: 'Undated', undated: true, publishedAt: null },
      ],
      warnings: ['1 item without a date will be counted when first fetched'],
      others: [{ url: `${site.origin}/more.rss`, title: 'x' }],
    });
    expect(await feedsOf()).toHaveLength(1);
  });

  it('says in the detail why a test failed, and lists what the page names', async () => {
    const { status, headers, body } = await post<Problem>({ url: `${site.origin}/none` });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      status: 422,
      detail: 'HTTP 404: there is nothing at this address',
      feeds: [],
    });
  });

  it('adds the feed, which is polled at once, and is not added again', async () => {
    const source = { name: 'Valley Times', country: 'AF', bloc: 'afghan-independent', language: 'en' };
    const { status, headers, body } = await post<{ feed: Feed }>({ url: site.origin, source });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/feeds/${body.feed.id}`);
    expect(body.feed).toMatchObject({ source: 'valley-times', origin: 'added', status: 'active' });
    await until('it is polled', async () => (await feedsOf()).every(({ lastOkAt }) => lastOkAt !== null));
    const { sources } = await getJson<{ sources: { id: string }[] }>(`${server.url}/api/v1/sources`);
    expect(sources).toContainEqual(
      expect.objectContaining({
        ...source,
        id: 'valley-times',
        feeds: [expect.objectContaining({ id: body.feed.id })],
      }),
    );
    const again = await post<Problem>({ url: `${site.origin}/feed.xml/` });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ feed: `/api/v1/feeds/${body.feed.id}` });
    expect(again.body.detail).toContain(`"${body.feed.id}"`);
    const taken = await post<Problem>({ url: `${site.origin}/x`, source: { ...source, id: 'gazette' } });
    expect([taken.status, taken.body.detail]).toEqual([
      409,
      expect.stringContaining('already a source "gazette"'),
    ]);
  });
});

describe('GET /feeds/{id}', () => {
  it('says why the next poll is when it is, with the polls that led there', async () => {
    const [feed] = await feedsOf();
    const detail = await getJson<Record<string, unknown>>(`${server.url}/api/v1/feeds/${feed!.id}`);
    expect(detail).toMatchObject({
      id: 'gazette-home',
      why: expect.stringMatching(/^Next poll .+\.$/),
      redirect: null,
    });
    expect(detail['fetches']).toMatchObject([{ outcome: 'ok', httpStatus: 200, items: 1, inserted: 1 }]);
  });

  it('answers 404 for a feed that does not exist', async () => {
    const response = await fetch(`${server.url}/api/v1/feeds/none`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { detail: expect.stringContaining('"none"') },
    ]);
  });
});

describe('a parameter that does not exist', () => {
  it.each([
    ...['feeds', 'feeds/gazette-home', 'themes', 'sources', 'status', 'articles', 'articles/none'],
    ...['trends?theme=trade', 'coverage', 'alerts'],
  ])('is refused by GET /%s', async (path) => {
    const response = await fetch(
      `${server.url}/api/v1/${path}${path.includes('?') ? '&' : '?'}sorce=gazette`,
    );
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining('"sorce"') },
    ]);
  });

  it('is refused by POST /feeds, where dryRun belongs into the body, and nothing is stored', async () => {
    const before = await feedsOf();
    const response = await fetch(`${server.url}/api/v1/feeds?dryRun=true`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${site.origin}/more.rss`, force: true }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining('"dryRun"') },
    ]);
    expect(await feedsOf()).toHaveLength(before.length);
  });
});

describe('the description of the API', () => {
  it('names no parameters where there are none', async () => {
    const { paths } = await getJson<{ paths: Record<string, { get: { parameters?: { name: string }[] } }> }>(
      `${server.url}/docs/openapi.json`,
    );
    const namesOf = (path: string) => (paths[path]!.get.parameters ?? []).map(({ name }) => name);
    expect(namesOf('/api/v1/feeds')).toEqual([]);
    expect(namesOf('/api/v1/status')).toEqual([]);
    expect(namesOf('/api/v1/feeds/{id}')).toEqual(['id']);
    expect(namesOf('/api/v1/articles/{id}')).toEqual(['id']);
  });

  it('tells of the body with examples, and of every answer', async () => {
    type Operation = {
      requestBody: { content: Record<string, { schema: object; examples: object }> };
      responses: object;
    };
    const { paths } = await getJson<{ paths: Record<string, { post: Operation }> }>(
      `${server.url}/docs/openapi.json`,
    );
    const { requestBody, responses } = paths['/api/v1/feeds']!.post;
    const { schema, examples } = requestBody.content['application/json']!;
    expect(JSON.stringify(schema)).toContain('dryRun');
    expect(Object.keys(examples)).toEqual(['look', 'add', 'second']);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '201', '409', '422', '503']));
  });
});

describe('the command line beside the server', () => {
  const run = async (...args: string[]) => runToEnd('cli', settings, args);

  it('lists and shows feeds, and says plainly what does not exist', async () => {
    const list = await run('feeds', 'list');
    expect(list.output).toMatch(/^ID +SOURCE +STATUS/);
    expect(list.output).toMatch(/gazette-home +gazette +active/);
    expect((await run('feeds', 'show', 'gazette-home')).output).toMatch(/why then +Next poll/);
    const unknown = await run('feeds', 'show', 'none');
    expect([unknown.code, unknown.output.trim()]).toEqual([
      1,
      expect.stringMatching(/^there is no feed "none"/),
    ]);
  });

  it('adds a feed through the same test', async () => {
    const dry = await run('feeds', 'add', `${site.origin}/feed.xml`, '--dry-run');
    expect([dry.code, dry.output]).toEqual([
      0,
      expect.stringMatching(/Torkham is open[^]*Nothing was stored/),
    ]);
    const taken = await run('feeds', 'add', `${site.origin}/feed.xml`);
    expect([taken.code, taken.output]).toEqual([1, expect.stringContaining('Not added: ')]);
  });

  it('takes the list of feeds out and in again', async () => {
    const file = join(folder, 'feeds.opml');
    expect((await run('opml', 'export', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('</body>', '<outline text="New" xmlUrl="https://new.test/rss"/></body>'),
    );
    const dry = await run('opml', 'import', file, '--dry-run');
    expect(dry.output).toContain('1 to add, 2 already watched, 0 rejected.');
    expect((await run('opml', 'import', file)).output).toContain('1 added, 2 already watched, 0 rejected.');
    expect((await feedsOf()).map(({ url }) => url)).toContain('https://new.test/rss');
    expect(await run('opml', 'import', join(folder, 'none.opml'))).toMatchObject({
      ...{ code: 1, output: expect.stringContaining('there is no such file') },
    });
  });
});
