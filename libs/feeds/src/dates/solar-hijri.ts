import { type DayNumber, gregorianDay } from './gregorian.js';

const FIRST_YEAR = 1244;
const LAST_YEAR = 1472;

/** 1 Hamal (Farvardin) 1404 was 21 March 2025. */
const ANCHOR = { year: 1404, day: gregorianDay(2025, 3, 21) ?? 0 };

/**
 * A day of the Solar Hijri calendar, the official one of Iran and (until 2021) of Afghanistan; month and day count from 1.
 * The law (Iran, 1925; Afghanistan, 1957) begins the year at the spring equinox. Between 1244 and 1472 (1865 to 2094) the
 * cycle of 33 years with eight leap years gives the same days as the astronomical rule: years 1, 5, 9, 13, 17, 22, 26
 * and 30 of a cycle are leap years (K. M. Borkowski, "The Persian calendar for 3000 years", 1996). Null outside of that,
 * and where the month has no such day.
 */
export function solarHijriDay(year: number, month: number, day: number): DayNumber | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > monthLength(year, month)) return null;
  return ANCHOR.day + daysBefore(year) - daysBefore(ANCHOR.year) + monthStart(month) + day - 1;
}

/** A day of the calendar that its year is of: one from 1244 to 1472 is Solar Hijri, any other Gregorian. */
export function dayInItsCalendar(year: number, month: number, day: number): DayNumber | null {
  return (isSolarHijriYear(year) ? solarHijriDay : gregorianDay)(year, month, day);
}

function isSolarHijriYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Two digits mean the years from 1350 to 1449. */
export function fullSolarHijriYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 50 ? 1_400 : 1_300);
}

/** Days of all years before one, from an epoch of no meaning; every leap year adds one day at its end. */
function daysBefore(year: number): number {
  return 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
}

/** Six months of 31 days, five of 30, and one of 29 or 30. */
function monthLength(year: number, month: number): number {
  if (month < 7) return 31;
  return month < 12 || isLeap(year) ? 30 : 29;
}

function monthStart(month: number): number {
  return month < 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
}

function isLeap(year: number): boolean {
  return daysBefore(year + 1) - daysBefore(year) === 366;
}
