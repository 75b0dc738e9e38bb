import fc from 'fast-check';
import { DAY_MS } from '#domain/window.js';
import { usualPause } from './usual-pause.js';

const HOUR_MS = DAY_MS / 24;
const START = Date.UTC(2026, 2, 1);

/** Arrivals at these hours after the start. */
const at = (hours: number[]): Date[] => hours.map((hour) => new Date(START + hour * HOUR_MS));
const every = (step: number, until: number): number[] =>
  Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);
const usualHours = (hours: number[]): number | null => {
  const pause = usualPause(at(hours));
  return pause === null ? null : pause / HOUR_MS;
};

describe('the usual pause of a feed', () => {
  it('is unknown with fewer than ten arrivals, or less than a week of them', () => {
    expect(usualHours([])).toBeNull();
    expect(usualHours(every(24, 8 * 24))).toBeNull();
    expect(usualHours(every(1, 6 * 24))).toBeNull();
    expect(usualHours(every(24, 9 * 24))).toBe(24);
  });

  it('has the nights and weekends of the feed in it', () => {
    const working = every(1, 28 * 24).filter((hour) => hour % 24 >= 8 && hour % 24 <= 18);
    expect(usualHours(working)).toBe(14);
    const weekdays = working.filter((hour) => Math.floor(hour / 24) % 7 < 5);
    expect(usualHours(weekdays)).toBe(62);
  });

  it('does not take one past outage for a habit', () => {
    const outage = every(2, 28 * 24).filter((hour) => hour < 200 || hour > 290);
    expect(usualHours(outage)).toBe(2);
  });

  it('looks at the last four weeks only', () => {
    expect(usualHours([...every(24, 40 * 24), ...every(3, 28 * 24).map((hour) => 40 * 24 + hour)])).toBe(3);
  });

  it('is one of the pauses, and the same whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 80 }), (hours) => {
        const sorted = [...hours].sort((a, b) => a - b);
        const usual = usualHours(sorted);
        if (usual === null) return;
        expect(sorted.slice(1).map((hour, i) => hour - sorted[i]!)).toContain(usual);
        expect(usualHours(sorted.map((hour) => hour + 1_000))).toBe(usual);
      }),
    );
  });
});
