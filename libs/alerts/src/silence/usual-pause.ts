import { DAY_MS } from '#domain/window.js';

/** Arrivals, and days from the first to the last, below which a feed has no habit yet. */
export const MIN_ARRIVALS = 10;
export const MIN_HISTORY_DAYS = 7;

/** Weeks before the last arrival that make the habit. */
const HABIT_WEEKS = 4;

const WEEK_MS = 7 * DAY_MS;

/**
 * The longest pause of a usual week of a feed, in milliseconds: for each of the four weeks before the last arrival, the
 * longest time between two arrivals that ended in it; of these the median, the greater of the two middle ones where
 * there are an even number. So nights and weekends are in it, and one past outage is not. Null where there are fewer
 * than {@link MIN_ARRIVALS} arrivals or they span fewer than {@link MIN_HISTORY_DAYS} days.
 *
 * `arrivals`: when polls brought new articles, in ascending order.
 */
export function usualPause(arrivals: readonly Date[]): number | null {
  const last = arrivals.at(-1)?.getTime() ?? 0;
  const recent = arrivals.map((at) => at.getTime()).filter((at) => at >= last - HABIT_WEEKS * WEEK_MS);
  if (recent.length < MIN_ARRIVALS || last - recent[0]! < MIN_HISTORY_DAYS * DAY_MS) return null;
  const longest: number[] = [];
  for (const [i, at] of recent.slice(1).entries()) {
    const week = Math.min(Math.floor((last - at) / WEEK_MS), HABIT_WEEKS - 1);
    longest[week] = Math.max(longest[week] ?? 0, at - recent[i]!);
  }
  return upperMedian(longest.filter((pause) => pause !== undefined));
}

function upperMedian(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
