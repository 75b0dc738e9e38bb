import { HOUR_MS } from '#domain/hours.js';

const MINUTE_MS = 60_000;

export type DayPart = 'am' | 'pm' | 'night' | 'noon';

/**
 * Milliseconds since midnight, or null where no clock shows such a time. 24:00 is the end of the day (ISO 8601, 4.2.3),
 * second 60 a leap second. `fraction` is the digits behind the point, of any number, cut to milliseconds.
 */
export function timeOfDay(hour: number, minute: number, second: number, fraction = ''): number | null {
  const ms = Math.floor(Number(`0.${fraction.slice(0, 9) || '0'}`) * 1_000);
  if (hour > 24 || minute > 59 || second > 60) return null;
  if (hour === 24 && minute + second + ms > 0) return null;
  return hour * HOUR_MS + minute * MINUTE_MS + second * 1_000 + ms;
}

/** The hour of 24 that an hour of twelve means in its part of the day; hours from 13 on mean themselves. */
export function hourOf24(hour: number, part: DayPart | null): number {
  if (part === null || hour > 12) return hour;
  if (hour === 12 || hour === 0) return part === 'am' || part === 'night' ? 0 : 12;
  if (part === 'am') return hour;
  if (part === 'pm') return hour + 12;
  if (part === 'night') return hour >= 6 ? hour + 12 : hour;
  return hour <= 5 ? hour + 12 : hour;
}
