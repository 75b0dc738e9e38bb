import fc from 'fast-check';
import type { Item } from '../read/item.js';
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
    ['https://example.org/a?q=x%2By', 'https://example.org/a?q=x+y'],
    ['https://example.org/a?t=%C7%D1', 'https://example.org/a?t=%E3%E4'],
    ['https://example.org/a?%C7=1', 'https://example.org/a?%E3=1'],
    ['https://example.org/#!/news/1', 'https://example.org/#!/news/2'],
    ['https://example.org/#/news/1', 'https://example.org/#/news/2'],
    ['https://example.org/#/news?id=1', 'https://example.org/#/news?id=2'],
    ['https://example.org/#/news/1', 'https://example.org/'],
    ...['pk_id', 'at_id', 'ns_id', 'wt_id', 'oly_id', 'vero_news', 'ito', 'icid', 'itid'].map((name) => [
      `https://example.org/a?${name}=1`,
      `https://example.org/a?${name}=2`,
    ]),
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
    expect(urlKeyOf('https://example.org/?t=%c7%d1')).toBe('example.org?t=%C7%D1');
  });

  it('gives one key to a query with spaces as "+" and as escapes', () => {
    expect(urlKeyOf('https://example.org/?q=a+b')).toBe('example.org?q=a%20b');
    expect(urlKeyOf('https://example.org/?q=a%20b')).toBe('example.org?q=a%20b');
  });

  it('takes a parameter without a value as one that is empty, and none between two "&" as none', () => {
    expect(urlKeyOf('https://example.org/?b&&a=x=y&')).toBe('example.org?a=x%3Dy&b=');
  });

  it.each([
    ['#!/news/1', '#!/news/1'],
    ['#!/news/1/', '#!/news/1'],
    ['#/news/خبر?b=1&utm_source=rss&a=1', '#/news/%D8%AE%D8%A8%D8%B1?a=1&b=1'],
    ['#/?id=1', '#/?id=1'],
    ['#/', ''],
    ['#!/?utm_source=rss', ''],
    ['#!', ''],
    ['#', ''],
    ['#news/1', ''],
  ])('keeps of the fragment %p, where it is a route within the page, %p', (fragment, kept) =>
    expect(urlKeyOf(`https://example.org/${fragment}`)).toBe(`example.org${kept}`),
  );

  it.each([
    'pk_campaign=a&pk_kwd=b&pk_keyword=c&pk_source=d&pk_medium=e&pk_content=f',
    'ns_mchannel=rss&ns_source=a&ns_campaign=1490&ns_linkname=b&ns_fee=0',
    'at_medium=RSS&at_campaign=KARANGA&at_custom1=a&at_custom4=b&at_link_id=c&at_link_origin=d&at_link_type=e',
    'at_ptr_name=a&at_bbc_team=b&at_format=c&utm_new_kind=d&mtm_source=e&hsa_cam=1',
    'wt_mc=a&wt_zmc=b&oly_enc_id=c&oly_anon_id=d&vero_id=e&vero_conv=f',
  ])('leaves out what says how the reader came: %s', (query) =>
    expect(urlKeyOf(`https://example.org/a?${query}&id=1`)).toBe('example.org/a?id=1'),
  );

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

  it('is the key of itself, whatever the path, query and fragment are made of', () => {
    const parts = [
      ...`/?#!&=+%' ";.a`,
      '%C7',
      '%c7%d1',
      '%D8%AE',
      '%2B',
      '%26',
      '%23',
      '#/',
      '#!/',
      'utm_x=',
    ];
    const rest = fc.array(fc.constantFrom(...parts), { maxLength: 12 });
    fc.assert(
      fc.property(rest, (made) => {
        const key = urlKeyOf(`https://example.org/${made.join('')}`);
        expect(urlKeyOf(`https://${key}`)).toBe(key);
      }),
      { numRuns: 2_000 },
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
