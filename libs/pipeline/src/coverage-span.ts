import { daysFrom, shiftDay, startOfDay } from '#trends/coverage/day-name.js';
import { wasPolled } from '#trends/coverage/record-day.js';
import type { PipelineDeps, PipelineSettings } from './deps.js';

type Deps = Pick<PipelineDeps, 'coverage' | 'feeds'> & { settings: Pick<PipelineSettings, 'fetchLogDays'> };

/** Days up to the present that are judged again with an earlier one: polls come late. */
export const RECENT_DAYS = 3;

/** Before any record. */
const FIRST_DAY = '0000-01-01';

/**
 * The days that are recorded together with `day`, in order: the gap before it, left by a time in which nothing ran or
 * nothing was recorded; the day; and of the {@link RECENT_DAYS} after it those that are recent.
 */
export async function spanToRecord(day: string, today: string, deps: Deps): Promise<string[]> {
  const gap = daysFrom(await beginOfGap(day, deps), shiftDay(day, -1));
  const recent = shiftDay(today, -RECENT_DAYS);
  const later = daysFrom(shiftDay(day, 1), shiftDay(day, RECENT_DAYS));
  return [...gap, day, ...later.filter((one) => one >= recent && one <= today)];
}

/** The day itself where there is no gap. */
async function beginOfGap(day: string, deps: Deps): Promise<string> {
  const last = await lastRecorded(day, deps);
  if (!last) return firstLogged(shiftDay(day, -deps.settings.fetchLogDays), day, deps);
  const next = shiftDay(last, 1);
  const records = await deps.coverage.days({ from: last, to: next, sources: null });
  // Between the days of an archive nothing is missed, since nobody polled.
  return records.some(wasPolled) ? next : firstLogged(next, day, deps);
}

/** The latest day before `day` with a record; it is mostly the one before. */
async function lastRecorded(day: string, { coverage }: Deps): Promise<string | null> {
  const yesterday = shiftDay(day, -1);
  if ((await coverage.groups(yesterday, day)).length > 0) return yesterday;
  return (await coverage.groups(FIRST_DAY, yesterday)).at(-1)?.day ?? null;
}

/** The first day from `from` on that the polling log knows of; `day` where it knows of none before it. */
async function firstLogged(from: string, day: string, { feeds }: Deps): Promise<string> {
  const isLogged = async (first: string, end: string): Promise<boolean> =>
    first < end && (await feeds.pollCounts(startOfDay(first), startOfDay(end))).length > 0;
  if (!(await isLogged(from, day))) return day;
  let first = from;
  while (!(await isLogged(first, shiftDay(first, 1)))) first = shiftDay(first, 1);
  return first;
}
