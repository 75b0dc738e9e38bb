import fc from 'fast-check';
import { hashOf, overlap, shingleSet, textShingles, titleShingles } from './shingles.js';

const words = (text: string) => text.split(' ');
const textSet = (text: string) => shingleSet(textShingles(words(text)));
const setOf = (values: number[]) => shingleSet(Int32Array.from(values));
const titleSet = (text: string) => shingleSet(titleShingles(words(text)));

describe('the shingles of a text', () => {
  it('are its runs of three words, each once', () => {
    expect(textSet('one two three four')).toHaveLength(2);
    expect(textSet('so it goes so it goes so it goes')).toHaveLength(3);
    expect(textSet('two words')).toHaveLength(0);
    expect(overlap(textSet('one two three'), textSet('three two one')).shared).toBe(0);
  });

  it('are runs of seven letters in Arabic script, wherever its words are parted', () => {
    expect(textSet('اسلام آباد میں مذاکرات')).toHaveLength('اسلامآبادمیںمذاکرات'.length - 6);
    expect(overlap(textSet('اسلام آباد میں مذاکرات'), textSet('اسلامآباد میں مذاکرات')).jaccard).toBe(1);
  });
});

describe('the shingles of a title', () => {
  it('are its runs of four characters, the blanks at its ends included', () => {
    expect(titleSet('to go')).toHaveLength(4);
    expect(overlap(titleSet('border closed'), titleSet('border reopened')).shared).toBe(5);
  });

  it('leave blanks out in Arabic script', () => {
    expect(overlap(titleSet('غلام خان بند'), titleSet('غلامخان بند')).jaccard).toBe(1);
  });
});

describe('overlap', () => {
  const values = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 40 });

  it('agrees with counting by hand, in either order', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [a, b] = [new Set(one), new Set(other)];
        const shared = [...a].filter((value) => b.has(value)).length;
        const none = a.size === 0 || b.size === 0;
        const expected = {
          shared,
          jaccard: none ? 0 : shared / new Set([...a, ...b]).size,
          contained: none ? 0 : shared / Math.min(a.size, b.size),
        };
        const sets = [setOf(one), setOf(other)] as const;
        expect(overlap(sets[0], sets[1])).toEqual(expected);
        expect(overlap(sets[1], sets[0])).toEqual(expected);
      }),
    );
  });

  it('is right for hashes at both ends of their range', () => {
    const ends = setOf([0x7fffffff, -0x80000000, 0, -1]);
    expect([...ends]).toEqual([-0x80000000, -1, 0, 0x7fffffff]);
    expect(overlap(ends, setOf([0x7fffffff, -0x80000000])).shared).toBe(2);
  });
});

describe('hashOf', () => {
  it('tells shingles apart by their order and by the part they stand in', () => {
    const [one, other] = [Int32Array.of(1, 2), Int32Array.of(2, 1)];
    const none = new Int32Array();
    const hashes = [hashOf(one, none), hashOf(none, one), hashOf(other, none), hashOf(one, other)];
    expect(new Set(hashes).size).toBe(4);
  });

  it('spreads similar texts evenly', () => {
    const buckets = new Array<number>(64).fill(0);
    for (let i = 0; i < 64_000; i++) buckets[hashOf(titleShingles([`story${i}`])) & 63]!++;
    expect(Math.min(...buckets)).toBeGreaterThan(850);
    expect(Math.max(...buckets)).toBeLessThan(1_150);
  });
});
