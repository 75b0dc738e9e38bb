import { dayAfter, dayOf, HALF_HOUR_MS, halfHourOf, type Granularity, type Window } from '#domain/window.js';
import type { Interval } from '#domain/trend-question.js';

export type Bucket = { start: Date; end: Date };

/** Which windows an interval is made of. */
export function granularityOf(interval: Interval): Granularity {
  return interval === '30m' || interval === 'hour' ? '30m' : 'day';
}

/** The bucket that holds `at`: a half hour or hour of UTC; a day, a week from Monday, or a month of `zone`. */
export function bucketOf(at: Date, interval: Interval, zone: string): Bucket {
  if (interval === '30m') return halfHourOf(at);
  if (interval === 'hour') return hourOf(at);
  const day = dayOf(at, zone);
  if (interval === 'day') return { start: day.start, end: day.end };
  const { date, weekday, daysInMonth } = calendar(day);
  const [back, length] = interval === 'week' ? [weekday, 7] : [date - 1, daysInMonth];
  const first = dayAfter(day, -back);
  return { start: first.start, end: dayAfter(first, length - 1).end };
}

/** Every bucket from the one that holds `from` to the one before or at `to`, without gaps. */
export function bucketsBetween(from: Date, to: Date, interval: Interval, zone: string): Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = from; at < to; at = buckets.at(-1)!.end) buckets.push(bucketOf(at, interval, zone));
  return buckets;
}

function hourOf(at: Date): Bucket {
  const hour = 2 * HALF_HOUR_MS;
  const start = Math.floor(at.getTime() / hour) * hour;
  return { start: new Date(start), end: new Date(start + hour) };
}

/** Date of month, weekday from Monday = 0, and length of the month of a day window, by its own calendar. */
function calendar(day: Window): { date: number; weekday: number; daysInMonth: number } {
  const [, , digits = ''] = day.id.split('.');
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const date = Number(digits.slice(6, 8));
  return {
    date,
    weekday: (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7,
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}
