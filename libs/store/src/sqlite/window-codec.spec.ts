import fc from 'fast-check';
import type { Tally } from '#domain/tally.js';
import { decodeCells, decodeCounts, encodeCells, encodeCounts, type Naming } from './window-codec.js';

const whole = fc.nat({ max: 2 ** 32 - 1 });
const tally: fc.Arbitrary<Tally> = fc.record({
  count: whole,
  scored: whole,
  negative: whole,
  neutral: whole,
  positive: whole,
  sum: fc.maxSafeInteger(),
  sumSq: fc.maxSafeNat(),
});
const counts = fc.record({ all: tally, origins: tally });
const name = fc.constantFrom('sample-post', 'نمونہ', 'en', 'prs', '');
const cells = fc.array(fc.record({ source: name, language: name, all: tally, origins: tally }), {
  maxLength: 20,
});

function naming(): Naming {
  const names: string[] = [];
  const numberOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  return { numberOf, nameOf: (number) => names[number] ?? 'none' };
}

describe('the bytes of a record', () => {
  it('give the counts back that went in', () => {
    fc.assert(fc.property(counts, (value) => expect(decodeCounts(encodeCounts(value))).toEqual(value)));
  });

  it('give the cells back that went in, in their order', () => {
    fc.assert(
      fc.property(cells, (value) => {
        const names = naming();
        expect(decodeCells(encodeCells(value, names), names)).toEqual(value);
      }),
    );
  });

  it('are read where they lie within a larger buffer, as a driver may hand them over', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 9 }), (value, offset) => {
        const bytes = encodeCounts(value);
        const larger = new Uint8Array(bytes.length + offset);
        larger.set(bytes, offset);
        expect(decodeCounts(larger.subarray(offset))).toEqual(value);
      }),
    );
  });
});
