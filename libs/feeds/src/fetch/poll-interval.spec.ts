import fc from 'fast-check';
import { aimOf, GROWTH, habitIntervalMs, SHRINK, UNCHANGED_GROWTH } from './poll-interval.js';

const HOUR = 3_600_000;

/** After a poll of a document of 30 items, an interval of an hour before, unless said otherwise. */
const after = (fresh: number, { items = 30, elapsedMs = HOUR } = {}) =>
  habitIntervalMs({ intervalMs: HOUR, elapsedMs, known: items - fresh, fresh }) / HOUR;

describe('habitIntervalMs', () => {
  it('lengthens when nearly all items were known, shortens when most were new, and stays between', () => {
    expect(after(0)).toBe(GROWTH);
    expect(after(2)).toBe(GROWTH);
    expect(after(3)).toBe(1);
    expect(after(6)).toBe(1 / 2);
    expect(after(16)).toBe(1 / SHRINK);
  });

  it('lengthens less for a document that is unchanged', () => {
    expect(after(0, { items: 0 })).toBe(UNCHANGED_GROWTH);
    expect(UNCHANGED_GROWTH).toBeLessThan(GROWTH);
  });

  it('shortens as much as it may when the document may have rolled over', () => {
    for (const items of [1, 2, 5, 10, 30, 200]) expect(after(items, { items })).toBe(1 / SHRINK);
  });

  it('is not misled by what came while the feed could not be polled', () => {
    expect(after(6, { elapsedMs: 10 * HOUR })).toBe(GROWTH);
    expect(after(30, { elapsedMs: 100 * HOUR })).toBe(1);
  });

  it('is hardly changed by a poll that came early', () => {
    const early = after(0, { elapsedMs: HOUR / 60 });
    expect(early).toBeGreaterThan(1);
    expect(early).toBeLessThan(1.01);
    expect(after(1, { elapsedMs: HOUR / 60 })).toBeGreaterThan(0.95);
    expect(after(1, { elapsedMs: 0 })).toBe(1);
    expect(after(5, { elapsedMs: -HOUR })).toBe(1);
  });

  it('aims at few items, and fewer for a short document', () => {
    expect([200, 30, 15, 10, 5, 1].map(aimOf)).toEqual([3, 3, 3, 2, 1, 0.2]);
  });

  it('never changes by more than one step, and never lengthens more for more new items', () => {
    const count = fc.integer({ min: 0, max: 1_000 });
    const time = fc.integer({ min: 1, max: 100 * 24 * HOUR });
    fc.assert(
      fc.property(count, count, time, time, (known, fresh, intervalMs, elapsedMs) => {
        const next = habitIntervalMs({ intervalMs, elapsedMs, known, fresh });
        expect(next).toBeGreaterThanOrEqual((intervalMs / SHRINK) * (1 - 1e-9));
        expect(next).toBeLessThanOrEqual(intervalMs * GROWTH * (1 + 1e-9));
        if (fresh === 0 || known === 0) return;
        const newer = habitIntervalMs({ intervalMs, elapsedMs, known: known - 1, fresh: fresh + 1 });
        expect(newer).toBeLessThanOrEqual(next * (1 + 1e-9));
      }),
    );
  });
});
