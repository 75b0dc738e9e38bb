import fc from 'fast-check';
import type { Tally } from '#domain/tally.js';
import { sumByGroup } from '#domain/window-record.js';
import { CellSums } from './cell-sums.js';
import { decodeCounts, encodeCells, encodeCounts, type Naming } from './window-codec.js';

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

  it('give the sums of the cells that went in, by any group', () => {
    fc.assert(
      fc.property(cells, (value) => {
        const names = naming();
        const groups = [
          (source: string, language: string) => `${source} ${language}`,
          (source: string) => (source === 'en' ? null : source),
          () => '',
        ];
        const bytes = encodeCells(value, names);
        for (const group of groups)
          expect(new CellSums(group, names).of(bytes)).toEqual(sumByGroup(value, group));
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
