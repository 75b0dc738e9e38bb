import fc from 'fast-check';
import { bandKeys } from './min-hash.js';
import { scramble } from './shingles.js';

const banding = { kind: 'k', bands: 9, rows: 2 };

/** Two sets of `size` that share so many that their Jaccard similarity is about `similarity`; the similarity is exact. */
function pairOf(size: number, similarity: number, salt: number) {
  const shared = Math.round((2 * size * similarity) / (1 + similarity));
  const set = (own: number) =>
    Int32Array.from({ length: size }, (_, i) =>
      scramble(salt * 100_000 + (i < shared ? i : own * 1_000 + i)),
    );
  return { one: set(1), other: set(2), jaccard: shared / (2 * size - shared) };
}

describe('the keys of a sketch', () => {
  it('are one for each band, of letters, digits and a colon', () => {
    const keys = bandKeys(Int32Array.of(1, 2, 3), banding);
    expect(keys).toHaveLength(9);
    for (const [i, key] of keys.entries()) expect(key).toMatch(new RegExp(`^k${i}:[0-9a-z]{1,7}$`));
    expect(bandKeys(new Int32Array(), banding)).toEqual([]);
  });

  it('are the same in every run and process, since they are stored', () => {
    expect(bandKeys(Int32Array.of(1, 2, 3), { kind: 'k', bands: 2, rows: 2 })).toEqual([
      'k0:103quyd',
      'k1:1cmu67v',
    ]);
  });

  it('do not depend on the order of shingles, nor on repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (shingles) => {
        const keysOf = (list: number[]) => bandKeys(Int32Array.from(list), banding);
        const keys = keysOf(shingles);
        expect(keysOf([...shingles].reverse())).toEqual(keys);
        expect(keysOf([...shingles, ...shingles])).toEqual(keys);
      }),
    );
  });

  it.each([0.1, 0.2, 0.35, 0.5, 0.7])('meet as often as the formula says, at similarity %d', (similarity) => {
    const trials = 3_000;
    let met = 0;
    let expected = 0;
    for (let salt = 0; salt < trials; salt++) {
      const { one, other, jaccard } = pairOf(40, similarity, salt);
      const keys = new Set(bandKeys(one, banding));
      if (bandKeys(other, banding).some((key) => keys.has(key))) met++;
      expected = 1 - (1 - jaccard ** banding.rows) ** banding.bands;
    }
    // Four standard deviations of a binomial share are 0.037 at most.
    expect(Math.abs(met / trials - expected)).toBeLessThan(0.04);
  });
});
