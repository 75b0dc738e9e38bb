import type { SpikeRule } from '#domain/alert-rules.js';

/** One closed day of a series; stories are counted once. `observed`: anything at all was stored that day. */
export type DayCount = { windowId: string; start: Date; negative: number; count: number; observed: boolean };

export type Verdict = { day: DayCount; spike: boolean; expected: number; threshold: number };

/** Observed days that a baseline needs before anything is called a spike. */
export const MIN_OBSERVED_DAYS = 7;

/**
 * Judges each day from the `baselineDays`-th on against the days before it. A day is a spike where its negative count
 * is at least `minNegative` and above mean + deviations · √max(variance, mean, 1) of the negative counts of the
 * observed days among the `baselineDays` before it. The mean stands in for a smaller variance, as in a Poisson count;
 * 1 keeps a silent theme from spiking on its first two articles. `days` are consecutive, oldest first.
 */
export function judgeDays(rule: SpikeRule, days: DayCount[]): Verdict[] {
  return days
    .slice(rule.baselineDays)
    .map((day, i) => judgeDay(rule, days.slice(i, i + rule.baselineDays), day));
}

function judgeDay(rule: SpikeRule, before: DayCount[], day: DayCount): Verdict {
  const counts = before.filter((past) => past.observed).map((past) => past.negative);
  const { mean, variance } = momentsOf(counts);
  const threshold = mean + rule.deviations * Math.sqrt(Math.max(variance, mean, 1));
  const enough = counts.length >= MIN_OBSERVED_DAYS && day.negative >= rule.minNegative;
  return { day, spike: enough && day.negative > threshold, expected: mean, threshold };
}

function momentsOf(counts: number[]): { mean: number; variance: number } {
  if (counts.length === 0) return { mean: 0, variance: 0 };
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, counts.length - 1) };
}
