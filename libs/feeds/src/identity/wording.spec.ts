import { wordingHash } from './wording.js';

describe('wordingHash', () => {
  it('is of title and summary, kept apart', () => {
    const hash = wordingHash({ title: 'a', summary: 'b' });
    expect(wordingHash({ title: 'a', summary: 'b' })).toBe(hash);
    expect(wordingHash({ title: 'a', summary: 'c' })).not.toBe(hash);
    expect(wordingHash({ title: 'ab', summary: '' })).not.toBe(hash);
  });

  it('stays the same from release to release, since stored sightings hold it', () => {
    expect(wordingHash({ title: 'a', summary: 'b' })).toBe('0473ef2dc0d324ab659d3580c1134e9d');
  });
});
