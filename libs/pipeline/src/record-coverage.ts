import type { CoverageDay } from '#domain/coverage.js';
import type { Job } from '#domain/job.js';
import { HABIT_SPAN_DAYS, shiftDay } from '#trends/coverage/choose-habit.js';
import { recordDay } from '#trends/coverage/record-day.js';
import { type CoverageFacts, factsOf, readFacts } from './coverage-facts.js';
import type { PipelineDeps } from './deps.js';
import { coverageJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'clock' | 'coverage' | 'feeds' | 'register' | 'sources' | 'windows'>;

/** The records of each source by day. */
type Records = Map<string, Map<string, CoverageDay>>;

/** Days up to the present that are judged again with an earlier one: it is part of their habit, and polls come late. */
export const REJUDGED_DAYS = 3;

/**
 * Records how well each source was seen on a UTC day (like 2026-03-01), and brings up to date what hangs on it: days
 * before it without a record, left by a time in which nothing ran, and up to {@link REJUDGED_DAYS} later days. Later
 * ones keep the judgement that the habit known then gave them. A day is judged by articles, polls and earlier records
 * alone, so a redo writes the same; records that did not change are not written.
 */
export async function recordCoverage({ day }: { day: string }, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  const today = dayNameOf(now);
  if (day > today) return [];
  deps.register.include(await deps.sources.list());
  const from = shiftDay(day, -HABIT_SPAN_DAYS);
  const stored = await deps.coverage.days({ from, to: shiftDay(day, REJUDGED_DAYS + 2), sources: null });
  const days = daysToJudge(day, today, new Set(stored.map((record) => record.day)));
  const facts = await readFacts(days[0]!, days.at(-1)!, now, deps);
  const records = recordsBySource(stored);
  const changed = days.flatMap((one) => judgeDay(one, today, records, facts, deps));
  if (changed.length > 0) await deps.coverage.save(changed);
  return [];
}

/** Names the last closed days of which a source has no record; none once they are recorded. */
export async function unrecordedDays({
  clock,
  coverage,
  register,
}: Pick<Deps, 'clock' | 'coverage' | 'register'>): Promise<Job[]> {
  const today = dayNameOf(clock.now());
  const from = shiftDay(today, -REJUDGED_DAYS);
  const known = new Map<string, Set<string>>();
  for (const { day, sourceId } of await coverage.days({ from, to: today, sources: null }))
    known.set(day, (known.get(day) ?? new Set()).add(sourceId));
  const isComplete = (day: string): boolean =>
    register.sources.every(({ id }) => known.get(day)?.has(id) ?? false);
  return Array.from({ length: REJUDGED_DAYS }, (_, i) => shiftDay(from, i))
    .filter((day) => !isComplete(day))
    .map(coverageJob);
}

/** The day whose coverage a poll at `at` may settle; the days after it, up to that of the poll, are judged with it. */
export function dayToRecordAfter(at: Date): string {
  return shiftDay(dayNameOf(at), -2);
}

const dayNameOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The day; the gap before it, if there is one; and the later days that have a record or are recent. In order. */
function daysToJudge(day: string, today: string, recorded: ReadonlySet<string>): string[] {
  const days = [day];
  const before = [...recorded]
    .filter((one) => one < day)
    .sort()
    .at(-1);
  for (let gap = shiftDay(day, -1); before && gap > before; gap = shiftDay(gap, -1)) days.unshift(gap);
  const recent = shiftDay(today, -REJUDGED_DAYS);
  for (let i = 1; i <= REJUDGED_DAYS; i++) {
    const later = shiftDay(day, i);
    if (later <= today && (recorded.has(later) || later >= recent)) days.push(later);
  }
  return days;
}

function recordsBySource(stored: CoverageDay[]): Records {
  const records: Records = new Map();
  for (const record of stored) {
    const own = records.get(record.sourceId) ?? new Map<string, CoverageDay>();
    records.set(record.sourceId, own.set(record.day, record));
  }
  return records;
}

/** The records of a day that changed, which from here on are among `records` too. */
function judgeDay(
  day: string,
  today: string,
  records: Records,
  facts: CoverageFacts,
  { register }: Pick<Deps, 'register'>,
): CoverageDay[] {
  return register.sources.flatMap(({ id }) => {
    const own = records.get(id) ?? new Map<string, CoverageDay>();
    const seen = factsOf(id, day, own, facts);
    // Of a day that has only begun there is nothing to say.
    if (day === today && seen.seen === 0 && seen.polls.ok + seen.polls.failed === 0) return [];
    const next = recordDay(seen);
    if (isSame(own.get(day), next)) return [];
    records.set(id, own.set(day, next));
    return [next];
  });
}

function isSame(stored: CoverageDay | undefined, next: CoverageDay): boolean {
  return (
    stored !== undefined &&
    stored.state === next.state &&
    stored.seen === next.seen &&
    stored.expected === next.expected &&
    stored.polls === next.polls &&
    stored.failedPolls === next.failedPolls
  );
}
