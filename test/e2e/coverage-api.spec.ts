import type { INestApplication } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '#api/api-module.js';
import { describeApi } from '#api/open-api.js';
import { Log } from '#domain/log.js';
import { DAY_MS } from '#domain/window.js';
import { recordCoverage } from '#pipeline/record-coverage.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { aSilence, anAlert } from '../contract/store/alert-builders.js';
import { SilentLog } from './support/silent-log.js';
import { openWatchedWorld, type WatchedWorld } from './support/watched-world.js';

const START = new Date('2026-03-01T00:00:00Z');

type Count = { observed: number; partial: number; outage: number; notYetPolled: number };
type Covered = { coverage: Count };
type Trends = { series: { group: string | null; sum: Covered; points: (Covered & { start: string })[] }[] };
type CoverageAnswer = { from: string; to: string; days: { source: string; day: string; state: string }[] };

let world: WatchedWorld;
let app: INestApplication;
let url: string;

/** Twelve days of two outlets, of which the first loses the eleventh; then the present, the thirteenth at noon. */
beforeAll(async () => {
  world = await openWatchedWorld(
    {
      post: { feeds: ['post-home'], country: 'PK', bloc: 'pakistani' },
      wire: { feeds: ['wire-home'], country: 'AF', bloc: 'taliban-run' },
    },
    START,
  );
  for (let i = 0; i <= 12; i++) {
    world.clock.advance(DAY_MS / 2);
    for (const feedId of ['post-home', 'wire-home']) await world.poll({ feedId });
    if (i < 12) await world.count({ post: i === 10 ? 0 : 10, wire: 6 });
    if (i < 12) world.clock.advance(DAY_MS / 2);
  }
  for (let day = 1; day <= 13; day++)
    await recordCoverage({ day: `2026-03-${String(day).padStart(2, '0')}` }, { ...world, ...world.stores });
  await world.stores.alerts.save(anAlert('spike'));
  await world.stores.alerts.save(aSilence('silence', { series: 'feed:post-home' }));
  app = await NestFactory.create(moduleOf(world), { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await world.close();
});

function moduleOf({ stores, clock, register }: WatchedWorld): new () => object {
  const deps = { stores, clock, register, taxonomy: loadTaxonomy('config/themes.yaml'), version: 1 };
  const useValue = { ...deps, zones: ['UTC', 'Asia/Karachi'], halfHourDays: 120 };
  @Global()
  @Module({
    providers: [
      { provide: UseCaseDeps, useValue },
      { provide: Log, useValue: new SilentLog() },
    ],
    exports: [UseCaseDeps, Log],
  })
  class DepsModule {}
  @Module({ imports: [DepsModule, ApiModule] })
  class TestModule {}
  return TestModule;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}

const SPAN = 'from=2026-02-27&to=2026-03-13';

describe('GET /coverage', () => {
  it('tells of each source and day how well it was seen', async () => {
    const { from, to, days } = await get<CoverageAnswer>(`/coverage?${SPAN}`);
    expect([from, to]).toEqual(['2026-02-27', '2026-03-13']);
    expect(days.slice(0, 2).map(({ source, day }) => [day, source])).toEqual([
      ['2026-03-01', 'post'],
      ['2026-03-01', 'wire'],
    ]);
    expect(days.filter(({ state }) => state !== 'observed')).toEqual([
      {
        ...{ source: 'post', day: '2026-03-11', state: 'outage', seen: 0, expected: 10 },
        ...{ polls: 1, failedPolls: 0 },
      },
    ]);
  });

  it('narrows to sources, countries and blocs, and to the last thirty days by itself', async () => {
    const sourcesOf = async (query: string): Promise<string[]> => [
      ...new Set((await get<CoverageAnswer>(`/coverage?${query}`)).days.map(({ source }) => source)),
    ];
    expect(await sourcesOf('source=wire')).toEqual(['wire']);
    expect(await sourcesOf('country=PK')).toEqual(['post']);
    expect(await sourcesOf('bloc=taliban-run,indian')).toEqual(['wire']);
    expect(await sourcesOf('bloc=indian')).toEqual([]);
    expect(await get<CoverageAnswer>('/coverage')).toMatchObject({ from: '2026-02-12', to: '2026-03-13' });
  });

  it('tells of an outlet that the configuration no longer names, where it is asked for and on record', async () => {
    const [day] = await world.stores.coverage.days({
      from: '2026-03-01',
      to: '2026-03-02',
      sources: ['post'],
    });
    await world.stores.coverage.save([{ ...day!, sourceId: 'former' }]);
    const days = (await get<CoverageAnswer>(`/coverage?source=former,wire&${SPAN}`)).days;
    expect(days.filter(({ source }) => source === 'former')).toEqual([
      { ...day!, source: 'former', sourceId: undefined },
    ]);
    expect(days.filter(({ source }) => source === 'wire')).toHaveLength(13);
    expect((await get<CoverageAnswer>(`/coverage?source=former&country=PK&${SPAN}`)).days).toEqual([]);
  });

  it('answers mistakes with problem details that say what would be right', async () => {
    const detailOf = async (query: string): Promise<string> => {
      const response = await fetch(`${url}/api/v1/coverage?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      return ((await response.json()) as { detail: string }).detail;
    };
    expect(await detailOf('source=posst')).toContain('posst');
    expect(await detailOf('surce=post')).toContain('surce');
    expect(await detailOf('from=2026-03-10&to=2026-03-01')).toContain('before to');
    expect(await detailOf('from=1990-01-01&to=2199-01-01')).toContain('shorter span');
    expect(await detailOf('source=former&from=2026-03-05')).toContain('former');
  });
});

describe('the coverage of trends', () => {
  it('stands beside every point and the sum', async () => {
    const { series } = await get<Trends>(`/trends?${SPAN}`);
    const [{ sum, points }] = series as [Trends['series'][number]];
    const none = { observed: 0, partial: 0, outage: 0, notYetPolled: 0 };
    expect(points.map(({ coverage }) => coverage)).toEqual([
      ...[
        { ...none, notYetPolled: 2 },
        { ...none, notYetPolled: 2 },
      ],
      ...Array.from({ length: 10 }, () => ({ ...none, observed: 2 })),
      ...[
        { ...none, observed: 1, outage: 1 },
        { ...none, observed: 2 },
        { ...none, observed: 2 },
      ],
    ]);
    expect(sum.coverage).toEqual({ ...none, observed: 25, outage: 1, notYetPolled: 4 });
  });

  it('is that of the sources asked for, and of those that a series stands for', async () => {
    const { series: wire } = await get<Trends>(`/trends?source=wire&${SPAN}`);
    expect(wire[0]!.sum.coverage).toMatchObject({ observed: 13, outage: 0 });
    const { series } = await get<Trends>(`/trends?by=bloc&${SPAN}`);
    expect(series.map(({ group, sum }) => [group, sum.coverage.observed, sum.coverage.outage])).toEqual([
      ['pakistani', 12, 1],
      ['taliban-run', 13, 0],
    ]);
  });

  it('of half hours is that of their day, and of days in a zone that of the UTC day at their noon', async () => {
    const { series: halves } = await get<Trends>('/trends?interval=30m&from=2026-03-11&to=2026-03-11');
    expect(halves[0]!.points).toHaveLength(48);
    expect(halves[0]!.points.every(({ coverage }) => coverage.outage === 1)).toBe(true);
    expect(halves[0]!.sum.coverage.outage).toBe(1);
    const { series: days } = await get<Trends>(`/trends?zone=Asia/Karachi&${SPAN}`);
    const lost = days[0]!.points.filter(({ coverage }) => coverage.outage > 0);
    expect(lost.map(({ start }) => start)).toEqual(['2026-03-10T19:00:00.000Z']);
  });
});

describe('GET /alerts', () => {
  it('lists spikes and silences, each with its own evidence', async () => {
    const { alerts } = await get<{ alerts: { id: string; kind: string; evidence: object }[] }>('/alerts');
    expect(alerts.map(({ id, kind }) => [id, kind])).toEqual([
      ['silence', 'silence'],
      ['spike', 'spike'],
    ]);
    expect(alerts[0]).toMatchObject({
      ...{ rule: 'feed-silence', feed: 'sample-post-main', source: 'sample-post', resolvedAt: null },
      evidence: {
        cause: 'failing',
        usualHours: 2,
        thresholdHours: 6,
        silentHours: 1.5,
        lastOkAt: null,
        ended: null,
      },
    });
  });

  it('narrows to feeds and to themes', async () => {
    const idsOf = async (query: string): Promise<string[]> =>
      (await get<{ alerts: { id: string }[] }>(`/alerts?${query}`)).alerts.map(({ id }) => id);
    expect(await idsOf('feed=post-home')).toEqual(['silence']);
    expect(await idsOf('theme=all')).toEqual([]);
    expect((await fetch(`${url}/api/v1/alerts?feed=nobody`)).status).toBe(400);
  });
});

describe('the description of the API', () => {
  it('explains coverage to analysts, and both kinds of alert', () => {
    const { paths } = describeApi(app);
    expect(Object.keys(paths)).toContain('/api/v1/coverage');
    const text = JSON.stringify(describeApi(app));
    expect(text).toContain('source-days');
    expect(text).toContain('longest pause of its usual week');
    expect(text).toContain('themes, languages and what articles are about do not');
  });
});
