import { atom, atomEntry, feedOf, itemOf, rss } from '../../../../test/support/parsed-feed.js';
import { parseFeed } from './parse-feed.js';

const now = new Date('2026-03-01T12:00:00Z');
const urlOf = async (inner: string) => (await itemOf(rss(`<item><title>t</title>${inner}</item>`))).url;
const atomUrlOf = async (inner: string) =>
  (await itemOf(atom(`<entry><title>t</title>${inner}</entry>`))).url;

describe('the address of an item', () => {
  it.each([
    ['<link>/news/1</link>', 'https://feeds.test/news/1'],
    ['<link> \n https://x.test/1 \n </link>', 'https://x.test/1'],
    ['<link>//x.test/1</link>', 'https://x.test/1'],
    ['<link>https://x.test/?a=1&b=2</link>', 'https://x.test/?a=1&b=2'],
    ['<link>https://x.test/?a=1&amp;b=2</link>', 'https://x.test/?a=1&b=2'],
    ['<link><![CDATA[https://x.test/?a=1&b=2]]></link>', 'https://x.test/?a=1&b=2'],
    ['<link><![CDATA[https://x.test/?a=1&amp;copy=2]]></link>', 'https://x.test/?a=1&copy=2'],
    ['<link>https://x.test/خبر</link>', 'https://x.test/%D8%AE%D8%A8%D8%B1'],
    ['<link>https://x.test/a b</link>', 'https://x.test/a%20b'],
    ['<link>HTTP://X.test</link>', 'HTTP://X.test'],
    ['<guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<guid isPermaLink="true">https://x.test/2</guid><link>https://x.test/1</link>', 'https://x.test/1'],
    ['<guid isPermaLink="true">/1</guid>', 'https://feeds.test/1'],
    ['<guid>1</guid>', null],
    ['<link></link><guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<link>https://x.test/1</link><link>https://x.test/2</link>', 'https://x.test/1'],
    ['<link>javascript:alert(1)</link><link>https://x.test/2</link>', 'https://x.test/2'],
    ['<link>javascript:alert(1)</link><guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<link>javascript:alert(1)</link>', null],
    ['<link>mailto:a@x.test</link>', null],
    ['<guid isPermaLink="false">https://x.test/1</guid>', null],
    [`<link>https://x.test/${'a'.repeat(5_000)}</link>`, null],
    ['<link href="https://x.test/1"/>', 'https://x.test/1'],
  ])('in %s is %p', async (inner, url) => expect(await urlOf(inner)).toBe(url));

  it('is its link, with the original beside it where a service that counts visits stands before it', async () => {
    const inner = `<link>https://feedproxy.test/~r/1</link>
      <feedburner:origLink>https://x.test/1?utm_source=a</feedburner:origLink>`;
    expect(await itemOf(rss(`<item>${inner}</item>`))).toMatchObject({
      url: 'https://feedproxy.test/~r/1',
      originalUrl: 'https://x.test/1?utm_source=a',
    });
  });

  it('is that of its page: not of the feed, replies, files or the source', async () => {
    const inner = `<atom:link rel="self" href="https://x.test/self"/><enclosure url="https://x.test/a.mp3"/>
      <source url="https://x.test/rss">S</source><comments>https://x.test/1#c</comments><link>https://x.test/1</link>`;
    expect(await urlOf(inner)).toBe('https://x.test/1');
  });
});

describe('the links of an Atom entry', () => {
  it.each([
    ['<link href="/1"/>', 'https://feeds.test/1'],
    ['<link rel="alternate" href="/1"/><link rel="alternate" href="/2"/>', 'https://feeds.test/1'],
    [
      '<link type="application/json" href="/1.json"/><link type="text/html" href="/1"/>',
      'https://feeds.test/1',
    ],
    ['<link type="application/xhtml+xml" href="/1"/>', 'https://feeds.test/1'],
    ['<link rel="enclosure" href="/1.mp3"/><link rel="edit" href="/e"/><link rel="via" href="/v"/>', null],
    ['<link rel="ALTERNATE" href="/1"/>', 'https://feeds.test/1'],
    ['<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>', 'https://feeds.test/1'],
    ['<link rel="alternate"/><id>https://x.test/1</id>', 'https://x.test/1'],
    ['<id>tag:x.test,2026:1</id>', null],
    ['<link>https://x.test/1</link>', 'https://x.test/1'],
  ])('in %s give %p', async (inner, url) => expect(await atomUrlOf(inner)).toBe(url));

  it('leave its identifier as the feed gives it', async () => {
    expect(await atomEntry('<id> /Relative?a=1&amp;b=2 </id>')).toMatchObject({ guid: '/Relative?a=1&b=2' });
  });
});

describe('relative addresses', () => {
  it('start where xml:base says, nested and relative itself', async () => {
    const entry = '<entry xml:base="world/"><title>t</title><link xml:base="asia/" href="1"/></entry>';
    const item = await itemOf(atom(entry, ' xml:base="https://x.test/news/"'));
    expect(item.url).toBe('https://x.test/news/world/asia/1');
  });

  it('start there only within the element that says so', async () => {
    const entries = `<entry xml:base="https://y.test/"><title>a</title><link href="1"/></entry>
      <entry><title>b</title><link href="1"/></entry>`;
    const { items } = await feedOf(atom(entries, ' xml:base="https://x.test/"'));
    expect(items.map(({ url }) => url)).toEqual(['https://y.test/1', 'https://x.test/1']);
  });

  it('start where xml:base of root and channel say, in RSS', async () => {
    const item = '<item><title>t</title><link>1</link></item>';
    const document = `<rss xml:base="https://x.test/"><channel xml:base="news/">${item}</channel></rss>`;
    expect((await itemOf(document)).url).toBe('https://x.test/news/1');
  });

  it('do not start where xml:base is no web address', async () => {
    const entry = '<entry xml:base="javascript:x"><title>t</title><link href="1"/></entry>';
    expect((await itemOf(atom(entry))).url).toBe('https://feeds.test/1');
  });

  it('start at the page of the feed where nobody knows where the document is from', async () => {
    const head = '<title>S</title><link>https://x.test/news/</link>';
    const items = '<item><title>t</title><link>1</link></item><item><link>https://y.test/2</link></item>';
    const parsed = await parseFeed(Buffer.from(rss(items, head)), { contentType: null, base: '', now });
    expect(parsed).toMatchObject({
      items: [{ url: 'https://x.test/news/1' }, { url: 'https://y.test/2' }],
    });
  });
});
