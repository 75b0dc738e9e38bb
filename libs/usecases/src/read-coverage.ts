import type { CoverageDay } from '#domain/coverage.js';
import { InvalidRequestError } from '#domain/errors.js';
import { DAY_MS } from '#domain/window.js';
import { chooseSources, type CoverageFilter } from './coverage-filter.js';
import { learnSources } from './learn-sources.js';
import type { UseCaseDeps } from './use-case-deps.js';

export type CoverageAsk = Pick<CoverageFilter, 'source' | 'country' | 'bloc' | 'from' | 'to'>;

/** UTC days from `from` to `to`, both included, like 2026-03-01. */
export type Coverage = { from: string; to: string; days: CoverageDay[] };

const DEFAULT_DAYS = 30;

/** Source-days that one answer may hold: a year of a hundred sources. */
export const MAX_SOURCE_DAYS = 40_000;

/**
 * How well each source was seen on each UTC day, by day and source; without `from` and `to` the last thirty days. A day
 * that nothing was recorded of is left out: the source was not yet polled, or the day has only begun. Throws
 * InvalidRequestError with what would be right.
 */
export async function readCoverage(
  ask: CoverageAsk,
  deps: Pick<UseCaseDeps, 'clock' | 'register' | 'stores' | 'taxonomy'>,
): Promise<Coverage> {
  await learnSources(deps);
  const sources = chooseSources({ ...ask, about: [] }, deps);
  const { from, to } = spanOf(ask, deps.clock.now());
  const count = (sources ?? deps.register.sources).length * ((to - from) / DAY_MS + 1);
  if (count > MAX_SOURCE_DAYS)
    throw new InvalidRequestError(
      `from: ${count} source-days are more than the ${MAX_SOURCE_DAYS} of one answer; ask for a shorter span or fewer sources`,
    );
  const days = await deps.stores.coverage.days({ from: dayName(from), to: dayName(to + DAY_MS), sources });
  return { from: dayName(from), to: dayName(to), days };
}

/** The first and the last instant asked for, each as the start of its UTC day. */
function spanOf(ask: CoverageAsk, now: Date): { from: number; to: number } {
  const to = startOfDay(ask.to ? ask.to.getTime() - 1 : now.getTime());
  const from = ask.from ? startOfDay(ask.from.getTime()) : to - (DEFAULT_DAYS - 1) * DAY_MS;
  if (from > to) throw new InvalidRequestError('from: it must lie before to');
  return { from, to };
}

const startOfDay = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;
const dayName = (at: number): string => new Date(at).toISOString().slice(0, 10);
