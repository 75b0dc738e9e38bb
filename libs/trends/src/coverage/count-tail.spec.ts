import fc from 'fast-check';
import { countTail } from './count-tail.js';

const mean = fc.double({ min: 0, max: 5_000, noNaN: true });
const dispersion = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 20, noNaN: true }));
const count = fc.integer({ min: 0, max: 3_000 });

describe('the lower tail of a count', () => {
  it('is that of tables: Poisson without dispersion, geometric at dispersion 1', () => {
    // P(X ≤ 2) of Poisson(5), and of a geometric count of mean 3: 1 − (3/4)³.
    expect(countTail(2, 5, 0)).toBeCloseTo(0.1246520195, 9);
    expect(countTail(2, 3, 1)).toBeCloseTo(1 - 0.75 ** 3, 12);
    expect(countTail(0, 8, 0)).toBeCloseTo(Math.exp(-8), 12);
  });

  it('comes to Poisson as the dispersion vanishes', () => {
    expect(countTail(3, 6, 1e-9)).toBeCloseTo(countTail(3, 6, 0), 7);
  });

  it('is near a half at the mean of thousands, where plain powers would vanish', () => {
    expect(countTail(4_000, 4_000, 0)).toBeGreaterThan(0.49);
    expect(countTail(4_000, 4_000, 0)).toBeLessThan(0.52);
    expect(countTail(0, 4_000, 0)).toBe(0);
  });

  it('is whole far above the mean, and exact where the peak is far from the first term', () => {
    expect(countTail(1e9, 40, 0.3)).toBeCloseTo(1, 12);
    // A geometric count of mean 2,000: 1 − (2000/2001)⁵⁰¹.
    expect(countTail(500, 2_000, 1)).toBeCloseTo(1 - (2_000 / 2_001) ** 501, 12);
    // Poisson(1000): P(X ≤ 900), by summing exp(k · ln 1000 − 1000 − ln k!).
    expect(countTail(900, 1_000, 0)).toBeCloseTo(0.000697767328, 11);
  });

  it('is a probability that grows with the count and shrinks with the mean', () => {
    fc.assert(
      fc.property(count, mean, dispersion, (k, m, a) => {
        const tail = countTail(k, m, a);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
        expect(countTail(k + 1, m, a)).toBeGreaterThanOrEqual(tail);
        expect(countTail(k, m + 1, a)).toBeLessThanOrEqual(tail + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});
