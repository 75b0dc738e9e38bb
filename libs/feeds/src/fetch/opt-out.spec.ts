import { readFileSync } from 'node:fs';
import { OperatorError } from '#domain/errors.js';
import { isOptedOut, parseOptOut } from './opt-out.js';

const optedOut = (text: string, url: string) => isOptedOut(parseOptOut(text, 'opt-out.txt'), new URL(url));

describe('isOptedOut', () => {
  it.each([
    ['example.org', 'https://example.org/feed'],
    ['example.org', 'http://example.org:8080/'],
    ['EXAMPLE.org', 'https://example.org/'],
    ['example.org', 'https://Example.org./feed'],
    ['example.org.', 'https://example.org/'],
    ['*.example.org', 'https://www.example.org/'],
    ['*.example.org', 'https://a.b.example.org/'],
    ['example.org/feeds/', 'https://example.org/feeds/world.xml'],
    ['example.org/feed', 'https://example.org/feeds'],
    ['example.org/?feed=', 'https://example.org/?feed=rss2'],
    ['example.org/a%20b', 'https://example.org/a b/feed'],
    ['example.org/خبر', 'https://example.org/%D8%AE%D8%A8%D8%B1/feed'],
    ['*.example.org/feeds/', 'https://www.example.org/feeds/'],
    ['example.org:8080', 'http://example.org:8080/feed'],
    ['example.org:443', 'https://example.org/feed'],
    ['خبر.example', 'https://xn--ngblk.example/'],
    ['[2001:db8::1]', 'http://[2001:DB8:0::1]/'],
  ])('%s holds for %s', (entry, url) => expect(optedOut(entry, url)).toBe(true));

  it.each([
    ['example.org', 'https://www.example.org/'],
    ['*.example.org', 'https://example.org/'],
    ['*.example.org', 'https://badexample.org/'],
    ['example.org', 'https://example.org.evil.test/'],
    ['example.org/feeds/', 'https://example.org/feed'],
    ['example.org/feeds/', 'https://example.org/other/feeds/'],
    ['example.org/Feeds', 'https://example.org/feeds'],
    ['example.org:8080', 'http://example.org/feed'],
    ['example.org:80', 'https://example.org/feed'],
    ['# example.org', 'https://example.org/'],
    ['', 'https://example.org/'],
  ])('%s does not hold for %s', (entry, url) => expect(optedOut(entry, url)).toBe(false));

  it('reads comments, empty lines and any line ends', () => {
    const text = '\ufeff# by mail\r\n\r\n  example.org   # asked on 1 March\n*.example.com\rexample.net/#top';
    for (const url of ['https://example.org/', 'https://a.example.com/'])
      expect(optedOut(text, url)).toBe(true);
  });
});

describe('parseOptOut', () => {
  it.each([
    'https://example.org/feed',
    'example.org feed',
    '*',
    '*.',
    'www.*.org',
    'user@example.org',
    'example.org:99999999',
    '/feeds/',
    'Disallow: /',
  ])('names the line of %p', (entry) => {
    const parse = () => parseOptOut(`example.org\n# comment\n${entry}\n`, 'config/opt-out.txt');
    expect(parse).toThrow(OperatorError);
    expect(parse).toThrow(/^config\/opt-out\.txt has lines that name no host: line 3: .*without https/);
  });

  it('names every such line at once', () => {
    expect(() => parseOptOut('a b\nexample.org\nhttp://c/', 'x.txt')).toThrow(/line 1: "a b"; line 3: "http/);
  });

  it('reads the list that comes with the project, which names nobody', () => {
    expect(parseOptOut(readFileSync('config/opt-out.txt', 'utf8'), 'config/opt-out.txt')).toEqual([]);
  });
});
