import type { ThemeTag } from '#domain/analysis.js';
import { addParents } from './add-parents.js';

const tag = (id: string, score: number): ThemeTag => ({ id, score, evidence: [], via: null });
const parents = new Map<string, string | undefined>([
  ['root', undefined],
  ['a', 'root'],
  ['b', 'root'],
  ['c', 'root'],
  ['x', 'y'],
  ['y', 'x'],
]);
const given = (...tags: ThemeTag[]) =>
  addParents(tags, parents).map(({ id, score, via }) => `${id} ${score} ${via}`);

describe('addParents', () => {
  it('names the strongest child, the smallest id among equals, in whatever order they come', () => {
    expect(given(tag('a', 0.3), tag('c', 0.6), tag('b', 0.6)).at(-1)).toBe('root 0.6 b');
    expect(given(tag('b', 0.6), tag('c', 0.6), tag('a', 0.3)).at(-1)).toBe('root 0.6 b');
  });

  it('leaves a parent that matched itself as it is, even where a child is stronger', () => {
    expect(given(tag('root', 0.3), tag('a', 0.9))).toEqual(['a 0.9 null', 'root 0.3 null']);
  });

  it('comes to an end where themes are each other’s parents', () => {
    expect(given(tag('x', 0.3))).toEqual(['x 0.3 null', 'y 0.3 x']);
  });
});
