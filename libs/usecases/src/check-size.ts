import { InvalidRequestError } from '#domain/errors.js';
import { HOUR_MS } from '#domain/hours.js';
import { BLOCS } from '#domain/source.js';
import type { Interval } from '#domain/trend-question.js';
import { DAY_MS } from '#domain/window.js';
import type { TrendQuery } from '#trends/trend-query.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** Points that one answer may hold: a year of days by source, for a hundred sources. */
export const MAX_POINTS = 40_000;

const SHORTEST_MS: Record<Interval, number> = {
  '30m': DAY_MS / 48,
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 28 * DAY_MS,
};

/** Throws InvalidRequestError where a query asks for more points than one answer may hold. */
export function checkSize(query: TrendQuery, { register }: Pick<UseCaseDeps, 'register'>): void {
  const { by, from, interval, themes, to } = query;
  const buckets = (to.getTime() - from.getTime()) / SHORTEST_MS[interval];
  const groups = { source: register.sources.length, country: 60, bloc: BLOCS.length, language: 10, theme: 1 };
  const points = Math.ceil(buckets * Math.max(1, themes.length) * (by ? groups[by] : 1));
  if (points <= MAX_POINTS) return;
  throw new InvalidRequestError(
    `interval: some ${points} points are more than the ${MAX_POINTS} of one answer; ask for a longer interval, a shorter span, or fewer themes`,
  );
}
