import { DAY_MS } from '#domain/window.js';

const WEEK = 7;

/** Whole days since 1 January 1970, in whatever calendar they were counted; null where there is no such day. */
export type DayNumber = number;

/** A day of the Gregorian calendar; month and day count from 1. */
export function gregorianDay(year: number, month: number, day: number): DayNumber | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / DAY_MS;
}

/** The n-th day of a year (ISO 8601, 4.1.3), n from 1. */
export function ordinalDay(year: number, n: number): DayNumber | null {
  const first = gregorianDay(year, 1, 1);
  const next = gregorianDay(year + 1, 1, 1);
  if (first === null || next === null || n < 1 || first + n > next) return null;
  return first + n - 1;
}

/** A day of an ISO week (ISO 8601, 4.1.4): week 1 holds 4 January, weekday 1 is Monday. */
export function isoWeekDay(year: number, week: number, weekday: number): DayNumber | null {
  if (week < 1 || week > 53 || weekday < 1 || weekday > WEEK) return null;
  const first = mondayOfWeek1(year);
  const day = first + (week - 1) * WEEK + weekday - 1;
  return week === 53 && first + 52 * WEEK >= mondayOfWeek1(year + 1) ? null : day;
}

/** 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % WEEK) + WEEK) % WEEK;
}

/** Two digits mean the century, and three the year since 1900, that RFC 5322, section 4.3, gives them. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length <= 2) return year + (year < 50 ? 2_000 : 1_900);
  return digits.length === 3 ? year + 1_900 : year;
}

function mondayOfWeek1(year: number): DayNumber {
  const fourth = gregorianDay(year, 1, 4) ?? 0;
  return fourth - ((weekdayOf(fourth) + 6) % WEEK);
}
