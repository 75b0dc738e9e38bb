import { InvalidRequestError } from '#domain/errors.js';
import { DAY_MS } from '#domain/window.js';
import { bucketOf, granularityOf } from '#trends/buckets.js';
import type { Grouping, Interval } from '#domain/trend-question.js';
import { buildSeries, recordsFor, type SeriesSums } from '#trends/build-series.js';
import { pointOf, sumPoints, type TrendPoint } from '#trends/trend-point.js';
import type { TrendQuery } from '#trends/trend-query.js';
import { chooseSources, type CoverageFilter } from './coverage-filter.js';
import type { UseCaseDeps } from './use-case-deps.js';

export type TrendsAsk = CoverageFilter & { interval: Interval; zone: string; by: Grouping | null };

export type TrendSeries = { theme: string; group: string | null; sum: TrendPoint; points: TrendPoint[] };

export type Trends = {
  query: TrendQuery;
  series: TrendSeries[];
  /** The analysis versions among the articles counted, and this process's own; several while a re-tag runs. */
  versions: number[];
  version: number;
};

const DEFAULT_DAYS = 30;

/** Buckets that one answer may hold: 125 days of half hours, or 16 years of days. */
export const MAX_BUCKETS = 6_000;

const SHORTEST_MS: Record<Interval, number> = {
  '30m': DAY_MS / 48,
  hour: DAY_MS / 24,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 28 * DAY_MS,
};

/**
 * Series of counts from the window records; articles are never read. Without `from` and `to`, the thirty days up to
 * the present. Both are widened to whole buckets. Throws InvalidRequestError with what would be right.
 */
export async function readTrends(ask: TrendsAsk, deps: UseCaseDeps): Promise<Trends> {
  const now = deps.clock.now();
  const query = queryOf(ask, now, deps);
  const records = await deps.stores.windows.records(recordsFor(query, deps.register));
  const { series, versions } = buildSeries(query, records, now);
  return { query, series: series.map((one) => withSum(one, query)), versions, version: deps.version };
}

function withSum({ theme, group, points }: SeriesSums, { from, to }: TrendQuery): TrendSeries {
  const sum = pointOf(sumPoints(points, { start: from, end: to }));
  return { theme, group, sum, points: points.map(pointOf) };
}

function queryOf(ask: TrendsAsk, now: Date, deps: UseCaseDeps): TrendQuery {
  checkZone(ask, deps);
  const to = ask.to ?? new Date(now.getTime() + 1);
  const from = ask.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS + 1);
  checkSpan(ask, from, to, now, deps);
  return {
    themes: themesOf(ask, deps),
    by: ask.by,
    abouts: ask.about,
    sources: chooseSources(ask, deps),
    languages: ask.language ?? null,
    from: bucketOf(from, ask.interval, ask.zone).start,
    to: bucketOf(new Date(to.getTime() - 1), ask.interval, ask.zone).end,
    interval: ask.interval,
    zone: ask.zone,
  };
}

function themesOf({ by, theme }: TrendsAsk, { taxonomy }: UseCaseDeps): string[] {
  if (theme) return theme;
  return by === 'theme' ? taxonomy.themes.map(({ id }) => id) : [];
}

function checkZone({ interval, zone }: TrendsAsk, { zones }: UseCaseDeps): void {
  if (granularityOf(interval) === '30m' && zone !== 'UTC') {
    throw new InvalidRequestError(
      `zone: half hours and hours are counted in UTC; leave zone out or ask for days`,
    );
  }
  if (!zones.includes(zone)) {
    throw new InvalidRequestError(
      `zone: days are counted in ${zones.join(', ')}; "${zone}" is not among them (ZONES adds one)`,
    );
  }
}

function checkSpan(ask: TrendsAsk, from: Date, to: Date, now: Date, deps: UseCaseDeps): void {
  if (from >= to) throw new InvalidRequestError('from: it must lie before to');
  const buckets = (to.getTime() - from.getTime()) / SHORTEST_MS[ask.interval];
  if (buckets > MAX_BUCKETS) {
    throw new InvalidRequestError(
      `interval: ${Math.ceil(buckets)} points are more than the ${MAX_BUCKETS} of one answer; ask for a longer interval or a shorter span`,
    );
  }
  const kept = new Date(now.getTime() - deps.halfHourDays * DAY_MS);
  if (granularityOf(ask.interval) === '30m' && from < kept) {
    throw new InvalidRequestError(
      `from: half hours are kept for ${deps.halfHourDays} days, since ${kept.toISOString()}; ask for interval=day`,
    );
  }
}
