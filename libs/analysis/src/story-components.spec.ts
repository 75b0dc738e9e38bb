import type { StoryNode } from '#domain/article.js';
import fc from 'fast-check';
import { storyComponents } from './story-components.js';

const HOUR = 3_600_000;
const node = (id: string, hour: number, ...signature: string[]): StoryNode => ({
  id,
  windowAt: new Date(hour * HOUR),
  signature,
  story: null,
  version: 1,
  revision: 1,
});
const ids = (nodes: StoryNode[], withinHours = 72) =>
  storyComponents(nodes, withinHours * HOUR).map((story) => story.map(({ id }) => id).join(''));

describe('storyComponents', () => {
  it('unites what shares a key, directly or through another', () => {
    expect(
      ids([node('a', 0, 't:1'), node('b', 1, 't:1', 'x:1'), node('c', 2, 'x:1'), node('d', 3, 't:2')]),
    ).toEqual(['abc', 'd']);
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
    expect(ids([node('a', 0), node('b', 0), node('a', 0)])).toEqual(['a', 'b']);
    expect(ids([])).toEqual([]);
  });

  const nodes = fc
    .array(fc.tuple(fc.nat(20), fc.subarray(['k', 'l', 'm', 'n'], { maxLength: 2 })), { maxLength: 12 })
    .map((rows) => rows.map(([hour, keys], i) => node(String.fromCharCode(97 + i), hour, ...keys)));

  it('does not depend on the order it is given', () => {
    const shuffled = nodes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, mixed]) => expect(ids(mixed, 3)).toEqual(ids(all, 3))));
  });

  it('agrees with a plain walk over all pairs', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const linked = (a: StoryNode, b: StoryNode) =>
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

  it('holds thousands that share one key', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => node(`n${i}`, i % 500, 'k', `x:${i % 7}`));
    expect(storyComponents(all, 72 * HOUR)).toHaveLength(1);
  });
});
