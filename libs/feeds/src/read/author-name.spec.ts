import { authorName } from './author-name.js';

describe('authorName', () => {
  it.each([
    ['ayesha@x.test (Ayesha Sample)', 'Ayesha Sample'],
    ['Ayesha Sample (ayesha@x.test)', 'Ayesha Sample'],
    ['"Ayesha Sample" <ayesha@x.test>', 'Ayesha Sample'],
    ['ayesha@x.test', 'ayesha@x.test'],
    ['Ayesha (Dawn)', 'Ayesha (Dawn)'],
  ])('of %s is %s', (author, name) => expect(authorName(author)).toBe(name));
});
