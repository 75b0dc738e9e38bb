import { MAX_SUMMARY } from './item.js';
import {
  type Feed,
  feedOf,
  rss,
  atom,
  itemOf,
  rssItem,
  atomEntry,
} from '../../../../test/support/parsed-feed.js';

describe('the address of an item', () => {
  const urlOf = async (inner: string) => (await itemOf(rss(`<item><title>t</title>${inner}</item>`))).url;

  it.each([
    ['<link>/news/1</link>', 'https://feeds.test/news/1'],
    ['<link> \n https://x.test/1 \n </link>', 'https://x.test/1'],
    ['<link>//x.test/1</link>', 'https://x.test/1'],
    ['<link>https://x.test/?a=1&b=2</link>', 'https://x.test/?a=1&b=2'],
    ['<link>https://x.test/?a=1&amp;b=2</link>', 'https://x.test/?a=1&b=2'],
    ['<link><![CDATA[https://x.test/?a=1&b=2]]></link>', 'https://x.test/?a=1&b=2'],
    ['<link><![CDATA[https://x.test/?a=1&amp;copy=2]]></link>', 'https://x.test/?a=1&copy=2'],
    ['<link>https://x.test/خبر</link>', 'https://x.test/%D8%AE%D8%A8%D8%B1'],
    ['<guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<guid isPermaLink="true">https://x.test/2</guid><link>https://x.test/1</link>', 'https://x.test/1'],
    ['<link></link><guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<atom:link rel="self" href="https://x.test/self"/><link>https://x.test/1</link>', 'https://x.test/1'],
    ['<link>javascript:alert(1)</link><guid>https://x.test/1</guid>', 'https://x.test/1'],
    ['<link>javascript:alert(1)</link>', null],
    ['<guid isPermaLink="false">https://x.test/1</guid>', null],
    [`<link>https://x.test/${'a'.repeat(5_000)}</link>`, null],
  ])('in %s is %p', async (inner, url) => expect(await urlOf(inner)).toBe(url));

  it('starts where xml:base says', async () => {
    const entry = '<entry xml:base="world/"><title>t</title><link href="1"/></entry>';
    const item = await itemOf(atom(entry, ' xml:base="https://x.test/news/"'));
    expect(item.url).toBe('https://x.test/news/world/1');
  });
});

describe('the text of an item', () => {
  it.each([
    ['AT&amp;amp;T', 'AT&T'],
    ['<![CDATA[AT&amp;T &#8211; R&D]]>', 'AT&T – R&D'],
    ['<![CDATA[one]]> and <![CDATA[two]]>', 'one and two'],
    ['&lt;b&gt;bold&lt;/b&gt; word', 'bold word'],
    ['<![CDATA[<b>bold</b> word]]>', 'bold word'],
    ['  two\n\t lines ', 'two lines'],
    ['a ]]&gt; b', 'a ]]> b'],
    ['د پاکستان او افغانستان اړیکې 😀', 'د پاکستان او افغانستان اړیکې 😀'],
  ])('reads the RSS title %s as %p', async (inner, title) =>
    expect(await rssItem(`<title>${inner}</title>`)).toMatchObject({ title }),
  );

  it('takes an Atom title as it stands, unless it holds markup all the same', async () => {
    expect(await atomEntry('<title>The &lt;blink&gt; tag &amp;amp; more</title>')).toMatchObject({
      title: 'The <blink> tag &amp; more',
    });
    expect(await atomEntry('<title>a &lt;b&gt;bold&lt;/b&gt; word</title>')).toMatchObject({
      title: 'a bold word',
    });
  });

  it('takes the description before the content, and the content where there is no other', async () => {
    const content = '<content:encoded><![CDATA[<p>Long</p>]]></content:encoded>';
    expect(await rssItem(`${content}<description>Short</description>`)).toMatchObject({ summary: 'Short' });
    expect(await rssItem(`${content}<description> </description>`)).toMatchObject({ summary: 'Long' });
  });

  it('is not that of a nested element', async () => {
    const item = await rssItem(
      '<media:group><media:title>m</media:title></media:group><source><title>s</title></source><title>t</title>',
    );
    expect(item.title).toBe('t');
  });

  it('is cut at its limit', async () => {
    const { summary } = await rssItem(`<description>${'word '.repeat(5_000)}</description>`);
    expect(summary.length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(summary.length).toBeGreaterThan(MAX_SUMMARY - 5);
  });

  it.each([
    ['<author>ayesha@x.test (Ayesha Sample)</author>', 'Ayesha Sample'],
    ['<author>Ayesha &amp;amp; Bilal</author>', 'Ayesha & Bilal'],
    ['<author> </author>', null],
    ['', null],
  ])('reads the author in %s as %p', async (inner, author) =>
    expect(await rssItem(inner)).toMatchObject({ author }),
  );

  it('looks for the author only at the head of what claims to be one', async () => {
    const far = `${'x'.repeat(1_000)}<name>Ayesha</name>`;
    expect(await rssItem(`<author><![CDATA[${far}]]></author>`)).toMatchObject({ author: 'x'.repeat(200) });
    const long = `<name>${'x'.repeat(1_000)}</name>`;
    expect(await rssItem(`<author><![CDATA[${long}]]></author>`)).toMatchObject({ author: 'x'.repeat(200) });
  });

  it('states a language of its own, or that of its feed, or none', async () => {
    const items =
      '<item><title>a</title><dc:language>ur-PK</dc:language></item><item><title>b</title></item>';
    const languages = ({ items }: Feed) => items.map(({ language }) => language);
    expect(languages(await feedOf(rss(items, '<language>ps</language>')))).toEqual(['ur', 'ps']);
    expect(languages(await feedOf(rss(items, '<language>Pashto</language>')))).toEqual(['ur', null]);
  });
});
