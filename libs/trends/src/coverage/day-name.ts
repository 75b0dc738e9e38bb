import { DAY_MS } from '#domain/window.js';

/** The name of the UTC day that holds `at`, like 2026-03-01; names sort as their days do. */
export function dayNameOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The first instant of a day like 2026-03-01. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day `offset` days after a day like 2026-03-01. */
export function shiftDay(day: string, offset: number): string {
  return dayNameOf(new Date(startOfDay(day).getTime() + offset * DAY_MS));
}

/** The days from `first` to `last`, both included; none where `last` lies before `first`. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** The weekday of a day like 2026-03-01, from Sunday = 0. */
export function weekdayOf(day: string): number {
  return startOfDay(day).getUTCDay();
}
