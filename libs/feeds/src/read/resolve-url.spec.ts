import fc from 'fast-check';
import { resolveUrl } from './resolve-url.js';

const BASE = 'https://feeds.test/news/rss.xml';

describe('resolveUrl', () => {
  it.each([
    ['https://x.test/1', 'https://x.test/1'],
    [' https://x.test/1\n', 'https://x.test/1'],
    ['https://X.test', 'https://X.test'],
    ['https://x.test/a/../b', 'https://x.test/a/../b'],
    ['1', 'https://feeds.test/news/1'],
    ['/1', 'https://feeds.test/1'],
    ['?a=1', 'https://feeds.test/news/rss.xml?a=1'],
    ['//x.test/1', 'https://x.test/1'],
    ['https://x.test/a"b<c>', 'https://x.test/a%22b%3Cc%3E'],
    ['https://xn--a.test/', null],
    ['https://[1', null],
    ['https://', null],
    ['ftp://x.test/', null],
    ['data:text/html,x', null],
    ['', null],
    ['   ', null],
  ])('makes of %p %p', (address, url) => expect(resolveUrl(address, BASE)).toBe(url));

  it('reads absolute addresses also where the base is none', () => {
    expect(resolveUrl('https://x.test/خ', '')).toBe('https://x.test/%D8%AE');
    expect(resolveUrl('/1', '')).toBeNull();
  });

  it('gives nothing but valid web addresses', () => {
    const piece = fc.constantFrom(
      'http',
      'https',
      '://',
      'x.test',
      'xn--',
      '-',
      '.',
      '/',
      ':',
      '@',
      '80',
      '"',
      '<',
      ' ',
      '%',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = resolveUrl(pieces.join(''), BASE);
        if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
