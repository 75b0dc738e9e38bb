import type { Job } from '#domain/job.js';
import { learnSources } from '#domain/learn-sources.js';
import { dayNameOf, shiftDay } from '#trends/coverage/day-name.js';
import { feedsBySource, isRetired, keyOf } from './coverage-facts.js';
import { RECENT_DAYS, spanToRecord } from './coverage-span.js';
import type { PipelineDeps, PipelineSettings } from './deps.js';
import { type Judging, judgeSources } from './judge-sources.js';
import { coverageJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'clock' | 'coverage' | 'feeds' | 'register' | 'sources' | 'windows'> & {
  settings: Pick<PipelineSettings, 'fetchLogDays'>;
};

/** How often records are written and looked at again before the rest is left to a later job. */
const ROUNDS = 5;

/**
 * Records how well each source was seen on a UTC day (like 2026-03-01), and brings up to date what hangs on it: the gap
 * before it, left by a time in which nothing ran, the recent days after it, and every later record that is judged by one
 * that changed.
 *
 * A day is judged by articles, polls and the records before it. They are written and read again until they are what
 * these say: whoever writes last has seen everyone's. So the records are the same in whatever order days are counted,
 * and by however many workers. Those that did not change are not written.
 */
export async function recordCoverage({ day }: { day: string }, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  const today = dayNameOf(now);
  if (day > today) return [];
  await learnSources(deps.register, deps.sources);
  const span = await spanToRecord(day, today, deps);
  const judging: Judging = { day, span, today, now, reach: new Map() };
  for (let round = 0; round < ROUNDS; round++) {
    const changed = await judgeSources(judging, deps);
    if (changed.length === 0) return [];
    await deps.coverage.save(changed);
  }
  return [coverageJob(day)];
}

/** Names the latest days that are surely over and of which a source has no record; none once they are recorded. */
export async function unrecordedDays({
  clock,
  coverage,
  feeds,
  register,
}: Pick<Deps, 'clock' | 'coverage' | 'feeds' | 'register'>): Promise<Job[]> {
  const today = dayNameOf(clock.now());
  const days = [shiftDay(today, -RECENT_DAYS), shiftDay(today, -2)];
  const known = await coverage.days({ from: days[0]!, to: shiftDay(today, -1), sources: null });
  const recorded = new Set(known.map(({ day, sourceId }) => keyOf(day, sourceId)));
  const feedsOf = feedsBySource(await feeds.list());
  const isComplete = (day: string): boolean =>
    register.sources.every(({ id }) => recorded.has(keyOf(day, id)) || isRetired(feedsOf.get(id) ?? [], day));
  return days.filter((day) => !isComplete(day)).map(coverageJob);
}

/** The day whose coverage a poll at `at` may settle; the days after it, up to that of the poll, are judged with it. */
export function dayToRecordAfter(at: Date): string {
  return shiftDay(dayNameOf(at), -2);
}
