import fc from 'fast-check';
import { readDate } from '../../dates/read-date.js';
import { firstDate } from './first-date.js';

const now = new Date('2026-03-01T12:00:00Z');
const value = (text: string) => ({ text, kind: 'literal', base: '' }) as const;
const read = (...texts: string[]) => firstDate(texts.map(value), now);

describe('firstDate', () => {
  it('takes the first date that is readable and credible', () => {
    expect(read('soon', '2031-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z')).toBe(
      String(Date.UTC(2026, 1, 1)),
    );
    expect(read('soon', '')).toBeNull();
    expect(read()).toBeNull();
  });

  it('takes no shortcut that leads elsewhere than readDate', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    const time = fc.tuple(two(24), two(60), two(60)).map((parts) => parts.join(':'));
    const month = fc.constantFrom('Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Sep', 'Dec', 'Foo');
    const zone = fc.constantFrom(
      'GMT',
      '+0000',
      '+0500',
      '-1130',
      '+1400',
      'Z',
      '+05:00',
      '-13:30',
      'PKT',
      '',
    );
    const year = fc.integer({ min: 1989, max: 2027 }).map(String);
    const written = fc
      .tuple(fc.constantFrom('Mon', 'Sun'), two(32), month, year, time, zone)
      .map(([weekday, day, name, y, t, z]) => `${weekday}, ${day} ${name} ${y} ${t} ${z}`);
    const iso = fc
      .tuple(year, two(13), two(32), time, zone)
      .map(([y, m, d, t, z]) => `${y}-${m}-${d}T${t}${z}`);
    fc.assert(
      fc.property(fc.oneof(written, iso), (text) => {
        expect(read(text)).toBe(readDate(text, now)?.getTime().toString() ?? null);
      }),
      { numRuns: 5_000 },
    );
  });
});
