import fc from 'fast-check';
import { type ExportedRow, type FoldQuestion, foldTrends, nameOfPoint } from './support/fold-trends.js';
import { openSampleWorld, type SampleWorld, type Status, untilQuiet } from './support/sample-server.js';
import { getJson, type RunningProcess, runToEnd } from './support/server-process.js';

type TrendPoint = Record<string, number | null> & { start: string; withoutReprints: { count: number } };
type TrendSeries = { theme: string; group: string | null; points: TrendPoint[] };
type Trends = { series: TrendSeries[] };

let world: SampleWorld;
let server: RunningProcess;
let rows: ExportedRow[];

beforeAll(async () => {
  world = await openSampleWorld();
  server = await world.start();
  await untilQuiet(server.url, new Date(0));
  // Edited headlines come with the second poll.
  await untilQuiet(server.url, new Date());
  const { output } = await runToEnd('cli', world.settings, ['export']);
  rows = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedRow);
}, 180_000);

afterAll(async () => {
  await server.end('SIGTERM');
  await world.close();
});

const get = <T>(path: string): Promise<T> => getJson<T>(`${server.url}/api/v1${path}`);

describe('the embedded server on sample feeds', () => {
  it('answers a question for trends without parameters with counts', async () => {
    const { series } = await get<Trends>('/trends');
    expect(series).toHaveLength(1);
    expect(series[0]!.points.reduce((sum, { count }) => sum + count!, 0)).toBeGreaterThan(500);
  });

  it('has one article for every item, however often the feeds are polled', async () => {
    const before = await get<Status>('/status');
    await untilQuiet(server.url, new Date());
    expect(await get<Status>('/status')).toEqual(before);
    expect(rows.length).toBe(before.articles);
  });

  it('keeps an edited headline as a revision of the same article', async () => {
    const edited = (
      rows as unknown as { revision: number; title: string; history: { title: string }[] }[]
    ).filter(({ revision }) => revision > 1);
    expect(edited.length).toBeGreaterThan(0);
    for (const { history, title } of edited) expect(history.at(-1)!.title).not.toBe(title);
  });

  it('shows the closure, the reprints and the alert that the samples tell of', async () => {
    const { alerts } = await get<{ alerts: { theme: string; evidence: object[] }[] }>('/alerts');
    expect(alerts.map(({ theme }) => theme)).toContain('border-durand');
    const reprinted = rows.filter(({ story }) => !story.origin);
    expect(reprinted.length).toBeGreaterThan(50);
    const printsOf = (id: string) => reprinted.filter(({ story }) => story.storyId === id).length;
    const [most] = reprinted.map(({ story }) => story.storyId).sort((a, b) => printsOf(b) - printsOf(a));
    const page = await get<{ articles: { story: { origin: boolean } }[] }>(
      `/articles?story=${most}&about=any`,
    );
    expect(page.articles.length).toBeGreaterThanOrEqual(5);
    expect(page.articles.filter(({ story }) => story.origin)).toHaveLength(1);
  });

  it('pages through every article once, in every language, and finds words and phrases', async () => {
    const seen = new Set<string>();
    let next: string | null = null;
    do {
      const page: { articles: { id: string }[]; next: string | null } = await get(
        `/articles?about=any&limit=200${next ? `&cursor=${next}` : ''}`,
      );
      for (const { id } of page.articles) seen.add(id);
      next = page.next;
    } while (next);
    expect(seen.size).toBe(rows.length);
    const urdu = await get<{ articles: { title: string }[] }>(
      `/articles?q=${encodeURIComponent('طورخم')}&about=any`,
    );
    expect(urdu.articles.length).toBeGreaterThan(0);
  });

  it('describes itself, and answers mistakes with problem details', async () => {
    const { paths } = await getJson<{ paths: object }>(`${server.url}/docs/openapi.json`);
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/v1/trends', '/api/v1/articles/{id}', '/health/ready']),
    );
    const response = await fetch(`${server.url}/api/v1/trends?theem=refugees&zone=Mars`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status: 400,
      title: 'Bad Request',
      detail: expect.stringContaining('theem'),
    });
    for (const path of [
      '/articles?cursor=nonsense',
      '/trends?zone=Asia/Tokyo',
      '/trends?country=pk',
      '/trends?adjusted=true&by=language',
      '/trends?adjusted=true&interval=hour',
      '/trends?adjusted=yes',
      '/trends?by=source&theme=refugees&from=1995-01-01',
      '/articles?zone=Mars',
      '/alerts?theme=refugee',
      '/trends?from=2026-02-30',
      '/articles/none',
      '/nothing',
    ]) {
      const answer = await fetch(`${server.url}/api/v1${path}`);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

describe('GET /trends', () => {
  it('equals an independent fold over the exported articles, for any filter', async () => {
    const { sources } = await get<{ sources: { id: string; country: string; bloc: string }[] }>('/sources');
    const { themes } = await get<{ themes: { id: string }[] }>('/themes');
    const some = (values: string[], max = 3): fc.Arbitrary<string[] | undefined> =>
      fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: max }), {
        nil: undefined,
        freq: 2,
      });
    const distinct = (values: string[]): string[] => [...new Set(values)];
    const question = fc.record({
      theme: some(themes.map(({ id }) => id)),
      country: some(distinct(sources.map(({ country }) => country))),
      bloc: some(distinct(sources.map(({ bloc }) => bloc))),
      source: some(
        sources.map(({ id }) => id),
        6,
      ),
      language: some(['en', 'ur', 'ps', 'prs']),
      about: fc.uniqueArray(fc.constantFrom('both', 'pakistan', 'afghanistan', 'neither'), { minLength: 1 }),
      interval: fc.constantFrom('30m', 'hour', 'day', 'week', 'month'),
      zone: fc.constantFrom('UTC', 'Asia/Karachi', 'Asia/Kabul'),
      by: fc.constantFrom(undefined, 'bloc', 'country', 'source', 'language'),
      days: fc.integer({ min: 1, max: 92 }),
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ days, ...asked }) => {
        const fine = asked.interval === '30m' || asked.interval === 'hour';
        const full = { ...asked, zone: fine ? 'UTC' : asked.zone } as FoldQuestion;
        const span = fine ? Math.min(days, 4) : days;
        const from = new Date(Date.now() - span * 86_400_000).toISOString();
        const { series } = await get<Trends>(`/trends?${queryOf(full)}&from=${from}`);
        const begin = series[0]?.points[0]?.start ?? from;
        const expected = foldTrends(
          rows.filter(({ countedAt }) => countedAt >= begin),
          sources,
          full,
        );
        expect(pointsOf(series, full)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

function queryOf(question: FoldQuestion): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  }
  return query.toString();
}

/** The points with an article or more, named as the fold names them. */
function pointsOf(series: TrendSeries[], { interval, zone }: FoldQuestion): Map<string, object> {
  return new Map(
    series.flatMap(({ theme, group, points }) =>
      points
        .filter(({ count }) => count! > 0)
        .map(
          ({ start, count, scored, negative, neutral, positive, mean, total, volume, withoutReprints }) => [
            `${theme}/${group} ${nameOfPoint(start, interval, zone)}`,
            {
              count,
              scored,
              negative,
              neutral,
              positive,
              mean,
              total,
              volume,
              origins: withoutReprints.count,
            },
          ],
        ),
    ),
  );
}
