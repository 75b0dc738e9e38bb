import fc from 'fast-check';
import { decodeEntities, decodeHtmlEntities } from './decode-entities.js';

describe('decodeEntities', () => {
  it.each([
    ['&amp;amp;', '&amp;'],
    ['&eacute;&#233;&#xE9;&#XE9;', 'éééé'],
    ['&#150;&#x92;', '–’'],
    ['&#0;&#xD800;&#99999999;', '\ufffd\ufffd\ufffd'],
    ['AT&T & co &; &#; &#x; &unknown; &copy', 'AT&T & co &; &#; &#x; &unknown; &copy'],
    ['&lang;&rang;', '\u2329\u232a'],
  ])('reads %p as %p', (text, decoded) => expect(decodeEntities(text)).toBe(decoded));

  it('asks the document first', () => {
    const own = (name: string) => ({ copy: '(c)', 'my.name-1': 'mine' })[name];
    expect(decodeEntities('&copy; &my.name-1; &reg;', own)).toBe('(c) mine ®');
  });

  it('leaves a text without "&" as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bare = text.replaceAll('&', '');
        expect(decodeEntities(bare)).toBe(bare);
      }),
    );
  });
});

describe('decodeHtmlEntities', () => {
  it.each([
    ['caf&eacute and &copy 2026', 'café and © 2026'],
    ['a &lt b &amp c', 'a < b & c'],
    ['AT&T, R&D, &notaname', 'AT&T, R&D, &notaname'],
    ['?a=1&copy=2&lt=3', '?a=1&copy=2&lt=3'],
    ['&#8217 s', '’ s'],
  ])('reads %p as browsers do: %p', (text, decoded) => expect(decodeHtmlEntities(text)).toBe(decoded));
});
