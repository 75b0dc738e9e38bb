import type { Grouping } from '#domain/trend-question.js';
import { DAY_MS } from '#domain/window.js';
import type { Bucket } from '#trends/buckets.js';
import { type CoverageCount, coverageCounter } from '#trends/coverage/count-coverage.js';
import { dayNameOf } from '#trends/coverage/day-name.js';
import type { TrendQuery } from '#trends/trend-query.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** Gives the coverage of a bucket for a series: of its own sources where the series are split by them. */
export type TrendCoverage = (group: string | null) => (bucket: Bucket) => CoverageCount;

type Deps = Pick<UseCaseDeps, 'clock' | 'register' | 'stores'>;

/** Reads how well the sources of a trend were seen, to be told beside its figures. */
export async function coverTrends(query: TrendQuery, deps: Deps): Promise<TrendCoverage> {
  const groups = await deps.stores.coverage.groups(
    dayNameOf(query.from),
    dayNameOf(new Date(query.to.getTime() + DAY_MS)),
  );
  const today = dayNameOf(deps.clock.now());
  const counters = new Map<string | null, (bucket: Bucket) => CoverageCount>();
  return (group) => {
    const split = splitsSources(query.by) ? group : null;
    const known = counters.get(split);
    if (known) return known;
    const view = { groups, sources: sourcesOf(split, query, deps), today };
    const counter = oncePerBucket(coverageCounter(view, query.interval));
    counters.set(split, counter);
    return counter;
  };
}

/** Series share their buckets. */
function oncePerBucket(count: (bucket: Bucket) => CoverageCount): (bucket: Bucket) => CoverageCount {
  const counts = new Map<Bucket, CoverageCount>();
  return (bucket) => {
    const found = counts.get(bucket) ?? count(bucket);
    counts.set(bucket, found);
    return found;
  };
}

/** The sources that a series counts: those of the filter, and of the bloc, country or outlet that it stands for. */
function sourcesOf(group: string | null, { by, sources }: TrendQuery, { register }: Deps): Set<string> {
  const asked = sources && new Set(sources);
  const counted = register.sources
    .filter(({ id }) => !asked || asked.has(id))
    .filter(
      (source) =>
        group === null || !splitsSources(by) || (by === 'source' ? source.id : source[by]) === group,
    )
    .map(({ id }) => id);
  return new Set(counted);
}

function splitsSources(by: Grouping | null): by is 'source' | 'country' | 'bloc' {
  return by === 'source' || by === 'country' || by === 'bloc';
}
