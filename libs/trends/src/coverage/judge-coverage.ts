import type { CoverageState } from '#domain/coverage.js';
import { countTail } from './count-tail.js';
import { fitHabit, type HabitDay } from './fit-habit.js';

/** What is known of a source and day. */
export type DaySeen = {
  seen: number;
  /** From Sunday = 0. */
  weekday: number;
  habit: readonly HabitDay[];
  /** Polls of the source's feeds on the day and in the 24 hours after it: those that succeeded and those that failed. */
  polls: { ok: number; failed: number };
  /** Whether the source was polled on this day or an earlier one. */
  polledBefore: boolean;
  /** Whether all that the day will bring has had its chance to be seen. */
  isOver: boolean;
};

/** `expected`: articles that the habit lets expect, null where there is no habit yet. */
export type Judgement = { state: CoverageState; expected: number | null };

/** A count is taken for a loss where the habit lets so few come about on fewer than one day in a hundred. */
export const IMPROBABLE = 0.01;

/**
 * Judges how well a source was seen on a day.
 *
 * - Before its first poll it is `not-yet-polled`, unless there is a habit and something was seen: an archive was
 *   imported, and is judged by numbers.
 * - Where no poll succeeded and nothing was seen, it is `outage`.
 * - Where a habit is known and the day is over, numbers decide: with a probability below {@link IMPROBABLE} of `seen` or
 *   fewer articles under the habit it is `outage` where nothing was seen, else `partial`. The probability is the lower
 *   tail of a negative binomial count (see countTail and fitHabit).
 * - Else it is `observed`.
 *
 * More articles never make the state worse.
 */
export function judgeCoverage(day: DaySeen): Judgement {
  const fitted = fitHabit(day.habit, day.weekday);
  const expected = fitted && Math.round(fitted.mean * 10) / 10;
  if (!day.polledBefore && (day.seen === 0 || !fitted)) return { state: 'not-yet-polled', expected };
  if (day.seen === 0 && day.polls.ok === 0) return { state: 'outage', expected };
  if (!fitted || !day.isOver) return { state: 'observed', expected };
  const isLoss = countTail(day.seen, fitted.mean, fitted.dispersion) < IMPROBABLE;
  if (!isLoss) return { state: 'observed', expected };
  return { state: day.seen === 0 ? 'outage' : 'partial', expected };
}
