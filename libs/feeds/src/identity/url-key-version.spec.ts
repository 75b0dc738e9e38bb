import { stableId } from '#domain/hash.js';
import * as noise from './address/noise-parameters.js';
import * as outlets from './address/outlet-rules.js';
import * as redirectors from './redirector/redirectors.js';
import { itemLink, URL_KEY_VERSION, urlKeyOf } from './url-key.js';

/**
 * The rules as they are under one version. Stored articles have keys of it: where a test here fails, raise
 * URL_KEY_VERSION, so that they are keyed anew, and then write down here what the new version makes of these addresses.
 */
const GOLDEN = {
  version: 2,
  tables: '7f3b6f84ade33f66363ad87b5569a82d',
  keys: [
    ['HTTPS://User:x@WWW.Example.ORG.:443//a//b/?b=2&a=1&utm_source=rss#top', 'example.org/a/b?a=1&b=2'],
    ['http://example.org:8080/', 'example.org:8080'],
    ['https://m.پاکستان.example/خبر', 'xn--mgbai9azgqp6j.example/%D8%AE%D8%A8%D8%B1'],
    ['https://example.org/caf%e9?q=a+b&x', 'example.org/caf%E9?q=a%20b&x='],
    ['https://example.org/#!/news/1?utm_medium=x', 'example.org#!/news/1'],
    ['https://example.org/a;jsessionid=7F?PHPSESSID=1&amp;id=3', 'example.org/a?id=3'],
    ['https://example.org/a/index.php?id=3', 'example.org/a?id=3'],
    ['https://amp.example.org/amp/news/a-1/amp/?amp=1&outputType=amp', 'example.org/news/a-1'],
    ['https://example.org/news/amp/a-1234', 'example.org/news/a-1234'],
    ['https://example.org/2023/a.amp.html', 'example.org/2023/a.html'],
    ['https://example.org/news/amp-shortage', 'example.org/news/amp-shortage'],
    ['https://example-org.cdn.ampproject.org/c/s/example.org/a-1/amp', 'example.org/a-1'],
    ['https://www.google.com/amp/s/example.org/a%3fid=1', 'example.org/a?id=1'],
    ['https://example.org/?ref=rss&source=reuters', 'example.org?source=reuters'],
    ['https://www.bbc.co.uk/news/world-asia-66912345.amp', 'bbc.com/news/world-asia-66912345'],
    ['https://www.dawn.com/news/amp/1855386', 'dawn.com/news/1855386'],
    ['https://pa.azadiradio.com/amp/a/32469127.html', 'pa.azadiradio.com/a/32469127.html'],
    ['https://m.timesofindia.com/a/amp_articleshow/1.cms', 'timesofindia.indiatimes.com/a/articleshow/1.cms'],
    ['https://www.geo.tv/amp/458487-a', 'geo.tv/latest/458487'],
    ['https://tribune.com.pk/story/2450667/a', 'tribune.com.pk/story/2450667'],
    ['https://www.thehindu.com/news/a/article67515012.ece', 'thehindu.com/article67515012.ece'],
    ['https://www.bbc.com/urdu/articles/c3ge1p9e0q6o.lite', 'bbc.com/urdu/articles/c3ge1p9e0q6o'],
    ['https://www.dw.com/en/a/a-79247266?maca=x', 'dw.com/en/a-79247266'],
    ['https://example.org/a?spm=a.1&cmp=7&version=amp', 'example.org/a?cmp=7'],
    ['https://indianexpress.com/article/world/a-8999999/lite/', 'indianexpress.com/article/world/a-8999999'],
    ['https://news.google.com/rss/articles/CBMiXkFVX3?oc=5', 'news.google.com/articles/CBMiXkFVX3'],
    ['https://news.google.com/rss/articles/CBMiF2h0dHBzOi8vZXhhbXBsZS5vcmcvYS0x', 'example.org/a-1'],
    ['https://www.google.com/url?q=https://example.org/a', 'example.org/a'],
    ['https://feedproxy.google.com/~r/a/~3/b/c', 'feedproxy.google.com/~r/a/~3/b/c'],
  ],
};

const RAISE = 'the rules have changed: raise URL_KEY_VERSION';

describe('the rules of URL keys', () => {
  it('have the version that is written down', () => expect(URL_KEY_VERSION).toBe(GOLDEN.version));

  it('make the same keys as when their version was raised', () => {
    const keys = GOLDEN.keys.map(([url]) => [url, urlKeyOf(itemLink({ url: url!, guid: null })!)]);
    expect({ [RAISE]: keys }).toEqual({ [RAISE]: GOLDEN.keys });
  });

  it('have the same tables of parameters, outlets and redirectors as when their version was raised', () => {
    const written = JSON.stringify(
      [noise, outlets, redirectors].map((table) => Object.entries(table).sort()),
      plain,
    );
    expect({ [RAISE]: stableId(written) }).toEqual({ [RAISE]: GOLDEN.tables });
  });
});

/** Sets and maps by their members, patterns by their text. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...(value as Set<string>)].sort();
  if (value instanceof Map) return [...(value as Map<string, string>)].sort();
  return value instanceof RegExp ? String(value) : value;
}
