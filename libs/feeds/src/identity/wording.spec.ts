import { wordingHash } from './wording.js';

describe('wordingHash', () => {
  it('is of title and summary, kept apart', () => {
    const hash = wordingHash('a', 'b');
    expect(wordingHash('a', 'b')).toBe(hash);
    expect(wordingHash('a', 'c')).not.toBe(hash);
    expect(wordingHash('ab', '')).not.toBe(hash);
  });

  it('stays the same from release to release, since stored sightings hold it', () => {
    expect(wordingHash('a', 'b')).toBe('0473ef2dc0d324ab659d3580c1134e9d');
  });
});
