import type { CoverageDay } from '#domain/coverage.js';
import { InvalidRequestError } from '#domain/errors.js';
import { DAY_MS } from '#domain/window.js';
import { dayNameOf, shiftDay, startOfDay } from '#trends/coverage/day-name.js';
import { chooseSources, type CoverageFilter } from './coverage-filter.js';
import { learnSources } from '#domain/learn-sources.js';
import type { UseCaseDeps } from './use-case-deps.js';

export type CoverageAsk = Pick<CoverageFilter, 'source' | 'country' | 'bloc' | 'from' | 'to'>;

/** UTC days from `from` to `to`, both included, like 2026-03-01. */
type Span = { from: string; to: string };
export type Coverage = Span & { days: CoverageDay[] };

type Deps = Pick<UseCaseDeps, 'clock' | 'register' | 'stores' | 'taxonomy'>;

const DEFAULT_DAYS = 30;

/** Source-days that one answer may hold: a year of a hundred sources. */
export const MAX_SOURCE_DAYS = 40_000;

/**
 * How well each source was seen on each UTC day, by day and source; without `from` and `to` the last thirty days. A day
 * is left out of which nothing is on record. Throws InvalidRequestError with what would be right.
 */
export async function readCoverage(ask: CoverageAsk, deps: Deps): Promise<Coverage> {
  await learnSources(deps.register, deps.stores.sources);
  const span = spanOf(ask, deps.clock.now());
  const sources = await sourcesOf(ask, span, deps);
  const count = (sources ?? deps.register.sources).length * lengthOf(span);
  if (count > MAX_SOURCE_DAYS)
    throw new InvalidRequestError(
      `from: ${count} source-days are more than the ${MAX_SOURCE_DAYS} of one answer; ask for a shorter span or fewer sources`,
    );
  return { ...span, days: await daysOf(span, sources, deps) };
}

/** One that the configuration no longer names may be asked for by its id where it has records. */
async function sourcesOf(ask: CoverageAsk, span: Span, deps: Deps): Promise<string[] | null> {
  const unnamed = (ask.source ?? []).filter((id) => !deps.register.get(id));
  const recorded = new Set<string>();
  if (unnamed.length > 0)
    for (const { sourceId } of await daysOf(span, unnamed, deps)) recorded.add(sourceId);
  const source = ask.source?.filter((id) => !recorded.has(id));
  const chosen = chooseSources({ ...ask, source }, deps);
  return chosen && [...chosen, ...(ask.country || ask.bloc ? [] : recorded)];
}

function daysOf({ from, to }: Span, sources: string[] | null, { stores }: Deps): Promise<CoverageDay[]> {
  return stores.coverage.days({ from, to: shiftDay(to, 1), sources });
}

function spanOf(ask: CoverageAsk, now: Date): Span {
  const to = dayNameOf(ask.to ? new Date(ask.to.getTime() - 1) : now);
  const from = ask.from ? dayNameOf(ask.from) : shiftDay(to, 1 - DEFAULT_DAYS);
  if (from > to) throw new InvalidRequestError('from: it must lie before to');
  return { from, to };
}

const lengthOf = ({ from, to }: Span): number =>
  (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS + 1;
