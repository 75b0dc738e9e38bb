import type { StoryNode } from '#domain/article.js';
import fc from 'fast-check';
import { storyComponents } from './story-components.js';

const HOUR = 3_600_000;
/** Headlines that have nothing in common, and one that is near to the first. */
const TITLES = {
  k: 'Torkham border crossing reopens after talks between commanders',
  l: 'Students of Kandahar win prize for solar cooker invention',
  m: 'Floods in Swat valley destroy bridges, orchards and schools',
  n: 'Torkham border crossing reopens after talks between officials',
};
type Kind = keyof typeof TITLES;

/** An article with the headline `kind`, found by the keys given. */
const node = (id: string, hour: number, kind: Kind, ...keys: string[]): StoryNode => ({
  id,
  windowAt: new Date(hour * HOUR),
  signature: keys.length > 0 ? keys : ['shared'],
  title: TITLES[kind],
  summary: '',
  story: null,
  version: 1,
  revision: 1,
});
const ids = (nodes: StoryNode[], withinHours = 72) =>
  storyComponents(nodes, withinHours * HOUR).map((story) => story.map(({ id }) => id).join(''));

describe('storyComponents', () => {
  it('unites near-duplicates, directly or through another', () => {
    expect(ids([node('a', 0, 'k'), node('b', 1, 'n'), node('c', 2, 'k'), node('d', 3, 'l')])).toEqual([
      'abc',
      'd',
    ]);
  });

  it('takes a shared key for a hint only', () => {
    expect(ids([node('a', 0, 'k'), node('b', 1, 'l'), node('c', 2, 'm')])).toEqual(['a', 'b', 'c']);
  });

  it('compares only what shares a key', () => {
    expect(ids([node('a', 0, 'k', 'one'), node('b', 1, 'k', 'other')])).toEqual(['a', 'b']);
  });

  it('puts the earliest first, the smallest id among equally early ones', () => {
    expect(ids([node('b', 5, 'k'), node('c', 1, 'k'), node('a', 5, 'k'), node('d', 1, 'k')])).toEqual([
      'cdab',
    ]);
  });

  it('unites up to the limit of time and not beyond', () => {
    expect(ids([node('a', 0, 'k'), node('b', 72, 'k')])).toEqual(['ab']);
    expect(ids([node('a', 0, 'k'), node('b', 72.001, 'k')])).toEqual(['a', 'b']);
  });

  it('reaches further than the limit through reprints between', () => {
    expect(ids([node('a', 0, 'k'), node('b', 60, 'k'), node('c', 120, 'k')])).toEqual(['abc']);
  });

  it('leaves an article without keys alone, and counts one given twice once', () => {
    const bare = (id: string) => ({ ...node(id, 0, 'k'), signature: [] });
    expect(ids([bare('a'), bare('b'), bare('a')])).toEqual(['a', 'b']);
    expect(ids([])).toEqual([]);
  });

  const kinds = fc.constantFrom<Kind>('k', 'l', 'm', 'n');
  const nodes = fc
    .array(fc.tuple(fc.nat(20), kinds, fc.subarray(['p', 'q', 'r'], { minLength: 1 })), { maxLength: 12 })
    .map((rows) =>
      rows.map(([hour, kind, keys], i) => node(String.fromCharCode(97 + i), hour, kind, ...keys)),
    );

  it('does not depend on the order it is given', () => {
    const shuffled = nodes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, mixed]) => expect(ids(mixed, 3)).toEqual(ids(all, 3))));
  });

  it('agrees with a plain walk over all pairs', () => {
    const alike = (one: string, other: string) =>
      one === other || (one.startsWith('Torkham') && other.startsWith('Torkham'));
    fc.assert(
      fc.property(nodes, (all) => {
        const linked = (a: StoryNode, b: StoryNode) =>
          alike(a.title, b.title) &&
          a.signature.some((key) => b.signature.includes(key)) &&
          Math.abs(+a.windowAt - +b.windowAt) <= 3 * HOUR;
        const reach = (start: StoryNode) => {
          const seen = new Set([start]);
          for (const at of seen) for (const other of all) if (linked(at, other)) seen.add(other);
          return [...seen]
            .map(({ id }) => id)
            .sort()
            .join('');
        };
        const sorted = ids(all, 3).map((story) => [...story].sort().join(''));
        expect(sorted.sort()).toEqual([...new Set(all.map(reach))].sort());
      }),
    );
  });

  it('holds thousands that share one key and one wording', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => node(`n${i}`, i % 500, 'k', 'k', `x:${i % 7}`));
    expect(storyComponents(all, 72 * HOUR)).toHaveLength(1);
  });
});
