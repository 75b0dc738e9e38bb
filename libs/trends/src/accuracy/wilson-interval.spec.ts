import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval.js';

const cases = fc
  .integer({ min: 1, max: 100_000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

describe('the interval of a share', () => {
  it.each([
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %p in %p is the one that is published for it', (hits, of, low, high) => {
    const interval = wilsonInterval(hits, of)!;
    expect(interval.value).toBe(hits / of);
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('holds the share and lies within 0 and 1', () => {
    fc.assert(
      fc.property(cases, ([hits, of]) => {
        const { value, low, high } = wilsonInterval(hits, of)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is as wide for hits as for misses, and narrower with ten times the cases', () => {
    fc.assert(
      fc.property(cases, ([hits, of]) => {
        const { low, high } = wilsonInterval(hits, of)!;
        const others = wilsonInterval(of - hits, of)!;
        const more = wilsonInterval(hits * 10, of * 10)!;
        expect(others.high - others.low).toBeCloseTo(high - low, 9);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('is none without a case', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
