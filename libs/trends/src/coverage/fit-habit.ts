import { countTail } from './count-tail.js';

/** What was seen of a source on an earlier day; `weekday` from Sunday = 0, in UTC. */
export type HabitDay = { seen: number; weekday: number };

/** What a habit lets expect of a day: mean and dispersion of a negative binomial count, as countTail takes them. */
export type Expectation = { mean: number; dispersion: number };

/** Days below which a source has no habit yet. */
export const MIN_HABIT_DAYS = 7;

/** A weekday has a rhythm of its own where so few articles on its days come about less often than this by chance. */
const RHYTHM_IMPROBABLE = 0.001;

/** Articles at the usual rate that stand against those of such a weekday, so that none is expected to bring nothing. */
const RHYTHM_PRIOR = 3;

/** A day counts as this many times the usual at most when the scatter is judged, however much news broke on it. */
const MOST_OF_USUAL = 2;

/**
 * Reads the habit of a source for a day of `weekday`; null where it has fewer than {@link MIN_HABIT_DAYS} days. The
 * order of `habit` does not matter.
 *
 * - centre: the mean of the middle half of the days (Tukey's midmean), which neither a day of breaking news nor a few
 *   bad days move much, and which scatters less than the median where counts are small;
 * - rhythm: a weekday whose days brought clearly less (so few have a probability below {@link RHYTHM_IMPROBABLE}) is
 *   expected to bring its own rate: the posterior mean of it over the usual one, with {@link RHYTHM_PRIOR} articles of
 *   prior knowledge that they are equal (the gamma prior of a Poisson rate). A weekday that brings more raises nothing:
 *   that could only lead to false outages;
 * - dispersion: by the method of moments, the mean squared deviation less what Poisson counts scatter, over the mean
 *   squared expectation (Cameron and Trivedi, "Regression Analysis of Count Data", 3.3), and 0 where that is negative.
 *   Days far above the usual are cut to {@link MOST_OF_USUAL} times it, since they say little of how low a day may fall.
 *   The centre is known to within one n-th of the variance of n days, which is added.
 */
export function fitHabit(habit: readonly HabitDay[], weekday: number): Expectation | null {
  if (habit.length < MIN_HABIT_DAYS) return null;
  const usual = midmean(habit.map(({ seen }) => seen));
  if (usual === 0) return { mean: 0, dispersion: 0 };
  const scatter = dispersionOf(habit, () => usual);
  const rhythm = Array.from({ length: 7 }, (_, day) => rhythmOf(day, habit, usual, scatter));
  const centre = midmean(habit.map((past) => past.seen / rhythm[past.weekday]!));
  const mean = (day: number): number => centre * rhythm[day]!;
  return { mean: mean(weekday), dispersion: dispersionOf(habit, mean) };
}

/** `scatter`: the dispersion of single days; that of a sum of n days is an n-th of it. */
function rhythmOf(weekday: number, habit: readonly HabitDay[], usual: number, scatter: number): number {
  const own = habit.filter((past) => past.weekday === weekday);
  const seen = sum(own.map((past) => past.seen));
  const expected = own.length * usual;
  if (seen >= expected || countTail(seen, expected, scatter / own.length) >= RHYTHM_IMPROBABLE) return 1;
  return (seen + RHYTHM_PRIOR) / (expected + RHYTHM_PRIOR);
}

function dispersionOf(habit: readonly HabitDay[], mean: (weekday: number) => number): number {
  const deviations = habit.map(({ seen, weekday }) => {
    const expected = mean(weekday);
    return (Math.min(seen, MOST_OF_USUAL * expected) - expected) ** 2;
  });
  const expected = habit.map(({ weekday }) => mean(weekday));
  const variance = (sum(deviations) * habit.length) / (habit.length - 1);
  const squares = sum(expected.map((one) => one ** 2));
  const own = Math.max(0, (variance - sum(expected)) / squares);
  return own + Math.max(variance, sum(expected)) / squares / habit.length;
}

/** The mean of what is left when the lowest and the highest quarter are cut off, whole days only. */
function midmean(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  const middle = sorted.slice(cut, sorted.length - cut);
  return sum(middle) / middle.length;
}

/** In ascending order, so that rounding does not depend on the order of days. */
function sum(values: number[]): number {
  return [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
}
