import type { CountedArticle } from '#domain/article.js';
import { SourceRegister } from '#domain/source-register.js';
import type { Bloc } from '#domain/source.js';
import { dayOf } from '#domain/window.js';
import { sumByGroup, type TimedRecord } from '#domain/window-record.js';
import { buildSeries, recordsFor } from './build-series.js';
import { rollupWindow } from './rollup-window.js';
import type { TrendQuery } from './trend-query.js';
import { pointOf, sumPoints } from './trend-point.js';

const source = (id: string, bloc: Bloc) => ({
  ...{ id, name: id, country: 'PK', bloc, language: 'en', kind: 'press' as const, hosts: [] },
  feeds: [{ id: `${id}-home`, url: `https://${id}.example/feed`, verified: false as const }],
});
const register = new SourceRegister([source('post', 'pakistani'), source('wire', 'taliban-run')]);

const article = (over: Partial<CountedArticle>): CountedArticle => ({
  ...{
    id: 'a',
    sourceId: 'post',
    language: 'en',
    about: 'both',
    themes: [],
    polarity: null,
    scoreE4: null,
    origin: true,
    version: 1,
  },
  ...over,
});

const query: TrendQuery = {
  ...{ themes: [], by: null, abouts: ['both'], sources: null, languages: null, interval: 'day', zone: 'UTC' },
  from: new Date('2026-11-01T00:00:00Z'),
  to: new Date('2026-11-04T00:00:00Z'),
};
const later = new Date('2026-12-01T00:00:00Z');

function records(day: string, mark: number, articles: CountedArticle[], query: TrendQuery): TimedRecord[] {
  const window = dayOf(new Date(`${day}T00:00:00Z`), 'UTC');
  const { series, group } = recordsFor(query, register);
  return rollupWindow(window.id, mark, articles)
    .filter((record) => series.some(({ theme, about }) => theme === record.theme && about === record.about))
    .map(({ cells, ...record }) => ({
      ...record,
      start: window.start,
      groups: group ? sumByGroup(cells, group) : new Map(),
    }));
}

const day2 = [
  article({ themes: ['border'], polarity: 'negative', scoreE4: -5000 }),
  article({ themes: ['border'], sourceId: 'wire', origin: false }),
  article({ polarity: 'positive', scoreE4: 2500 }),
  article({ about: 'pakistan' }),
];

describe('a trend', () => {
  it('has a point for every bucket, zeros where nothing was stored', () => {
    const { series } = buildSeries(query, records('2026-11-02', 1, day2, query), later);
    expect(series).toHaveLength(1);
    expect(series[0]!.points.map(({ counts }) => counts.all.count)).toEqual([0, 3, 0]);
    expect(pointOf(series[0]!.points[0]!)).toMatchObject({ count: 0, share: null, mean: null, volume: 0 });
  });

  it('gives share, mean, what is not scored, volume, and counts without reprints', () => {
    const asked = { ...query, themes: ['border'] };
    const { series } = buildSeries(asked, records('2026-11-02', 1, day2, asked), later);
    expect(pointOf(series[0]!.points[1]!)).toMatchObject({
      ...{ count: 2, total: 3, share: 2 / 3, volume: 4, scored: 1, notScored: 1, negative: 1, mean: -0.5 },
      withoutReprints: { count: 1, negative: 1 },
    });
  });

  it('keeps several themes apart, each with the same total', () => {
    const asked = { ...query, themes: ['border', 'trade'] };
    const { series } = buildSeries(asked, records('2026-11-02', 1, day2, asked), later);
    expect(
      series.map(({ theme, points }) => [theme, points[1]!.counts.all.count, points[1]!.total.count]),
    ).toEqual([
      ['border', 2, 3],
      ['trade', 0, 3],
    ]);
  });

  it('splits by bloc as the register has it now, each bloc with its own total', () => {
    const asked = { ...query, themes: ['border'], by: 'bloc' as const };
    const { series } = buildSeries(asked, records('2026-11-02', 1, day2, asked), later);
    expect(
      series.map(({ group, points }) => [group, points[1]!.counts.all.count, points[1]!.total.count]),
    ).toEqual([
      ['pakistani', 1, 2],
      ['taliban-run', 1, 1],
    ]);
  });

  it('is open while a span has not ended, or while its records are of different marks', () => {
    const half = records('2026-11-02', 1, day2, query);
    half[0]!.mark = 2;
    const open = (now: string): boolean[] =>
      buildSeries(query, half, new Date(now)).series[0]!.points.map((point) => point.open);
    expect(open('2026-12-01T00:00:00Z')).toEqual([false, true, false]);
    expect(open('2026-11-03T12:00:00Z')).toEqual([false, true, true]);
  });

  it('sums its points into one', () => {
    const all = [...records('2026-11-01', 1, day2, query), ...records('2026-11-02', 1, day2, query)];
    const { series, versions } = buildSeries(query, all, later);
    expect(pointOf(sumPoints(series[0]!.points, { start: query.from, end: query.to }))).toMatchObject({
      count: 6,
      volume: 8,
    });
    expect(versions).toEqual([1]);
  });
});
