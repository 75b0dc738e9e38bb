import { MAX_CONTENT, MAX_SUMMARY, summaryOf } from './item.js';
import { parseFeed } from './parse-feed.js';
import {
  atom,
  atomEntry,
  context,
  feedOf,
  itemOf,
  rss,
  rssItem,
  type Parsed,
} from '../../../../test/support/parsed-feed.js';

describe('the text of an item', () => {
  it.each([
    ['AT&amp;amp;T', 'AT&T'],
    ['<![CDATA[AT&amp;T &#8211; R&D]]>', 'AT&T – R&D'],
    ['<![CDATA[one]]> and <![CDATA[two]]>', 'one and two'],
    ['&lt;b&gt;bold&lt;/b&gt; word', 'bold word'],
    ['&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; word', 'bold word'],
    ['&amp;amp;lt;b&amp;amp;gt;bold&amp;amp;lt;/b&amp;amp;gt; word', 'bold word'],
    ['<![CDATA[<![CDATA[<b>bold</b> word]]>]]>', 'bold word'],
    ['<![CDATA[<b>bold</b> word]]>', 'bold word'],
    ['a &amp;lt; b', 'a < b'],
    ['  two\n\t lines ', 'two lines'],
    ['a ]]&gt; b', 'a ]]> b'],
    ['د پاکستان او افغانستان اړیکې 😀', 'د پاکستان او افغانستان اړیکې 😀'],
  ])('reads the RSS title %s as %p', async (inner, title) =>
    expect(await rssItem(`<title>${inner}</title>`)).toMatchObject({ title }),
  );

  it('is cut at its limits', async () => {
    const words = 'word '.repeat(20_000);
    const item = await rssItem(
      `<description>${words}</description><content:encoded>${words}</content:encoded>`,
    );
    for (const [text, limit] of [
      [item.summary, MAX_SUMMARY] as const,
      [item.content, MAX_CONTENT] as const,
    ]) {
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.length).toBeGreaterThan(limit - 5);
    }
  });

  it('stands in for a summary that is missing', () => {
    expect(summaryOf({ summary: 'Short', content: 'Long' })).toBe('Short');
    expect(summaryOf({ summary: '', content: 'Long' })).toBe('Long');
    expect(summaryOf({ summary: '', content: `${'x'.repeat(MAX_SUMMARY - 1)}😀` })).toBe(
      'x'.repeat(MAX_SUMMARY - 1),
    );
  });
});

describe('the dates of an item', () => {
  const dates = async (inner: string) => {
    const { publishedAt, updatedAt } = await itemOf(`<feed><entry><title>t</title>${inner}</entry></feed>`);
    return [publishedAt?.getUTCDate() ?? null, updatedAt?.getUTCDate() ?? null];
  };

  it.each([
    ['<published>2026-02-01</published><updated>2026-02-02</updated>', [1, 2]],
    ['<updated>2026-02-02</updated>', [null, 2]],
    ['<published>2026-02-01</published>', [1, null]],
    ['<issued>2026-02-01</issued><modified>2026-02-02</modified><created>2026-02-03</created>', [1, 2]],
    ['<created>2026-02-03</created>', [3, null]],
    ['<dc:date>2026-02-04</dc:date>', [4, 4]],
    ['<dc:date>2026-02-04</dc:date><pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate>', [1, 4]],
    ['<dcterms:created>2026-02-05</dcterms:created><dcterms:issued>2026-02-06</dcterms:issued>', [6, null]],
    ['<dcterms:modified>2026-02-07</dcterms:modified>', [null, 7]],
    ['<published>soon</published><issued>2026-02-01</issued>', [1, null]],
    ['<published>soon</published><updated>2026-02-02</updated>', [null, 2]],
    ['<updated>soon</updated>', [null, null]],
  ])('in %s fall on %p', async (inner, expected) => expect(await dates(inner)).toEqual(expected));
});

describe('the language of an item', () => {
  const languages = ({ items }: Parsed) => items.map(({ language }) => language);

  it('is its own, or that of its feed, or none', async () => {
    const items =
      '<item><title>a</title><dc:language>ur-PK</dc:language></item><item><title>b</title></item>';
    expect(languages(await feedOf(rss(items, '<language> ps </language>')))).toEqual(['ur-PK', 'ps']);
    expect(languages(await feedOf(rss(items, '<title>S</title>')))).toEqual(['ur-PK', null]);
  });

  it('is taken from xml:lang down to it', async () => {
    const entries = '<entry xml:lang="ur"><title>a</title></entry><entry><title>b</title></entry>';
    expect(languages(await feedOf(atom(entries, ' xml:lang="en_GB"')))).toEqual(['ur', 'en-GB']);
    const document = `<rss xml:lang="fa"><channel><item><title>a</title></item></channel></rss>`;
    expect(languages(await feedOf(document))).toEqual(['fa']);
  });

  it('is what its main text says of itself, before what the feed says of all', async () => {
    const entry = '<title xml:lang="fr">a</title><content xml:lang="ps">c</content>';
    expect(languages(await feedOf(atom(`<entry>${entry}</entry>`, ' xml:lang="en"')))).toEqual(['ps']);
  });
});

describe('the markup of an item', () => {
  const htmlOf = async (document: string) => {
    const parsed = await parseFeed(Buffer.from(document), { ...context, keepHtml: true });
    return parsed.ok ? parsed.items[0]?.html : parsed.error;
  };

  it('is left out unless it is asked for', async () => {
    expect(await rssItem('<description>&lt;b&gt;a&lt;/b&gt;</description>')).toMatchObject({ html: null });
  });

  it('is that of the content, else of the summary, cleaned', async () => {
    const content =
      '<content:encoded><![CDATA[<p onclick="x()">Long<script>x</script></p>]]></content:encoded>';
    const description = '<description>&lt;p&gt;Short&lt;/p&gt;</description>';
    expect(await htmlOf(rss(`<item>${description}${content}</item>`))).toBe('<p>Long</p>');
    expect(await htmlOf(rss(`<item>${description}</item>`))).toBe('<p>Short</p>');
  });

  it('of XHTML keeps elements and attributes, its links start at xml:base', async () => {
    const content =
      '<content type="xhtml" xml:base="news/"><div><a href="1">a</a> &lt; <br/><em/>b</div></content>';
    expect(await htmlOf(atom(`<entry>${content}</entry>`))).toBe(
      '<div><a href="https://feeds.test/news/1" rel="nofollow noopener noreferrer">a</a> &lt; <br /><em></em>b</div>',
    );
  });

  it('of a plain text is that text, escaped', async () => {
    expect(await htmlOf(atom('<entry><summary>a &lt;T&gt; b</summary></entry>'))).toBe('a &lt;T&gt; b');
  });

  it('of an item that has no text is none', async () => {
    expect(await htmlOf(rss('<item><title>a</title></item>'))).toBeNull();
  });

  it('goes through the lean document whole, whatever is in it', async () => {
    const summary = '<description><![CDATA[<p>a ]]]]><![CDATA[> &amp; b</p>]]></description>';
    expect(await htmlOf(rss(`<item>${summary}</item>`))).toBe('<p>a ]]&gt; &amp; b</p>');
  });
});

it('an Atom entry without any text of its own is read', async () => {
  expect(await atomEntry('')).toMatchObject({ title: '', summary: '', content: '', url: 'https://x.test/1' });
});
