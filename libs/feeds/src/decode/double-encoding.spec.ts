import fc from 'fast-check';
import { decodeBody } from './decode-body.js';
import { undoDoubleEncoding } from './double-encoding.js';
import { decodeSingleByte } from './single-byte.js';

const URDU = '<rss><title>پاکستان اور افغانستان کے درمیان</title></rss>';
const FRENCH = 'Le général à côté de l’Élysée a été élu là-bas – déjà';
const doubled = (text: string, encoding: 'latin1' | 'windows-1252') =>
  encoding === 'latin1'
    ? Buffer.from(text).toString('latin1')
    : decodeSingleByte(Buffer.from(text), encoding);

describe('undoDoubleEncoding', () => {
  it.each(['latin1', 'windows-1252'] as const)('undoes UTF-8 that was taken for %s', (encoding) => {
    for (const text of [URDU, FRENCH]) expect(undoDoubleEncoding(doubled(text, encoding))).toBe(text);
  });

  it('leaves real texts as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abc <é>àü–’“”€ßñشہرЖ日')), (characters) => {
        const text = characters.join('');
        expect(undoDoubleEncoding(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['too few of them to be sure', 'The bytes Ã© are an é'.slice(0, 12)],
    ['one real character beside them', `${doubled(URDU, 'latin1')} é`],
    ['one that ends early', `${doubled(URDU, 'latin1')}Ø`],
  ])('leaves a text as it is where there is %s', (_, text) => expect(undoDoubleEncoding(text)).toBe(text));
});

describe('decodeBody', () => {
  it('undoes double encoding, and calls it UTF-8', () => {
    const body = Buffer.from(doubled(URDU, 'windows-1252'));
    expect(decodeBody(body, 'text/xml; charset=utf-8')).toEqual({ text: URDU, encoding: 'utf-8' });
  });

  it('reads control characters in UTF-8 as the windows-1252 they were', () => {
    expect(decodeBody(Buffer.from('<t>don\u0092t \u0096 now</t>'), null).text).toBe('<t>don’t – now</t>');
  });
});
