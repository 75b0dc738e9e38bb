import fc from 'fast-check';
import { urlKeyOf } from './url-key.js';

/** Pieces of paths, queries and fragments, the marks that rules look for among them. */
const PIECES = [
  ...`/?#!&=+%' ";.a`,
  ...['%C7', '%c7%d1', '%D8%AE', '%2B', '%26', '%23', '%2e', '#/', '#!/', ':~:', 'x.y', 'c/', 's/'],
  ...[
    '/amp',
    '/1',
    '.amp',
    '.html',
    '/index.',
    'php',
    '/tag',
    '-1234',
    '/lite',
    '.lite',
    '-amp.html',
    '/a/',
    '/a-12345',
    '/story/12345',
    '/latest/12345-',
    '/article123456.ece',
    '/news/',
    '/rss',
  ],
  ...[';jsessionid=1', '%3Bjsessionid%3D', '/(S(lit3py55t21z5v55vlm25s55))', 'amp;', '&amp=1', 'utm_x='],
  ...['ref=', 'rss', '&page=with:block-', '/articles/', '/amp_articleshow/1.cms'],
];

const HOSTS = [
  ...['example.org', 'www.m.amp.example.org', 'example.org.', 'm.com.pk', 'www.bbc.co.uk', 'dawn.com'],
  ...[
    'tribune.com.pk',
    'geo.tv',
    'arynews.tv',
    'thehindu.com',
    'dw.com',
    'da.azadiradio.com',
    'm.timesofindia.com',
    'news.google.com',
    'www.google.com',
    'cdn.ampproject.org',
  ],
];

type Parts = Record<'host' | 'section' | 'item' | 'query', string>;

/** Addresses of articles as sites write them: a section, an item with a number, maybe a parameter that chooses. */
const articles: fc.Arbitrary<Parts> = fc.record({
  host: fc.constantFrom('example.org', 'news.example.org', 'example.com.pk', 'xn--mgbai9azgqp6j.example'),
  section: fc.constantFrom('/world', '/news/asia', '/a', '/%D8%AE%D8%A8%D8%B1', '/tag'),
  item: fc.tuple(fc.stringMatching(/^[a-z]{2,9}$/), fc.nat(99_999)).map(([word, n]) => `${word}-${n}`),
  query: fc.constantFrom('', '?id=7', '?p=12&lang=ur', '?story=a%20b'),
});

const written = ({ host, section, item, query }: Parts): string =>
  `https://${host}${section}/${item}${query}`;
const withParameter = (parts: Parts, parameter: string): string =>
  `${written(parts)}${parts.query ? '&' : '?'}${parameter}`;

/** One way each in which the address of one article is written otherwise. */
const NOISE: Record<string, (parts: Parts, word: string) => string> = {
  'another scheme': (parts) => written(parts).replace('https:', 'http:'),
  'capitals in the host': (parts) => written({ ...parts, host: parts.host.toUpperCase() }),
  'a default port': (parts) => written({ ...parts, host: `${parts.host}:443` }),
  credentials: (parts, word) => written({ ...parts, host: `${word}:x@${parts.host}` }),
  'the dot of the root': (parts) => written({ ...parts, host: `${parts.host}.` }),
  'www.': (parts) => written({ ...parts, host: `www.${parts.host}` }),
  'm.': (parts) => written({ ...parts, host: `m.${parts.host}` }),
  'mobile.': (parts) => written({ ...parts, host: `mobile.${parts.host}` }),
  'amp.': (parts) => written({ ...parts, host: `amp.${parts.host}` }),
  'a slash at the end': (parts) => written({ ...parts, item: `${parts.item}/` }),
  'slashes too many': (parts) => written({ ...parts, section: `/${parts.section}/` }),
  'a session in the path': (parts, word) => written({ ...parts, item: `${parts.item};jsessionid=${word}` }),
  'a session in the query': (parts, word) => withParameter(parts, `PHPSESSID=${word}`),
  tracking: (parts, word) => withParameter(parts, `utm_source=${word}&fbclid=${word}`),
  'tracking, escaped too often': (parts, word) => withParameter(parts, `cmp=rss&amp;utm_medium=${word}`),
  'a channel': (parts) => withParameter(parts, 'ref=rss'),
  'a place in the page': (parts, word) => `${written(parts)}#${word}`,
  'a passage of the page': (parts, word) => `${written(parts)}#:~:text=${word}`,
  'an index page': (parts) => written({ ...parts, item: `${parts.item}/index.html` }),
  'an escape that is not needed': (parts) =>
    written({ ...parts, item: `%${parts.item.charCodeAt(0).toString(16)}${parts.item.slice(1)}` }),
  '/amp at the end': (parts) => written({ ...parts, item: `${parts.item}/amp/` }),
  '/amp at the start': (parts) => written({ ...parts, section: `/amp${parts.section}` }),
  '.amp': (parts) => written({ ...parts, item: `${parts.item}.amp` }),
  'amp=1': (parts) => withParameter(parts, 'amp=1'),
  'outputType=amp': (parts) => withParameter(parts, 'outputType=amp'),
  'the AMP cache': (parts) => written({ ...parts, host: `example-org.cdn.ampproject.org/c/s/${parts.host}` }),
  'the AMP viewer': (parts) => written({ ...parts, host: `www.google.com/amp/s/${parts.host}` }),
};

const words = fc.stringMatching(/^[a-z0-9]{1,12}$/);

describe('urlKeyOf, of any address,', () => {
  it('is the key of itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = urlKeyOf(url);
        expect(urlKeyOf(`https://${key}`)).toBe(key);
      }),
    );
  });

  it('is the key of itself, whatever host, path, query and fragment are made of', () => {
    const rest = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...HOSTS), rest, (host, made) => {
        const key = urlKeyOf(`https://${host}/${made.join('')}`);
        expect(urlKeyOf(`https://${key}`)).toBe(key);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(Object.keys(NOISE))('stays the same under %s', (kind) => {
    fc.assert(
      fc.property(articles, words, (parts, word) => {
        expect(urlKeyOf(NOISE[kind]!(parts, word))).toBe(urlKeyOf(written(parts)));
      }),
    );
  });

  it('stays the same under all of several kinds of noise in the query, in any order', () => {
    const noise = [
      'utm_source=x',
      'FBCLID=y',
      'amp',
      'PHPSESSID=z',
      'at_medium=RSS',
      'ref=rss',
      'replytocom=3',
    ];
    fc.assert(
      fc.property(articles, fc.shuffledSubarray(noise), (parts, chosen) => {
        const chooses = parts.query.slice(1).split('&');
        const query = [...chosen, ...chooses].filter((pair) => pair !== '').join('&');
        expect(urlKeyOf(written({ ...parts, query: `?${query}` }))).toBe(urlKeyOf(written(parts)));
      }),
    );
  });

  it('tells articles apart whose host, section, item or choosing parameters differ, under whatever noise', () => {
    const kinds = fc.constantFrom(...Object.keys(NOISE));
    fc.assert(
      fc.property(articles, articles, kinds, kinds, words, (one, other, noise, otherNoise, word) => {
        fc.pre(written(one) !== written(other));
        expect(urlKeyOf(NOISE[noise]!(one, word))).not.toBe(urlKeyOf(NOISE[otherNoise]!(other, word)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no time to speak of for an address as long as one may be', () => {
    for (const piece of PIECES) {
      const url = `https://example.org/${piece.repeat(4_000 / piece.length)}`;
      expect(urlKeyOf(url)).toBe(urlKeyOf(`https://${urlKeyOf(url)}`));
    }
  });
});
