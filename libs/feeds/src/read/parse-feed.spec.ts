import fc from 'fast-check';
import { MAX_ITEMS } from './item.js';
import {
  context,
  expectSound,
  feedOf,
  parse,
  rss,
  rssItem,
  titles,
} from '../../../../test/support/parsed-feed.js';
import { parseFeed } from './parse-feed.js';

describe('an RSS 2.0 document', () => {
  it('gives its title, page, language, pace and items', async () => {
    const head = `<title>Sample &amp; Post</title><link>https://x.test/</link><language>en-US</language><ttl>60</ttl>`;
    const item = `<item><title>Border reopens</title><link>https://x.test/1</link><guid isPermaLink="false">g1</guid>
      <description>&lt;p&gt;Trucks &lt;b&gt;cross&lt;/b&gt;.&lt;/p&gt;</description>
      <dc:creator>Ayesha Sample</dc:creator><pubDate>Sun, 01 Feb 2026 10:00:00 +0500</pubDate></item>`;
    expect(await parse(rss(item, head))).toEqual({
      ok: true,
      feed: {
        title: 'Sample & Post',
        link: 'https://x.test/',
        language: 'en-US',
        encoding: 'utf-8',
        ttlMs: 3_600_000,
        updatePeriodMs: null,
      },
      dropped: [],
      items: [
        {
          url: 'https://x.test/1',
          originalUrl: null,
          guid: 'g1',
          title: 'Border reopens',
          summary: 'Trucks cross.',
          content: '',
          html: null,
          author: 'Ayesha Sample',
          publishedAt: new Date('2026-02-01T05:00:00Z'),
          updatedAt: null,
          language: 'en-US',
        },
      ],
    });
  });

  it('without items is a feed too', async () => {
    expect(await feedOf(rss(''))).toMatchObject({ items: [], dropped: [], feed: { title: 'Sample Post' } });
  });

  it('keeps the order of its items', async () => {
    const items = Array.from({ length: 50 }, (_, i) => `<item><title>t${i}</title></item>`);
    expect(titles(await feedOf(rss(items.join(''))))).toEqual(items.map((_, i) => `t${i}`));
  });

  it('can be sent to another thread as it is', async () => {
    const feed = await feedOf(rss('<item><title>a</title><pubDate>2026-02-01</pubDate></item>'));
    expect(structuredClone(feed)).toEqual(feed);
  });

  it('tells the encoding that it was read from', async () => {
    const body = Buffer.from(rss('<item><title>caf\u00e9</title></item>'), 'latin1');
    const parsed = await parseFeed(body, { ...context, contentType: 'text/xml; charset=iso-8859-1' });
    expect(parsed).toMatchObject({ feed: { encoding: 'windows-1252' }, items: [{ title: 'café' }] });
  });
});

describe('one bad entry', () => {
  it('that says nothing is dropped with its index, and costs no other', async () => {
    const feed = await feedOf(
      rss('<item><title>a</title></item><item><category>x</category></item><item><title>c</title></item>'),
    );
    expect(titles(feed)).toEqual(['a', 'c']);
    expect(feed.dropped).toEqual([{ index: 1, reason: 'it holds nothing that can be read' }]);
  });

  it.each([
    ['<guid>7</guid>', { guid: '7' }],
    ['<description>Just this.</description>', { summary: 'Just this.' }],
    ['<link>https://x.test/9</link>', { url: 'https://x.test/9' }],
    ['<author>Ayesha</author>', { author: 'Ayesha' }],
  ])('that says but one thing, like %s, is kept', async (inner, item) =>
    expect((await feedOf(rss(`<item>${inner}</item>`))).items).toMatchObject([item]),
  );

  it.each(['garbage', '', '2026-99-99T99:99:99Z', '1970-01-01T00:00:00Z', '2026-03-01T13:00:01Z'])(
    'with the date %p is kept, undated',
    async (date) => expect(await rssItem(`<pubDate>${date}</pubDate>`)).toMatchObject({ publishedAt: null }),
  );

  it('beyond the limit is left out with all that follow, for one reason', async () => {
    const items = '<item><title>t</title></item>'.repeat(MAX_ITEMS + 3);
    const feed = await feedOf(rss(items));
    expect(feed.items).toHaveLength(MAX_ITEMS);
    expect(feed.dropped).toEqual([
      { index: MAX_ITEMS, reason: 'the document lists 10003 entries; from here on they are left out' },
    ]);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'the document is empty'],
    ['<!DOCTYPE html><html><body>Not found</body></html>', 'the document is a web page, not a feed'],
    ['<opml><body/></opml>', 'the document holds no rss, rdf or feed element'],
    ['{"error": 1}', 'the document is JSON, but no JSON Feed'],
    ['{"error": ', 'the document is JSON, but no JSON Feed'],
  ])('like %p is told', async (document, error) =>
    expect(await parse(document)).toEqual({ ok: false, error, encoding: 'utf-8' }),
  );
});

describe('any document at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<entry>',
      '<feed>',
      '<RDF>',
      '</feed>',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      ']]',
      '<link>',
      '<link href="',
      '"/>',
      '<content type="xhtml">',
      '<div>',
      '</content>',
    ],
    ...[
      '<author>',
      '<name>',
      '</author>',
      '<!DOCTYPE rss [',
      '<!ENTITY a "&a;">',
      ']>',
      '&a;',
      '<media:group>',
    ],
    ...['&', '&amp;', '&#0;', '<', '>', '</', '<!--', '-->', '<?', 'a', ' ', '\ud800', '😀', '\u0000', '='],
    ...['{"items":[', '{"title":"', '"}', ']}', ','],
  );
  const documents = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));

  it('is answered, with items that hold to their type', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(documents, fc.uint8Array().map(Buffer.from)), async (document) => {
        const parsed = await parseFeed(document, { ...context, keepHtml: true });
        if (parsed.ok) parsed.items.forEach(expectSound);
        else expect(parsed.error).not.toMatch(/^$|could not be read/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps, however it is cut, the entries that were whole', async () => {
    const items = Array.from({ length: 4 }, (_, i) => `<item><title>t${i}</title><x y="z">&amp;</x></item>`);
    const whole = rss(items.join(''));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: whole.indexOf('<item>'), max: whole.length }), async (end) => {
        const before = whole.slice(0, end);
        const expected = before.split('</item>').length - 1;
        expect(titles(await feedOf(before)).slice(0, expected)).toEqual(
          Array.from({ length: expected }, (_, i) => `t${i}`),
        );
      }),
    );
  });

  it('gives back the texts that a clean document was made of', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => /^\S+(?: \S+)*$/.test(value));
    const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (expected) => {
        const items = expected.map((title) => `<item><title>${escape(escape(title))}</title></item>`);
        expect(titles(await feedOf(rss(items.join(''))))).toEqual(expected);
      }),
    );
  });
});
