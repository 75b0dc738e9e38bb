import { DAY_MS } from '#domain/window.js';
import { type DayNumber, fullYear, isoWeekDay, ordinalDay } from './gregorian.js';
import { dayInItsCalendar } from './solar-hijri.js';
import { timeOfDay } from './time-of-day.js';
import { instantIn, offsetMinutes, type Zone, zoneNamed } from './zones.js';

type DateForm = [form: RegExp, day: (...digits: string[]) => DayNumber | null];

/** Dates of ISO 8601 (1988 to 2019) and of those who nearly write it; the first form that fits decides. */
const DATES: DateForm[] = [
  [/^(\d{4})([-/.])0?(\d{1,2})\2(\d{1,2})(?![\d])/, (year, _, month, day) => dayOf(year, month, day)],
  [/^(\d{4})(\d\d)(\d\d)(?=(?:\d{4}(?:\d\d)?)?(?!\d))/, (year, month, day) => dayOf(year, month, day)],
  [/^(\d{4})-?(\d{3})(?!\d)/, (year, n) => ordinalDay(Number(year), Number(n))],
  [
    /^(\d{4})-?w(\d\d)(?:-?(\d))?(?!\d)/,
    (year, week, day) => isoWeekDay(Number(year), Number(week), Number(day ?? 1)),
  ],
  [/^(\d{4})[-/](\d\d)(?![-/.\d])/, (year, month) => dayOf(year, month, '1')],
  [/^(\d{4})(?=$)/, (year) => dayOf(year, '1', '1')],
  [/^-?([0-2]\d|9\d)-(\d{1,2})-(\d{1,2})(?!\d)/, (year, month, day) => dayOf(year, month, day)],
  [/^(\d\d)(\d\d)(\d\d)(?!\d)/, (year, month, day) => dayOf(year, month, day)],
  [/^-(\d\d)-?(\d\d)(?=$)/, (year, month) => dayOf(year, month, '1')],
  [/^(9\d|0\d)-?(\d{3})(?=$)/, (year, n) => ordinalDay(fullYear(year ?? ''), Number(n))],
];

const EXTENDED_TIME = /^(?:t|[_\s]+t?)\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![\d:])/;
const BASIC_TIME = /^(?:t|[_\s]+)?(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(?![\d:/.])/;
const OFFSET = /^([+-])(\d\d?)(?::?(\d\d)(?::\d\d)?)?\s*z?$/;
const LONE_HOURS = /^[+-]\d\d?$/;

/**
 * The instant of a date of the ISO 8601 family (W3CDTF, RFC 3339): calendar, ordinal and week dates, extended and basic,
 * a year or a year and month alone (their first day), two-digit years with hyphens or without any separator, a blank for
 * the T, a comma for the point. A year from 1244 to 1472 is Solar Hijri. Null for any other text. `text` is plain
 * (`plain-date-text.ts`). The result is in milliseconds since 1970, in UTC where no zone is named.
 */
export function readIso(text: string): number | null {
  for (const [form, dayIn] of DATES) {
    const found = form.exec(text);
    const day = found && dayIn(...found.slice(1));
    if (found && day !== null) return atTime(day, text.slice(found[0].length));
  }
  return null;
}

function dayOf(digits = '', month = '', day = ''): DayNumber | null {
  return dayInItsCalendar(fullYear(digits), Number(month), Number(day));
}

function atTime(day: DayNumber, rest: string): number | null {
  const found = EXTENDED_TIME.exec(rest) ?? BASIC_TIME.exec(rest);
  const [matched = '', hour = '0', minute, second, fraction] = found ?? [];
  const time = timeOfDay(Number(hour), Number(minute ?? 0), Number(second ?? 0), fraction);
  const zone = zoneOf(rest.slice(matched.length).trim());
  if (!found && LONE_HOURS.test(rest)) return null;
  return time === null || zone === null ? null : instantIn(zone, day * DAY_MS + time);
}

function zoneOf(text: string): Zone | null {
  if (text === '') return 0;
  const [, sign = '', hours = '', minutes] = OFFSET.exec(text) ?? [];
  return sign ? offsetMinutes(sign, hours, minutes) : zoneNamed(text);
}
