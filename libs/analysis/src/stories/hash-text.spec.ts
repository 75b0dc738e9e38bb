import fc from 'fast-check';
import { hashText } from './hash-text.js';

describe('the text of a hash', () => {
  it.each([0, 35, 36 ** 4 - 1, 36 ** 4, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, -1, -(2 ** 31)])(
    'of %d is its unsigned number in base 36',
    (hash) => expect(hashText(hash)).toBe((hash >>> 0).toString(36)),
  );

  it('is that for any hash', () => {
    fc.assert(fc.property(fc.integer(), (hash) => expect(hashText(hash)).toBe((hash >>> 0).toString(36))));
  });
});
