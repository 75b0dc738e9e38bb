import fc from 'fast-check';
import { InvalidRequestError } from './errors.js';
import { dayAfter, dayOf, halfHourOf, windowOf, windowsOf } from './window.js';

const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const zones = fc.constantFrom(
  'UTC',
  'Asia/Karachi',
  'Asia/Kabul',
  'Asia/Tehran',
  'America/New_York',
  'Pacific/Apia',
);

describe('windows', () => {
  it('hold the instant they are of, and are found again by their id', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        for (const window of [halfHourOf(at), dayOf(at, zone)]) {
          expect(window.start.getTime()).toBeLessThanOrEqual(at.getTime());
          expect(window.end.getTime()).toBeGreaterThan(at.getTime());
          expect(windowOf(window.id)).toEqual(window);
        }
      }),
    );
  });

  it('tile the days of a zone without gap or overlap, through changes of its offset', () => {
    for (const zone of ['Asia/Karachi', 'Asia/Tehran', 'America/New_York']) {
      let day = dayOf(new Date('2008-01-01T12:00:00Z'), zone);
      for (let i = 0; i < 730; i++) {
        const next = dayAfter(day);
        expect(next.start).toEqual(day.end);
        day = next;
      }
    }
  });

  it('count Afghan and Pakistani days from their own midnight', () => {
    const at = new Date('2026-11-23T19:15:00Z');
    expect(dayOf(at, 'Asia/Karachi').id).toBe('day.Asia/Karachi.20261124');
    expect(dayOf(at, 'Asia/Kabul').id).toBe('day.Asia/Kabul.20261123');
    expect(dayOf(at, 'Asia/Kabul').end.toISOString()).toBe('2026-11-23T19:30:00.000Z');
  });

  it('make day ids without a colon, which a queue could not carry', () => {
    expect(halfHourOf(new Date('2026-11-24T10:44:00Z')).id).toBe('30m.20261124T1030');
  });

  it('leave half hours out before the horizon', () => {
    const at = new Date('2026-11-24T10:44:00Z');
    expect(windowsOf(at, ['UTC'], at).map(({ granularity }) => granularity)).toEqual(['30m', 'day']);
    expect(windowsOf(at, ['UTC'], new Date(at.getTime() + 1)).map(({ granularity }) => granularity)).toEqual([
      'day',
    ]);
  });

  it('refuse a zone that does not exist, and an id that names nothing', () => {
    expect(() => dayOf(new Date(), 'Asia/Atlantis')).toThrow(InvalidRequestError);
    expect(windowOf('day.UTC')).toBeNull();
    expect(windowOf('week.UTC.20261124')).toBeNull();
    expect(windowOf('')).toBeNull();
  });
});
