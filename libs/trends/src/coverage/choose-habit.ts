import type { CoverageDay } from '#domain/coverage.js';
import { shiftDay, weekdayOf } from './day-name.js';
import type { HabitDay } from './fit-habit.js';

/** Days of a habit at most: four weeks, so that every weekday is in it as often. */
export const HABIT_DAYS = 28;

/** How far back the days of a habit are looked for, so that a long outage does not wear the habit out at once. */
export const HABIT_SPAN_DAYS = 56;

/** Days without an article, between days with some, that make quiet days a habit of the source. */
const QUIET_DAYS = 3;

/** Quiet days in a row at most: a weekend. */
const QUIET_RUN = 2;

/** How far back days before the first poll speak for an archive; a feed's first document reaches back, but thins out. */
const ARCHIVE_SPAN_DAYS = 10;

/**
 * The days that say what a source usually brings, from its records of the {@link HABIT_SPAN_DAYS} days before `day`, in
 * any order: the latest {@link HABIT_DAYS} that were polled, and observed or partial. Partial days are among them so that
 * a source that brings less from now on is accepted after some weeks; until then the centre of the habit hardly moves.
 *
 * Days of an outage are not, or an outage would teach us to expect nothing. But where {@link QUIET_DAYS} of them or
 * more were polled well and stand, {@link QUIET_RUN} in a row at most, between days with articles, they are the source's
 * own (a paper that is closed on Fridays, or at weekends), and are counted.
 *
 * Where `day` lies before the first poll, an archive was imported, and its days are judged by each other: the
 * {@link ARCHIVE_SPAN_DAYS} days before it that have articles, whatever is said of them. They say nothing of polled days,
 * since an archive may hold more than the feeds list, or less.
 */
export function chooseHabit(
  records: readonly CoverageDay[],
  { day, polledBefore }: { day: string; polledBefore: boolean },
): HabitDay[] {
  return (polledBefore ? polledDays(records) : archiveDays(records, day))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, HABIT_DAYS)
    .map((record) => ({ seen: record.seen, weekday: weekdayOf(record.day) }));
}

function archiveDays(records: readonly CoverageDay[], day: string): CoverageDay[] {
  const from = shiftDay(day, -ARCHIVE_SPAN_DAYS);
  return records.filter((record) => record.seen > 0 && record.day >= from);
}

function polledDays(records: readonly CoverageDay[]): CoverageDay[] {
  const lively = new Set(records.filter(({ seen }) => seen > 0).map(({ day }) => day));
  const quiet = new Set(records.filter((record) => isQuietDay(record, lively)));
  const countsQuiet = quiet.size >= QUIET_DAYS;
  return records
    .filter(({ polls }) => polls > 0)
    .filter((record) => record.state !== 'outage' || (countsQuiet && quiet.has(record)));
}

function isQuietDay({ day, state, polls, failedPolls }: CoverageDay, lively: ReadonlySet<string>): boolean {
  if (state !== 'outage' || polls <= failedPolls) return false;
  const away = (step: 1 | -1): number => {
    let days = 1;
    while (days <= QUIET_RUN && !lively.has(shiftDay(day, step * days))) days++;
    return days;
  };
  return away(-1) + away(1) - 1 <= QUIET_RUN;
}
