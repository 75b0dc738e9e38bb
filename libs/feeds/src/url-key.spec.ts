import fc from 'fast-check';
import type { Item } from './item.js';
import { itemKey, urlKeyOf } from './url-key.js';

const item = (change: Partial<Item>): Item => ({
  url: null,
  guid: null,
  title: 'Border reopens',
  summary: '',
  author: null,
  publishedAt: null,
  language: null,
  ...change,
});

describe('urlKeyOf', () => {
  it.each([
    'https://example.org/a/b?id=1',
    'http://example.org/a/b?id=1',
    'https://www.example.org/a/b?id=1',
    'HTTPS://WWW.Example.ORG/a/b?id=1',
    'http://example.org:80/a/b?id=1',
    'https://example.org:443/a/b?id=1',
    'https://example.org./a/b?id=1',
    'https://example.org/a/b/?id=1',
    'https://example.org/a/b?id=1#comments',
    'https://user:pass@example.org/a/b?id=1',
    'https://example.org/%61/b?id=%31',
    'https://example.org/a/b?utm_source=rss&id=1&UTM_Medium=feed',
    'https://example.org/a/b?at_medium=RSS&at_campaign=X&id=1&fbclid=abc&traffic_source=rss',
    'https://example.org/a/b?id=1&amp;utm_source=rss',
  ])('gives the one key of the address to %s', (url) => expect(urlKeyOf(url)).toBe('example.org/a/b?id=1'));

  it.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/a?id=1', 'https://example.org/a'],
    ['https://example.org/a', 'https://news.example.org/a'],
    ['https://example.org/a', 'https://example.org:8080/a'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['https://example.org/a?q=x%26y', 'https://example.org/a?q=x&y'],
  ])('keeps %s and %s apart', (one, other) => expect(urlKeyOf(one)).not.toBe(urlKeyOf(other)));

  it('gives one key to every order of the parameters', () => {
    expect(urlKeyOf('https://example.org/?b=2&a=1&b=1')).toBe('example.org?a=1&b=1&b=2');
    expect(urlKeyOf('https://example.org/?b=1&b=2&a=1')).toBe('example.org?a=1&b=1&b=2');
  });

  it('gives one key to an address in letters and in escapes', () => {
    const escaped = 'https://example.org/%D8%AE%D8%A8%D8%B1';
    expect(urlKeyOf('https://example.org/خبر')).toBe(urlKeyOf(escaped));
    expect(urlKeyOf(escaped.toLowerCase())).toBe(urlKeyOf(escaped));
  });

  it('keeps escapes that are no UTF-8', () => {
    expect(urlKeyOf('https://example.org/caf%e9')).toBe('example.org/caf%E9');
  });

  it.each(['ftp://example.org/a', 'mailto:a@example.org', 'tag:example.org,2024:1', '/a', ''])(
    'has no key for %p',
    (url) => expect(urlKeyOf(url)).toBeNull(),
  );

  it('is the key of itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = urlKeyOf(url);
        expect(urlKeyOf(`https://${key}`)).toBe(key);
      }),
    );
  });
});

describe('itemKey', () => {
  it('is the address first, then the guid within the feed', () => {
    expect(itemKey(item({ url: 'https://example.org/a/', guid: '7' }), 'f1')).toBe('example.org/a');
    expect(itemKey(item({ guid: '7' }), 'f1')).toBe('guid~f1~7');
    expect(itemKey(item({ guid: '7' }), 'f2')).toBe('guid~f2~7');
  });

  it('is of title and date where there is neither', () => {
    const key = itemKey(item({}), 'f1');
    expect(key).toMatch(/^text~f1~[0-9a-f]{32}$/);
    expect(itemKey(item({ summary: 'edited' }), 'f1')).toBe(key);
    expect(itemKey(item({ title: 'Border closes' }), 'f1')).not.toBe(key);
    expect(itemKey(item({ publishedAt: new Date(0) }), 'f1')).not.toBe(key);
  });
});
