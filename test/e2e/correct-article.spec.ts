import { type CorrectionServer, openCorrectionServer } from './support/correction-server.js';
import { getJson, runToEnd } from './support/server-process.js';

const { MONGODB_URI, REDIS_URL } = process.env;
const isDistributed = Boolean(MONGODB_URI && REDIS_URL);
if (!isDistributed)
  console.warn('LEFT OUT: corrections in distributed mode, since MONGODB_URI and REDIS_URL are not set');

const TITLES = [
  'Deadly attack at Torkham border kills five as Pakistan and Afghanistan trade blame',
  'Pakistan and Afghanistan chambers of commerce publish their calendar',
];
const THEME = 'people-education';
const PARENT = 'taliban-governance';
const CHILD = 'recognition';

type View = {
  id: string;
  title: string;
  settled: boolean;
  analysis: { version: number; themes: { id: string }[]; sentiment: { polarity: string | null } };
  correction: { themes: string[]; polarity: string; by: string; note: string; found: object } | null;
  effective: { themes: string[]; polarity: string | null; about: string; score: number | null };
};
type Point = { count: number; negative: number; positive: number };
type Problem = { status: number; detail: string; errors?: { parameter: string }[] };

function distributed(): Record<string, string> {
  const [mongo, redis] = [new URL(MONGODB_URI!), new URL(REDIS_URL!)];
  mongo.pathname = `/corrections_${process.pid}`;
  redis.pathname = '/9';
  return { RUN_MODE: 'distributed', MONGODB_URI: mongo.href, REDIS_URL: redis.href };
}

const MODES = [
  { name: 'embedded', workers: 0, settings: (): Record<string, string> => ({}) },
  ...(isDistributed ? [{ name: 'distributed', workers: 1, settings: distributed }] : []),
];

describe.each(MODES)('correcting an article, $name', ({ workers, settings }) => {
  let server: CorrectionServer;
  let first: View;
  beforeAll(async () => {
    server = await openCorrectionServer(TITLES, { workers, settings: settings() });
    await server.start();
    await server.untilQuiet();
    first = await article();
  }, 120_000);
  afterAll(() => server.close());

  const get = <T>(path: string): Promise<T> => getJson<T>(`${server.url()}/api/v1${path}`);
  const list = async (query: string): Promise<View[]> =>
    (await get<{ articles: View[] }>(`/articles?${query}`)).articles;
  const article = async (): Promise<View> => {
    const found = (await list('about=any')).find(({ title }) => title === TITLES[0]);
    return get(`/articles/${found!.id}`);
  };
  const send = async (method: string, id: string, body?: unknown) => {
    const response = await fetch(`${server.url()}/api/v1/articles/${id}/correction`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as View & Problem };
  };
  const sumOf = async (theme?: string): Promise<Point> => {
    const filter = theme ? `&theme=${theme}` : '';
    const { series } = await get<{ series: { sum: Point }[] }>(`/trends?about=any${filter}`);
    return series[0]!.sum;
  };
  const signed = { by: 'A. Analyst', note: 'Tells of a school' };

  it('refuses what is not right, says what would be, and changes nothing', async () => {
    const refused = async (body: unknown) => (await send('PUT', first.id, body)).body;
    expect(await refused({ ...signed })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('say what is right'),
    });
    for (const name of ['by', 'note'])
      expect(await refused({ about: 'both', ...signed, [name]: ' ' })).toMatchObject({
        ...{ status: 400, errors: [{ parameter: name }] },
      });
    expect(await refused({ ...signed, theme: ['x'], about: 'both' })).toMatchObject({ status: 400 });
    expect(await refused({ ...signed, polarity: 'grim' })).toMatchObject({
      ...{ status: 400, errors: [{ parameter: 'polarity' }] },
    });
    const { detail } = await refused({ ...signed, themes: ['school', THEME] });
    expect(detail).toMatch(/^themes: there is no theme "school"\. The themes are .*people-education/);
    expect((await send('PUT', 'nobody', { ...signed, about: 'both' })).status).toBe(404);
    expect((await send('DELETE', 'nobody')).status).toBe(404);
    expect(await article()).toEqual(first);
  });

  it('shows what analysis and analyst say, and what counts', async () => {
    const told = { ...signed, themes: [THEME, CHILD], polarity: 'positive' };
    const { status, body } = await send('PUT', first.id, told);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id: first.id, analysis: first.analysis, effective: { polarity: 'positive', score: 0 } },
      correction: {
        ...{ ...told, about: null },
        found: { themes: first.analysis.themes.map(({ id }) => id), polarity: 'negative', revision: 1 },
      },
    });
    expect(body.effective.themes.sort()).toEqual([THEME, CHILD, PARENT].sort());
  });

  it('changes trends and lists', async () => {
    await server.untilQuiet();
    for (const theme of [THEME, CHILD, PARENT])
      expect(await sumOf(theme)).toMatchObject({ count: 1, positive: 1 });
    for (const { id } of first.analysis.themes) expect([id, (await sumOf(id)).count]).toEqual([id, 0]);
    expect(await sumOf()).toMatchObject({ count: TITLES.length, negative: 0, positive: 1 });
    expect(await list(`theme=${THEME}&polarity=positive`)).toMatchObject([{ id: first.id }]);
    expect(await list('about=any&corrected=true')).toMatchObject([{ id: first.id }]);
    expect(await list('about=any&corrected=false')).toHaveLength(TITLES.length - 1);
    expect((await article()).settled).toBe(true);
  });

  it('is reported by theme, in the API and on the command line', async () => {
    const report = await get<{ caveat: string; themes: { rows: object[] } }>('/accuracy');
    expect(report).toMatchObject({
      reviewed: 1,
      analysis: 'then',
      caveat: expect.stringContaining('not a random sample'),
    });
    expect(report.themes.rows).toContainEqual({
      ...{ theme: THEME, kept: 0, removed: 0, added: 1, precision: null },
      recall: { value: 0, low: 0, high: expect.any(Number), of: 1 },
    });
    expect(await get('/accuracy?version=99&language=ur&analysis=now')).toMatchObject({ reviewed: 0 });
    const { code, output } = await runToEnd('cli', server.settings, ['accuracy', '--json']);
    expect([code, JSON.parse(output)]).toEqual([0, report]);
    const table = await runToEnd('cli', server.settings, ['accuracy']);
    expect(table.output).toMatch(/not a random sample/);
    expect(table.output).toMatch(new RegExp(`${THEME} +0 +0 +1 +– +– +0\\.00`));
  });

  it('still holds after history was tagged anew', async () => {
    await server.stop();
    server.changeTaxonomy();
    await server.start();
    await server.untilQuiet();
    const now = await article();
    expect(now.analysis.version).toBeGreaterThan(first.analysis.version);
    expect(now.correction).toMatchObject({
      themes: [THEME, CHILD].sort(),
      found: { version: first.analysis.version },
    });
    expect(await sumOf(THEME)).toMatchObject({ count: 1, positive: 1 });
  });

  it('is withdrawn, and the counts are what they were', async () => {
    const { status, body } = await send('DELETE', first.id);
    expect([status, body.correction]).toEqual([200, null]);
    expect((await send('DELETE', first.id)).status).toBe(200);
    await server.untilQuiet();
    expect(await sumOf(THEME)).toMatchObject({ count: 0 });
    for (const { id } of first.analysis.themes) expect([id, (await sumOf(id)).count]).toEqual([id, 1]);
    expect(await sumOf()).toMatchObject({ count: TITLES.length, negative: 1, positive: 0 });
    expect((await article()).effective).toEqual(first.effective);
    expect(await list('about=any&corrected=true')).toEqual([]);
  });
});
