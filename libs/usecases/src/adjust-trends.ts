import { InvalidRequestError } from '#domain/errors.js';
import { DAY_MS } from '#domain/window.js';
import { type AdjustedTone, ToneBaseline } from '#trends/adjust-tone.js';
import { type Bucket, bucketOf, granularityOf } from '#trends/buckets.js';
import { buildSeries, recordsFor } from '#trends/build-series.js';
import type { TrendQuery } from '#trends/trend-query.js';
import { checkSize } from './check-size.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** Days before the span that the means of sources and themes are taken from, beside the span itself. */
export const BASELINE_DAYS = 90;

/** Tone without what is usual, for the points of each series. */
export type TrendAdjustment = {
  baseline: { from: Date; to: Date };
  of(theme: string, group: string | null): (bucket: Bucket) => AdjustedTone;
};

/**
 * The means of each source and theme over the span asked for and the ninety days before it, under the same filter.
 * Throws InvalidRequestError where sources cannot be told apart in the answer, or half hours are asked for.
 */
export async function adjustTrends(
  query: TrendQuery,
  now: Date,
  deps: UseCaseDeps,
): Promise<TrendAdjustment> {
  if (granularityOf(query.interval) === '30m')
    throw new InvalidRequestError('adjusted: tone is adjusted by day, week or month; ask for interval=day');
  if (query.by === 'language')
    throw new InvalidRequestError('adjusted: tone is adjusted by source; leave out by=language');
  const from = bucketOf(
    new Date(query.from.getTime() - BASELINE_DAYS * DAY_MS),
    query.interval,
    query.zone,
  ).start;
  const bySource: TrendQuery = { ...query, from, by: 'source' };
  checkSize(bySource, deps);
  const records = await deps.stores.windows.records(recordsFor(bySource, deps.register));
  const tones = new ToneBaseline(buildSeries(bySource, records, now).series);
  const groupOf = groupsBy(query, deps);
  return {
    baseline: { from, to: query.to },
    of: (theme, group) => {
      const adjust = tones.adjust(theme, group, groupOf);
      return ({ start, end }) => adjust(start.getTime(), end.getTime());
    },
  };
}

function groupsBy({ by }: TrendQuery, { register }: UseCaseDeps): (source: string) => string | null {
  if (by === 'source') return (source) => source;
  if (by === 'bloc' || by === 'country') return (source) => register.get(source)?.[by] ?? 'unknown';
  return () => null;
}
