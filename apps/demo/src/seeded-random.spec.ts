import { seededRandom } from './seeded-random.js';

describe('a seeded stream', () => {
  const draws = (seed: string, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => random.next());
  };

  it('repeats itself for the same seed and differs for another', () => {
    expect(draws('one', 50)).toEqual(draws('one', 50));
    expect(draws('one', 50)).not.toEqual(draws('two', 50));
  });

  it('spreads evenly over [0, 1)', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of draws('spread', 10_000)) tenths[Math.floor(value * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('draws whole numbers with both bounds included', () => {
    const random = seededRandom('bounds');
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(3, 5)));
    expect([...drawn].sort()).toEqual([3, 4, 5]);
  });

  it('picks by weight and never what weighs nothing', () => {
    const random = seededRandom('weights');
    const picks = Array.from({ length: 1000 }, () =>
      random.pickWeighted(['a', 'b', 'c'], (x) => ({ a: 3, b: 1 })[x] ?? 0),
    );
    expect(picks).not.toContain('c');
    expect(picks.filter((pick) => pick === 'a').length).toBeGreaterThan(650);
    expect(picks.filter((pick) => pick === 'b').length).toBeGreaterThan(150);
  });

  it('refuses to pick from nothing', () => {
    expect(() => seededRandom('x').pick([])).toThrow(RangeError);
  });
});
