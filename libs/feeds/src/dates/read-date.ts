import { HOUR_MS } from '#domain/hours.js';
import { plainDateText } from './plain-date-text.js';
import { readEpoch } from './read-epoch.js';
import { readIso } from './read-iso.js';
import { readWritten } from './read-written.js';

const EARLIEST = Date.UTC(1990, 0, 1);

/** What joins a date to another text, or to the same date of another calendar. */
const SEPARATORS = /[|•·;]|\s\/\s|\s(?:by|via|برابر با|برابر|مطابق|مصادف|بمطابق|الموافق)\s/;
const MAX_SEGMENTS = 4;

/**
 * The instant that a date names, the same whatever the host's zone and language. Reads the ISO 8601 family, Unix time,
 * and the RFC 822, RFC 850 and asctime families as people write them, in some twenty languages, with digits of four
 * scripts, of the Gregorian and the Solar Hijri calendar. Null where it is unreadable, does not exist, lies before 1990,
 * or is over an hour ahead of `now`. At most 200 characters are looked at.
 *
 * Where a date can mean several things:
 * - Without a zone it is UTC; only dates in Korean are Korean time, as the blog services that write them mean it.
 * - 03/04/2026 is 3 April: day first, as the region writes. The month is first where the day cannot be (03/30/2026),
 *   where only that fits the weekday (Mon, 01/02/2006), or beside a zone of North America (EST … PDT, America/…).
 * - 03-12-31, with hyphens and two-digit years, is 31 December 2003 (ISO 8601:1988), unless it begins with 30 or above,
 *   or is no such date. With slashes, dots or blanks the year is last.
 * - Two-digit years are those from 1950 to 2049; of a Solar Hijri month, those from 1350 to 1449.
 * - Years from 1244 to 1472 are Solar Hijri. Dates of the lunar Hijri calendar are not read: they depend on who saw the
 *   moon, and their years lie in the future of the solar one.
 * - Zone names are those of the region: IST is India, AST Arabia, GST the Gulf, BST Britain. A letter is UTC (RFC 5322).
 *   An unknown name makes a date unreadable. An offset counts before a name beside it.
 * - An hour of twelve takes its half from am, pm, صبح, شام, رات, ب.ظ. …; without one it is an hour of 24.
 */
export function readDate(text: string, now: Date): Date | null {
  const plain = plainDateText(text);
  const instant = read(plain) ?? firstIn(plain.split(SEPARATORS, MAX_SEGMENTS));
  if (instant === null || instant < EARLIEST || instant > now.getTime() + HOUR_MS) return null;
  return new Date(instant);
}

function read(text: string): number | null {
  return readIso(text) ?? readEpoch(text) ?? readWritten(text);
}

function firstIn(segments: string[]): number | null {
  if (segments.length < 2) return null;
  for (const segment of segments) {
    const instant = read(segment.trim());
    if (instant !== null) return instant;
  }
  return null;
}
