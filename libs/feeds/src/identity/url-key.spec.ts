import type { Item } from '../read/item.js';
import { isUrlKey, itemKey, itemLink, urlKeyOf } from './url-key.js';

const item = (change: Partial<Item>): Item => ({
  url: null,
  originalUrl: null,
  guid: null,
  title: 'Border reopens',
  summary: '',
  content: '',
  html: null,
  author: null,
  publishedAt: null,
  updatedAt: null,
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
    'https://example.org//a///b//?id=1',
    'https://example.org/a/b;jsessionid=7F3A.node1?id=1',
    'https://example.org/(S(lit3py55t21z5v55vlm25s55))/a/b?id=1',
    'https://example.org/a/b?id=1&PHPSESSID=7f3a',
    'https://example.org/a/b?ASPSESSIONIDQQRACBDT=OFA&id=1',
    'https://example.org/a/b/index.html?id=1',
    'https://example.org/index.php/a/b?id=1',
    'https://example.org/a/b?id=1#:~:text=Torkham,reopens',
    'https://example.org/a/b?id=1&ref=rss&source=Twitter&feature=share',
    'https://example.org/a/b?id=1&replytocom=33',
    'https://m.example.org/a/b?id=1',
    'https://mobile.example.org/a/b?id=1',
    'https://amp.example.org/a/b?id=1',
    'https://www.m.example.org/a/b?id=1',
    'https://example.org/a/b?id=1&amp',
    'https://example.org/a/b?id=1&amp=1&mobile=true',
    'https://example.org/a/b?id=1&outputType=amp',
    'https://example-org.cdn.ampproject.org/c/s/example.org/a/b?id=1&amp_js_v=0.1&usqp=mq331AQ',
    'https://cdn.ampproject.org/v/example.org/a/b?id=1',
    'https://www.google.com/amp/s/amp.example.org/a/b%3Fid=1',
    'https://www.google.com.pk/amp/example.org/a/b?id=1',
    'https://www.bing.com/amp/s/example.org/a/b?id=1',
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
    'ftp://example.org/a',
    'mailto:a@example.org',
    'tag:example.org,2024:1',
    'https://../a',
    '/a',
    '',
  ])('has no key for %p', (url) => expect(urlKeyOf(url)).toBeNull());
});

describe('itemKey', () => {
  it('is of the address that a redirector leads to', () => {
    const url = 'https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fa%3Fid%3D1&ct=ga';
    expect(itemKey(item({ url, guid: '7' }), 'f1')).toBe('example.org/a?id=1');
    expect(itemLink({ url, guid: '7' })).toBe('https://www.example.org/a?id=1');
  });

  it('is of an address in the guid where the link is a redirector that tells nothing', () => {
    const url = 'https://feedproxy.google.com/~r/sample/~3/x1y2z3/story';
    expect(itemKey(item({ url, guid: 'https://example.org/?p=7' }), 'f1')).toBe('example.org?p=7');
    expect(itemKey(item({ url, guid: 'post-7' }), 'f1')).toBe(
      'feedproxy.google.com/~r/sample/~3/x1y2z3/story',
    );
  });

  it('tells by itself whether it is of an address', () => {
    expect(isUrlKey(itemKey(item({ url: 'https://example.org/a' }), 'f1'))).toBe(true);
    expect(isUrlKey(itemKey(item({ guid: '7' }), 'f1'))).toBe(false);
    expect(isUrlKey(itemKey(item({}), 'f1'))).toBe(false);
  });

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
