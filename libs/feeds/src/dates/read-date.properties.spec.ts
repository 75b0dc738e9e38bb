import fc from 'fast-check';
import { readDate } from './read-date.js';

const now = new Date('2026-03-01T12:00:00Z');
const SECOND = 1_000;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (n: number) => String(n).padStart(2, '0');

const seconds = fc.integer({ min: Date.UTC(1990, 0, 3) / SECOND, max: now.getTime() / SECOND });
const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);

/** The parts of an instant on the clocks of an offset in minutes. */
function partsOf(second: number, minutes: number) {
  const local = new Date((second + minutes * 60) * SECOND);
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return {
    ymd: local.toISOString().slice(0, 10),
    hms: local.toISOString().slice(11, 19),
    year: local.getUTCFullYear(),
    month: MONTHS[local.getUTCMonth()] ?? '',
    monthNumber: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: DAYS[local.getUTCDay()] ?? '',
    hour12: `${local.getUTCHours() % 12 || 12}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`,
    half: local.getUTCHours() < 12 ? 'AM' : 'PM',
    zone: `${sign}${two(hours)}${two(rest)}`,
    colon: `${sign}${two(hours)}:${two(rest)}`,
  };
}

type Parts = ReturnType<typeof partsOf>;

const FORMATS: Record<string, (p: Parts) => string> = {
  'RFC 822': (p) =>
    `${p.weekday.slice(0, 3)}, ${two(p.day)} ${p.month.slice(0, 3)} ${p.year} ${p.hms} ${p.zone}`,
  'RFC 850': (p) =>
    `${p.weekday}, ${two(p.day)}-${p.month.slice(0, 3)}-${two(p.year % 100)} ${p.hms} ${p.zone}`,
  asctime: (p) => `${p.weekday.slice(0, 3)} ${p.month.slice(0, 3)} ${p.day} ${p.hms} ${p.zone} ${p.year}`,
  'RFC 3339': (p) => `${p.ymd}T${p.hms}${p.colon}`,
  'basic ISO': (p) => `${p.ymd.replaceAll('-', '')}T${p.hms.replaceAll(':', '')}${p.zone}`,
  'ISO with blanks': (p) => `${p.ymd} ${p.hms} ${p.colon}`,
  American: (p) => `${p.month} ${p.day}, ${p.year} ${p.hour12} ${p.half} ${p.zone}`,
  'day first': (p) => `${p.day}/${p.monthNumber}/${p.year} ${p.hms} ${p.zone}`,
  'time first': (p) => `${p.hms} ${p.zone} ${p.weekday} ${p.day} ${p.month.toLowerCase()} ${p.year}`,
  JavaScript: (p) =>
    `${p.weekday.slice(0, 3)} ${p.month.slice(0, 3)} ${two(p.day)} ${p.year} ${p.hms} GMT${p.zone} (Some Time)`,
};

const ZEROS = { Arabic: 0x660, Persian: 0x6f0, Hindi: 0x966, 'full-width': 0xff10 };
const inDigits = (text: string, zero: number) =>
  text.replace(/\d/g, (d) => String.fromCharCode(zero + Number(d)));

describe('readDate', () => {
  it.each(Object.keys(FORMATS))('reads back any instant, in any zone, as %s', (name) => {
    fc.assert(
      fc.property(seconds, offsets, (second, minutes) => {
        const text = FORMATS[name]?.(partsOf(second, minutes)) ?? '';
        expect([text, readDate(text, now)?.getTime()]).toEqual([text, second * SECOND]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(ZEROS))('reads %s digits as it reads ASCII ones', (_, zero) => {
    fc.assert(
      fc.property(seconds, offsets, fc.constantFrom(...Object.values(FORMATS)), (second, minutes, format) => {
        const text = inDigits(format(partsOf(second, minutes)), zero);
        expect([text, readDate(text, now)?.getTime()]).toEqual([text, second * SECOND]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['fa-IR', 'fa-AF', 'ps-AF'])(
    'reads back the Solar Hijri dates that the runtime writes in %s',
    (language) => {
      const long = new Intl.DateTimeFormat(`${language}-u-ca-persian`, {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      const short = new Intl.DateTimeFormat(`${language}-u-ca-persian`, {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone: 'UTC',
      });
      fc.assert(
        fc.property(seconds, fc.constantFrom(long, short), (second, format) => {
          const midnight = second - (second % 86_400);
          const text = format.format(midnight * SECOND);
          expect([text, readDate(text, now)?.getTime()]).toEqual([text, midnight * SECOND]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    'ur-PK',
    'ar-EG',
    'hi-IN',
    'fr',
    'de',
    'es',
    'pt',
    'it',
    'nl',
    'ru',
    'pl',
    'tr',
    'hu',
    'el',
    'ja',
    'zh',
  ])('reads back the dates that the runtime writes in %s', (language) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
      dateStyle: 'full',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(seconds, (second) => {
        const midnight = second - (second % 86_400);
        const text = format.format(midnight * SECOND);
        expect([text, readDate(text, now)?.getTime()]).toEqual([text, midnight * SECOND]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives no instant out of bounds, and never fails, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'0 1 12 31 2023 1404 : - / . , + T Z GMT Oct mar مهر بجے م ( ) [ ] & < > | \u0660 年 月'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('', ' '), (pieces, joint) => {
        const instant = readDate(pieces.join(joint), now)?.getTime() ?? Date.UTC(1990, 0, 1);
        expect(instant).toBeGreaterThanOrEqual(Date.UTC(1990, 0, 1));
        expect(instant).toBeLessThanOrEqual(now.getTime() + 3_600_000);
      }),
      { numRuns: 5_000 },
    );
  });
});
