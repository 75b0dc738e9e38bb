import fc from 'fast-check';
import { resolveRedirector } from './resolve-redirector.js';

const TARGET = 'https://www.example.org/world/torkham-1?id=7&lang=ur';
const escaped = encodeURIComponent(TARGET);
const resolve = (url: string, guid: string | null = null) => resolveRedirector(url, { guid });

/** A token of Google News as it was while it held the address, the AMP page after it. */
function newsToken(address: string, amp = ''): string {
  const field = (tags: number[], text: string) => {
    const bytes = Buffer.from(text);
    const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
    return Buffer.concat([Buffer.from([...tags, ...length]), bytes]);
  };
  const head = Buffer.from([0x08, 0x13]);
  return Buffer.concat([head, field([0x22], address), field([0xd2, 0x01], amp)]).toString('base64url');
}

describe('resolveRedirector', () => {
  it.each([
    ['Google', `https://www.google.com/url?sa=t&rct=j&url=${escaped}&usg=AOv`],
    ['Google of a country', `https://www.google.com.pk/url?q=${escaped}&sa=U`],
    ['Google, its "&" escaped too often', `https://www.google.com/url?sa=t&amp;url=${escaped}&amp;usg=AOv`],
    ['Google News as it once was', `http://news.google.com/news/url?sa=t&fd=R&usg=x&url=${escaped}`],
    ['Google News', `https://news.google.com/rss/articles/${newsToken(TARGET, `${TARGET}&amp`)}?oc=5`],
    ['Google News, read', `https://news.google.com/read/${newsToken(TARGET)}?hl=en-PK&gl=PK&ceid=PK:en`],
    ['Facebook', `https://l.facebook.com/l.php?u=${escaped}&h=AT0`],
    ['Facebook, mobile', `https://lm.facebook.com/l.php?u=${escaped}`],
    ['Instagram', `https://l.instagram.com/?u=${escaped}&e=AT`],
    ['Tumblr', `https://t.umblr.com/redirect?z=${escaped}&t=Yz`],
    ['Outlook', `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=05`],
    ['Bing News', `http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=${escaped}&c=1&mkt=en-us`],
    ['DuckDuckGo', `https://duckduckgo.com/l/?uddg=${escaped}&rut=1`],
    ['Reddit', `https://out.reddit.com/t3_1?url=${escaped}&token=A`],
    ['YouTube', `https://www.youtube.com/redirect?event=video&q=${escaped}`],
    ['LinkedIn', `https://www.linkedin.com/redir/redirect?url=${escaped}`],
    ['VK', `https://vk.com/away.php?to=${escaped}`],
    ['Slack', `https://slack-redir.net/link?url=${escaped}`],
    ['Flipboard', `https://flipboard.com/redirect?url=${escaped}&v=1`],
    ['Pocket', `https://getpocket.com/redirect?url=${escaped}`],
    ['Yahoo Search', `https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=${escaped}/RK=2/RS=x-`],
    ['Yahoo', `http://us.rd.yahoo.com/dailynews/rss/world/*${TARGET}`],
    ['Yahoo, escaped', `http://us.rd.yahoo.com/SIG=1/*${escaped}`],
    ['href.li', `https://href.li/?${TARGET}`],
  ])('finds where a link of %s leads', (_, url) => expect(resolve(url)).toBe(TARGET));

  it('finds an address of Google News that is longer than a byte can say', () => {
    const long = `https://example.org/${'a'.repeat(300)}`;
    expect(resolve(`https://news.google.com/rss/articles/${newsToken(long)}`)).toBe(long);
  });

  it('knows nothing of a token that names the article to Google alone', () => {
    const token = newsToken('AU_yqLNo4tYnRpdsYdF_go9-Gdqita');
    for (const url of [token, 'CBMi', 'CBMiSg', 'not-a-token', newsToken(TARGET).slice(0, 30)])
      expect(resolve(`https://news.google.com/rss/articles/${url}?oc=5`)).toBeNull();
  });

  it.each([
    TARGET,
    'https://www.google.com/search?q=https://example.org/a',
    'https://www.google.com/url?q=torkham',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?url=ftp://example.org/a',
    'https://www.facebook.com/story.php?u=https://example.org/a',
    'https://example.org/url?url=https://example.com/a',
    'https://google.com.example.org/url?url=https://example.com/a',
    'not an address',
  ])('leaves alone what is no redirector, or leads to no page: %s', (url) => expect(resolve(url)).toBeNull());

  it('follows redirectors that lead to redirectors', () => {
    const inner = `https://l.facebook.com/l.php?u=${escaped}`;
    expect(resolve(`https://www.google.com/url?url=${encodeURIComponent(inner)}`)).toBe(TARGET);
  });

  it('gives up after some steps where one leads to another without an end in sight', () => {
    let url = TARGET;
    for (let i = 0; i < 8; i++) url = `https://href.li/?${url}`;
    expect(resolve(url)).toBe(`${'https://href.li/?'.repeat(3)}${TARGET}`);
  });

  const opaque = [
    'https://feedproxy.google.com/~r/sample/~3/x1y2z3/story',
    'http://feeds.example.com/~r/sample/world/~3/x1y2z3/',
    'https://news.google.com/rss/articles/CBMiXkFVX3lxTFBReTJhSkRlckZEdU5y?oc=5',
    'https://t.co/x1y2z3',
    'https://dlvr.it/T1',
  ];

  it.each(opaque)('takes an address in the guid where the link tells nothing: %s', (url) => {
    expect(resolve(url, TARGET)).toBe(TARGET);
    expect(resolve(url, `https://href.li/?${TARGET}`)).toBe(TARGET);
    for (const guid of [null, 'CBMiXkFVX3', 'tag:example.org,2024:1', 'https://example.org/', opaque[0]!])
      expect(resolve(url, guid)).toBeNull();
  });

  it('does not take a guid in the place of a link that is an address itself', () => {
    expect(resolve(TARGET, 'https://example.org/?p=7')).toBeNull();
    expect(resolve(`https://www.google.com/url?url=${escaped}`, 'https://example.org/?p=7')).toBe(TARGET);
  });

  it('gives nothing but http and https addresses, whatever it is given', () => {
    const hosts = [
      'www.google.com/url?q=',
      'href.li/?',
      'news.google.com/articles/',
      'rd.yahoo.com/*',
      't.co/',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...hosts), fc.string(), fc.string(), (host, rest, guid) => {
        const target = resolve(`https://${host}${rest}`, guid);
        if (target !== null) expect(new URL(target).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
