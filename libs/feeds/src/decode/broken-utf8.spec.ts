import fc from 'fast-check';
import { isUtf8 } from 'node:buffer';
import { decodeBrokenUtf8, utf8Damage } from './broken-utf8.js';

const mixed = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));

describe('decodeBrokenUtf8', () => {
  it.each([
    ['quotation marks between ASCII', mixed('شہر it', 0x92, 's ', 0x93, 'so', 0x94), 'شہر it’s “so”'],
    ['an accented letter within a word', mixed('شہر caf', 0xe9, 's'), 'شہر cafés'],
    ['a hard space', mixed('شہر a', 0xa0, 'b'), 'شہر a\u00a0b'],
  ])('reads %s as windows-1252', (_, bytes, text) => expect(decodeBrokenUtf8(bytes)).toBe(text));

  it.each([
    ['a character cut in two before a tag', mixed('شہ', 0xd8, '<b>'), 'شہ\ufffd<b>'],
    ['the rest of one after a tag', mixed('<b>', 0xb1, 'شہر'), '<b>\ufffdشہر'],
    ['a letter that ends a word', mixed('شہر caf', 0xe9, ' '), 'شہر caf\ufffd '],
    ['a surrogate in UTF-8', mixed('a', 0xed, 0xa0, 0x80, 'b'), 'a\ufffd\ufffd\ufffdb'],
  ])('does not guess at %s', (_, bytes, text) => expect(decodeBrokenUtf8(bytes)).toBe(text));

  it('decodes what is valid as any decoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = Buffer.from(text);
        expect(decodeBrokenUtf8(bytes)).toBe(bytes.toString());
      }),
    );
  });
});

describe('utf8Damage', () => {
  it('counts characters beyond ASCII and the bytes of none', () => {
    expect(utf8Damage(mixed('aشہ', 0xff, 'ر', 0x80, 'b'))).toEqual({ sequences: 3, strays: 2 });
  });

  it('counts a character that the end cuts as neither', () => {
    for (const text of ['é', 'ہ', '€', '𠀀']) {
      const bytes = Buffer.from(`a${text}`);
      for (let end = 2; end < bytes.length; end++) {
        expect(utf8Damage(bytes.subarray(0, end))).toEqual({ sequences: 0, strays: 0 });
      }
    }
  });

  it('finds strays exactly where the bytes are not valid UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (array) => {
        const bytes = Buffer.concat([Buffer.from(array), Buffer.from('....')]);
        expect(utf8Damage(bytes).strays === 0).toBe(isUtf8(bytes));
      }),
      { numRuns: 3_000 },
    );
  });
});
