import { DAY_MS } from '#domain/window.js';
import { cutTime } from './cut-time.js';
import { cutTrailingZone, cutZone, type CutZone } from './cut-zone.js';
import { type DateNumber, type DateWords, readDateWords } from './date-words.js';
import { type DayNumber, fullYear, gregorianDay, weekdayOf } from './gregorian.js';
import { type Month } from './month-names.js';
import { dayInItsCalendar, fullSolarHijriYear, solarHijriDay } from './solar-hijri.js';
import { instantIn } from './zones.js';

const KOREAN_MINUTES = 9 * 60;

const COMMENT = /[([]([^()[\]]*)[)\]]/g;
const EASTERN_DATE = /(\d{2,4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * The instant of a date as people write it: the RFC 822, RFC 850 and asctime families in any order and language that
 * `month-names.ts` knows, and dates in numbers. Null where a word or number is left over that a date has no place for.
 * `text` is plain (`plain-date-text.ts`). The result is in milliseconds since 1970.
 */
export function readWritten(text: string): number | null {
  const comments = [...text.matchAll(COMMENT)].map((comment) => comment[1] ?? '');
  const bare = text.replace(COMMENT, ' ').replace(EASTERN_DATE, '$1-$2-$3 ');
  const { before, after, time } = cutTime(bare);
  const zone = zoneOf(before, after, comments);
  const words = readDateWords(zone.before, zone.after);
  const day = words && dayOf(words, zone.isNorthAmerican);
  if (time === null || day === null) return null;
  const unnamed = HANGUL.test(text) ? KOREAN_MINUTES : 0;
  return instantIn(zone.zone ?? unnamed, day * DAY_MS + time);
}

/** The zone stands behind the time, at the end, or in brackets. */
function zoneOf(before: string, after: string | null, comments: string[]) {
  const behind = cutZone(after ?? '', /\d{4}/.test(before));
  if (behind.zone !== null) return { ...behind, before, after: behind.rest };
  const end = cutTrailingZone(after ?? before);
  const rests = after === null ? { before: end.rest, after: '' } : { before, after: end.rest };
  if (end.zone !== null) return { ...end, ...rests };
  const commented = comments.map((comment) => cutZone(comment, false)).find(({ zone }) => zone !== null);
  return { ...(commented ?? NO_ZONE), ...rests };
}

const NO_ZONE: CutZone = { zone: null, isNorthAmerican: false, rest: '' };

function dayOf({ numbers, month, weekday }: DateWords, isNorthAmerican: boolean): DayNumber | null {
  return month ? dayInMonth(numbers, month) : dayInNumbers(numbers, weekday, isNorthAmerican);
}

/** The year is the number that can be nothing else, else the last one; without a day it is the first of the month. */
function dayInMonth(numbers: DateNumber[], { calendar, month }: Month): DayNumber | null {
  const year =
    numbers.find((number) => number.isYear) ?? (numbers[1]?.digits.length === 2 ? numbers[1] : null);
  const days = numbers.filter((number) => number !== year);
  if (!year || days.length > 1 || (days.length === 0 && year.digits.length < 4)) return null;
  const day = Number(days[0]?.digits ?? 1);
  return calendar === 'gregorian'
    ? gregorianDay(fullYear(year.digits), month, day)
    : solarHijriDay(fullSolarHijriYear(year.digits), month, day);
}

/** See `readDate` for the order of day, month and year. */
function dayInNumbers(numbers: DateNumber[], weekday: number | null, monthFirst: boolean): DayNumber | null {
  const [first, second, third] = numbers;
  if (!first || !second || !third) return null;
  const dayFirst = numbered(third, second, first);
  const american = numbered(third, first, second);
  const yearFirst = numbered(first, second, third);
  const order = monthFirst ? [american, dayFirst, yearFirst] : [dayFirst, american, yearFirst];
  const days = (first.isYear ? [yearFirst] : order).filter((day) => day !== null);
  return days.find((day) => weekdayOf(day) === weekday) ?? days[0] ?? null;
}

function numbered(year: DateNumber, month: DateNumber, day: DateNumber): DayNumber | null {
  if (month.digits.length > 2 || day.digits.length > 2 || year.digits.length === 1) return null;
  return dayInItsCalendar(fullYear(year.digits), Number(month.digits), Number(day.digits));
}
