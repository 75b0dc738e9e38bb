import fc from 'fast-check';
import { itemSchema } from './item.js';
import {
  parse,
  type Feed,
  feedOf,
  rss,
  atom,
  itemOf,
  rssItem,
  atomEntry,
} from '../../../../test/support/parsed-feed.js';

const titles = ({ items }: Feed) => items.map(({ title }) => title);

describe('an RSS 2.0 document', () => {
  it('gives its title, language and items', async () => {
    const head = '<title>Sample &amp; Post</title><language>en-US</language>';
    const item = `<item><title>Border reopens</title><link>https://x.test/1</link><guid isPermaLink="false">g1</guid>
      <description>&lt;p&gt;Trucks &lt;b&gt;cross&lt;/b&gt;.&lt;/p&gt;</description>
      <dc:creator>Ayesha Sample</dc:creator><pubDate>Sun, 01 Feb 2026 10:00:00 +0500</pubDate></item>`;
    expect(await parse(rss(item, head))).toEqual({
      ok: true,
      title: 'Sample & Post',
      language: 'en',
      dropped: [],
      items: [
        {
          url: 'https://x.test/1',
          guid: 'g1',
          title: 'Border reopens',
          summary: 'Trucks cross.',
          author: 'Ayesha Sample',
          publishedAt: new Date('2026-02-01T05:00:00Z'),
          language: 'en',
        },
      ],
    });
  });

  it('without items is a feed too', async () => {
    expect(await feedOf(rss(''))).toMatchObject({
      items: [],
      dropped: [],
      title: 'Sample Post',
      language: null,
    });
  });

  it('keeps the order of its items', async () => {
    const items = Array.from({ length: 50 }, (_, i) => `<item><title>t${i}</title></item>`);
    expect(titles(await feedOf(rss(items.join(''))))).toEqual(items.map((_, i) => `t${i}`));
  });

  it('takes the title of the feed from the channel, not from its image', async () => {
    const head = '<image><title>Logo</title></image><title>Sample</title>';
    expect(await feedOf(rss('', head))).toMatchObject({ title: 'Sample' });
  });
});

describe('another format', () => {
  it.each(['', ' version="0.91"', ' version="0.92"', ' version="2"', ' version="3.14"'])(
    'RSS with the version attribute %p is read',
    async (version) => {
      const document = `<rss${version}><channel><item><title>a</title></item></channel></rss>`;
      expect(titles(await feedOf(document))).toEqual(['a']);
    },
  );

  it('RDF is read, with its items beside the channel', async () => {
    const item = await itemOf(`<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="c"><title>Sample</title></channel>
      <item rdf:about="https://x.test/1"><title>a</title><dc:date>2026-02-01T10:00Z</dc:date></item></rdf:RDF>`);
    const publishedAt = new Date('2026-02-01T10:00:00Z');
    expect(item).toMatchObject({
      url: 'https://x.test/1',
      guid: 'https://x.test/1',
      title: 'a',
      publishedAt,
    });
  });

  it('Atom is read', async () => {
    const item = await itemOf(
      atom(
        `<entry><id>tag:x.test,2026:1</id><title type="html">A &amp;amp; B &lt;b&gt;c&lt;/b&gt;</title>
        <link rel="replies" href="https://x.test/replies"/><link rel="self" href="https://x.test/self"/>
        <link type="text/html" href="/1"/><author><name>Ayesha</name><email>a@x.test</email></author>
        <published>2026-02-01T10:00:00Z</published><updated>2026-02-02T10:00:00Z</updated>
        <summary type="xhtml"><div xmlns="h"><p>1 &lt; 2</p><p>x<br/>y</p></div></summary></entry>`,
        ' xml:lang="fa-AF"',
      ),
    );
    expect(item).toEqual({
      url: 'https://feeds.test/1',
      guid: 'tag:x.test,2026:1',
      title: 'A & B c',
      summary: '1 < 2 x y',
      author: 'Ayesha',
      publishedAt: new Date('2026-02-01T10:00:00Z'),
      language: 'prs',
    });
  });

  it('Atom 0.3 is read, with its own words for mode and dates', async () => {
    const item = await itemOf(
      `<feed version="0.3"><entry><title mode="escaped">a &lt;i&gt;b&lt;/i&gt;</title>
      <issued>2026-02-01T10:00:00Z</issued><modified>2026-02-03T10:00:00Z</modified></entry></feed>`,
    );
    expect(item).toMatchObject({ title: 'a b', publishedAt: new Date('2026-02-01T10:00:00Z') });
  });

  it('a root in capitals or with a prefix is read', async () => {
    expect(titles(await feedOf('<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>'))).toEqual([
      'a',
    ]);
    expect(
      titles(await feedOf('<atom:feed><atom:entry><atom:title>a</atom:title></atom:entry></atom:feed>')),
    ).toEqual(['a']);
  });
});

describe('a careless document', () => {
  const item = '<item><title>a</title></item>';

  it.each([
    [
      'white space and a warning before the prolog',
      `\n <br />\n<b>Warning</b>: include() in /x.php\n${rss(item)}`,
    ],
    ['a comment and a doctype', `<!-- c --><!DOCTYPE rss [<!ENTITY x "y">]>${rss(item)}`],
    ['an open element in the channel', rss(`<ttl>60${item}`)],
    ['bytes after its end', `${rss(item)}<!-- cached --><script>x</script>`],
    ['elements after its end', `${rss(item)}<summary>x</summary>`],
    ['control characters', rss(`\u0000\u0008${item}\u001f`)],
    ['no end of the channel', `<rss version="2.0"><channel>${item}`],
    ['a byte order mark', `\ufeff${rss(item)}`],
  ])('with %s is read', async (_what, document) =>
    expect((await feedOf(document)).items).toMatchObject([{ title: 'a', summary: '' }]),
  );

  it('with bare "&", HTML entities or ones that nobody knows is read', async () => {
    const item = await rssItem('<title>R&D &nbsp;caf&eacute; &mdash; &unknown; &#8217;&#x2019;</title>');
    expect(item.title).toBe('R&D café — &unknown; ’’');
  });

  it('with HTML that is not escaped is read', async () => {
    const item = await rssItem(
      '<title>a</title><description><p>One<br>two<img src="x"> <b>three</p></description>',
    );
    expect(item).toMatchObject({ title: 'a', summary: 'One two three' });
  });

  it('with an item that is not closed is read', async () => {
    expect(titles(await feedOf(rss('<item><title>a</title><item><title>b</title></item>')))).toEqual([
      'a',
      'b',
    ]);
  });

  it('with a title that is not closed keeps the next item', async () => {
    expect(titles(await feedOf(rss('<item><title>a<item><title>b</title></item>')))).toEqual(['a', 'b']);
  });

  it('that was cut keeps every entry that was whole, and drops the last', async () => {
    const whole = rss(
      '<item><title>a</title></item><item><title>b</title><link>https://x.test/2</link></item>',
    );
    const cut = await feedOf(whole.slice(0, whole.indexOf('x.test/2')));
    expect(titles(cut)).toEqual(['a']);
    expect(cut.dropped).toEqual([{ index: 1, reason: 'the document ends within it' }]);
  });

  it('nested beyond reason keeps what came before', async () => {
    const deep = await feedOf(rss(`${item}<item><title>${'<b>'.repeat(100_000)}</title></item>${item}`));
    expect(titles(deep)).toEqual(['a']);
    expect(deep.dropped).toHaveLength(1);
  });
});

describe('one bad entry', () => {
  it('without title and address is dropped with its index, and costs no other', async () => {
    const feed = await feedOf(
      rss('<item><title>a</title></item><item><guid>7</guid></item><item><title>c</title></item>'),
    );
    expect(titles(feed)).toEqual(['a', 'c']);
    expect(feed.dropped).toEqual([{ index: 1, reason: 'neither a title nor an address' }]);
  });

  it.each(['garbage', '', '2026-99-99T99:99:99Z', '1970-01-01T00:00:00Z', '2026-03-01T13:00:01Z'])(
    'with the date %p is kept, undated',
    async (date) => {
      expect(await rssItem(`<pubDate>${date}</pubDate>`)).toMatchObject({ publishedAt: null });
      expect(await atomEntry(`<updated>${date}</updated>`)).toMatchObject({ publishedAt: null });
    },
  );

  it('with an unreadable date takes its next one', async () => {
    const item = await rssItem('<dc:date>2026-02-01</dc:date><pubDate>soon</pubDate>');
    expect(item.publishedAt).toEqual(new Date('2026-02-01T00:00:00Z'));
  });

  it.each([
    '<entry><link>no href</link><title>a</title></entry>',
    '<entry><title/><id/><link/><link href=""/><author/><title>a</title></entry>',
    '<entry><title type="xhtml"/><content type="xhtml"><x:y/></content><title>a</title></entry>',
    '<entry __proto__="x"><constructor>c</constructor><__proto__>p</__proto__><title>a</title></entry>',
  ])('like %s breaks nothing', async (entry) => {
    expect(titles(await feedOf(atom(`${entry}<entry><title>b</title></entry>`)))).toEqual(['a', 'b']);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'the document is empty'],
    ['<!DOCTYPE html><html><body>Not found</body></html>', 'the document is a web page, not a feed'],
    ['<opml><body/></opml>', 'the document holds no rss, rdf or feed element'],
    ['{"error": 1}', 'the document holds no rss, rdf or feed element'],
  ])('like %p is told', async (document, error) =>
    expect(await parse(document)).toEqual({ ok: false, error }),
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
      '<![CDATA[',
      ']]>',
      ']]',
    ],
    ...[
      '<link>',
      '<link href="',
      '"/>',
      '&',
      '&amp;',
      '&#0;',
      '<',
      '>',
      '<!--',
      '-->',
      '<?',
      'a',
      ' ',
      '\ud800',
      '😀',
    ],
  );
  const documents = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));

  it('is answered, with items that hold to their schema', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(documents, fc.uint8Array().map(Buffer.from)), async (document) => {
        const parsed = await parse(document);
        if (parsed.ok) for (const item of parsed.items) itemSchema.parse(item);
        else expect(parsed.error).not.toBe('');
      }),
      { numRuns: 500 },
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
