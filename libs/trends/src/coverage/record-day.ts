import type { CoverageDay } from '#domain/coverage.js';
import { chooseHabit, HABIT_SPAN_DAYS } from './choose-habit.js';
import { shiftDay, weekdayOf } from './day-name.js';
import { judgeCoverage } from './judge-coverage.js';

export type PollTally = { ok: number; failed: number };

/** What is known of a source and day when its record is written. */
export type SourceDay = {
  sourceId: string;
  day: string;
  seen: number;
  /** How the polls of the day went, and those of the 24 hours after it. */
  polls: PollTally;
  pollsAfter: PollTally;
  /** Whether all that the day will bring has had its chance to be seen. */
  isOver: boolean;
  /** Whether each feed of the source that is polled failed on the day. */
  allFailed: boolean;
  /** Whether the source is known to have been polled before the end of the day, whatever the records say. */
  knownPolled: boolean;
  /** The records of the source, in any order; those before the day are its habit. */
  records: readonly CoverageDay[];
};

/**
 * The record of a source and day, judged against the days before it as they are known now. Null while there is nothing
 * to tell: the day is not over, and neither an article nor a good poll came yet, but for want of asking.
 */
export function recordDay(facts: SourceDay): CoverageDay | null {
  const { sourceId, day, seen, polls, pollsAfter, isOver, allFailed } = facts;
  const ok = polls.ok + pollsAfter.ok;
  if (!isOver && !allFailed && seen === 0 && ok === 0) return null;
  const from = shiftDay(day, -HABIT_SPAN_DAYS);
  const earlier = facts.records.filter((record) => record.day >= from && record.day < day);
  const polledBefore = facts.knownPolled || polls.ok + polls.failed > 0 || earlier.some(wasPolled);
  const judged = judgeCoverage({
    seen,
    weekday: weekdayOf(day),
    habit: chooseHabit(earlier, { day, polledBefore }),
    polls: { ok, failed: polls.failed + pollsAfter.failed },
    polledBefore,
    isOver,
  });
  return { sourceId, day, seen, ...judged, polls: polls.ok + polls.failed, failedPolls: polls.failed };
}

/** An outage is only ever said of a source that was polled before, also where the day itself had no poll. */
export function wasPolled({ polls, state }: Pick<CoverageDay, 'polls' | 'state'>): boolean {
  return polls > 0 || state === 'outage';
}

const NOTHING: Omit<CoverageDay, 'sourceId' | 'day'> = {
  ...{ state: 'not-yet-polled', seen: 0, expected: null, polls: 0, failedPolls: 0 },
};

/** Whether later days may be judged otherwise once a record is `next` instead of `stored`, or of none. */
export function isJudgedBy(stored: CoverageDay | undefined, next: CoverageDay): boolean {
  const before = stored ?? NOTHING;
  return (
    before.seen !== next.seen ||
    before.polls !== next.polls ||
    before.failedPolls !== next.failedPolls ||
    (before.state === 'outage') !== (next.state === 'outage')
  );
}

/** Whether a record says no more than none would. */
export function isBlank({ state, seen }: CoverageDay): boolean {
  return state === 'not-yet-polled' && seen === 0;
}
