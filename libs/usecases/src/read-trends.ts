import { InvalidRequestError } from '#domain/errors.js';
import { HOUR_MS } from '#domain/hours.js';
import { DAY_MS } from '#domain/window.js';
import { type Bucket, bucketOf, granularityOf } from '#trends/buckets.js';
import type { Grouping, Interval } from '#domain/trend-question.js';
import { buildSeries, type PointSums, recordsFor, type SeriesSums } from '#trends/build-series.js';
import type { CoverageCount } from '#trends/coverage/count-coverage.js';
import { pointOf, sumPoints, type TrendPoint } from '#trends/trend-point.js';
import type { TrendQuery } from '#trends/trend-query.js';
import type { AdjustedTone } from '#trends/adjust-tone.js';
import { adjustTrends, type TrendAdjustment } from './adjust-trends.js';
import { checkSize } from './check-size.js';
import { coverTrends, type TrendCoverage } from './cover-trends.js';
import { chooseSources, type CoverageFilter } from './coverage-filter.js';
import { learnSources } from '#domain/learn-sources.js';
import type { UseCaseDeps } from './use-case-deps.js';

export type TrendsAsk = CoverageFilter & {
  interval: Interval;
  zone: string;
  by: Grouping | null;
  /** Whether tone is also given without what is usual for the outlet and the theme. */
  adjusted: boolean;
};

/** A point with how well its sources were seen, in source-days. */
export type CoveredPoint = TrendPoint & { coverage: CoverageCount; adjusted: AdjustedTone | null };

export type TrendSeries = { theme: string; group: string | null; sum: CoveredPoint; points: CoveredPoint[] };

export type Trends = {
  query: TrendQuery;
  /** The span whose means `adjusted` is measured against; null where it was not asked for. */
  baseline: { from: Date; to: Date } | null;
  series: TrendSeries[];
  /** The analysis versions among the articles counted, and this process's own; several while a re-tag runs. */
  versions: number[];
  version: number;
};

const DEFAULT_DAYS = 30;

/**
 * Series of counts from the window records; articles are never read. Without `from` and `to`, the thirty days up to
 * the present. Both are widened to whole buckets. Throws InvalidRequestError with what would be right.
 */
export async function readTrends(ask: TrendsAsk, deps: UseCaseDeps): Promise<Trends> {
  await learnSources(deps.register, deps.stores.sources);
  const now = deps.clock.now();
  const query = queryOf(ask, now, deps);
  const records = await deps.stores.windows.records(recordsFor(query, deps.register));
  const { series, versions } = buildSeries(query, records, now);
  const coverage = await coverTrends(query, deps);
  const adjusting = ask.adjusted ? await adjustTrends(query, now, deps) : null;
  const whole = { start: query.from, end: query.to };
  const told = series.map((one) => withSum(one, whole, coverage, adjusting));
  return { query, baseline: adjusting?.baseline ?? null, series: told, versions, version: deps.version };
}

function withSum(
  { theme, group, points }: SeriesSums,
  whole: Bucket,
  coverage: TrendCoverage,
  adjusting: TrendAdjustment | null,
): TrendSeries {
  const cover = coverage(group);
  const adjust = adjusting?.of(theme, group) ?? (() => null);
  const covered = (sums: PointSums): CoveredPoint => ({
    ...pointOf(sums),
    coverage: cover(sums.bucket),
    adjusted: adjust(sums.bucket),
  });
  return {
    theme,
    group,
    sum: covered(sumPoints(points, whole)),
    points: points.map(covered),
  };
}

function queryOf(ask: TrendsAsk, now: Date, deps: UseCaseDeps): TrendQuery {
  checkZone(ask, deps);
  const query = {
    themes: themesOf(ask, deps),
    by: ask.by,
    abouts: ask.about,
    sources: chooseSources(ask, deps),
    languages: ask.language ?? null,
    interval: ask.interval,
    zone: ask.zone,
    ...spanOf(ask, now, deps),
  };
  checkSize(query, deps);
  return query;
}

/** Whole buckets; where half hours are asked for, only those that are kept. */
function spanOf(
  { interval, zone, ...ask }: TrendsAsk,
  now: Date,
  deps: UseCaseDeps,
): { from: Date; to: Date } {
  const end = ask.to ?? new Date(now.getTime() + 1);
  const kept = granularityOf(interval) === '30m' ? now.getTime() - deps.halfHourDays * DAY_MS + HOUR_MS : 0;
  const begin = ask.from ?? new Date(Math.max(end.getTime() - DEFAULT_DAYS * DAY_MS + 1, kept));
  if (begin >= end) throw new InvalidRequestError('from: it must lie before to');
  const from = bucketOf(begin, interval, zone).start;
  if (from.getTime() < kept - HOUR_MS) {
    const since = new Date(kept).toISOString();
    throw new InvalidRequestError(
      `from: half hours are kept for ${deps.halfHourDays} days, since ${since}; ask for interval=day`,
    );
  }
  return { from, to: bucketOf(new Date(end.getTime() - 1), interval, zone).end };
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
