import fc from 'fast-check';
import { gregorianDay } from './gregorian.js';
import { fullSolarHijriYear, solarHijriDay } from './solar-hijri.js';

const DAY_MS = 86_400_000;
const iso = (day: number | null) => (day === null ? null : new Date(day * DAY_MS).toISOString().slice(0, 10));

/** The years from 1370 to 1420 that began on 20 March; all others of them began on 21 March. */
const ON_20_MARCH = [
  1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1407, 1408, 1411, 1412, 1415, 1416, 1419, 1420,
];

describe('solarHijriDay', () => {
  it('begins the years 1370 to 1420 on the days of Nowruz', () => {
    for (let year = 1370; year <= 1420; year++) {
      const day = ON_20_MARCH.includes(year) ? '20' : '21';
      expect(iso(solarHijriDay(year, 1, 1))).toBe(`${year + 621}-03-${day}`);
    }
  });

  it.each([
    [1404, 7, 20, '2025-10-12'],
    [1403, 12, 30, '2025-03-20'],
    [1404, 12, 29, '2026-03-20'],
    [1400, 5, 24, '2021-08-15'],
    [1380, 9, 14, '2001-12-05'],
    [1371, 2, 8, '1992-04-28'],
    [1404, 6, 31, '2025-09-22'],
  ])('places %d-%d-%d', (year, month, day, date) => expect(iso(solarHijriDay(year, month, day))).toBe(date));

  it.each([
    [1404, 12, 30],
    [1404, 7, 31],
    [1404, 0, 1],
    [1404, 13, 1],
    [1404, 1, 0],
    [1404, 1, 32],
    [1243, 1, 1],
    [1473, 1, 1],
  ])('knows no %d-%d-%d', (year, month, day) => expect(solarHijriDay(year, month, day)).toBeNull());

  it('agrees with the calendar of the runtime on every day from 1900 to 2090', () => {
    const first = gregorianDay(1900, 3, 21) ?? 0;
    const last = gregorianDay(2090, 1, 1) ?? 0;
    const calendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      dateStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const [month = 0, date = 0, year = 0] =
          calendar
            .format(day * DAY_MS)
            .match(/\d+/g)
            ?.map(Number) ?? [];
        expect(solarHijriDay(year, month, date)).toBe(day);
      }),
      { numRuns: 3_000 },
    );
  });

  it('gives two digits to the years of the living', () => {
    expect(['04', '49', '50', '99', '1404'].map(fullSolarHijriYear)).toEqual([1404, 1449, 1350, 1399, 1404]);
  });
});
