import { feedOf, itemOf, titles } from '../../../../test/support/parsed-feed.js';

const published = new Date('2026-02-01T10:00:00Z');

describe('RSS of any version', () => {
  it.each(['', ' version="0.91"', ' version="0.92"', ' version="2"', ' version="3.14"', ' version=""'])(
    'with the version attribute %p is read',
    async (version) => {
      const document = `<rss${version}><channel><item><title>a</title></item></channel></rss>`;
      expect(titles(await feedOf(document))).toEqual(['a']);
    },
  );

  it('without a channel, or without its root, is read', async () => {
    const item = '<title>Sample</title><item><title>a</title></item>';
    for (const document of [`<rss>${item}</rss>`, `<channel>${item}</channel>`]) {
      const feed = await feedOf(document);
      expect(feed.feed.title).toBe('Sample');
      expect(titles(feed)).toEqual(['a']);
    }
  });

  it('in capitals is read', async () => {
    const document =
      '<RSS><CHANNEL><TITLE>S</TITLE><ITEM><TITLE>a</TITLE><PUBDATE>2026-02-01T10:00:00Z</PUBDATE></ITEM></CHANNEL></RSS>';
    expect(await feedOf(document)).toMatchObject({
      feed: { title: 'S' },
      items: [{ title: 'a', publishedAt: published }],
    });
  });

  it('0.9 and 1.0 in RDF is read, with its items beside the channel', async () => {
    for (const namespace of [
      'http://purl.org/rss/1.0/',
      'http://my.netscape.com/rdf/simple/0.9/',
      'urn:own',
    ]) {
      const feed = await feedOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="${namespace}">
        <channel rdf:about="https://x.test/"><title>Sample</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>
        <image><title>Logo</title><url>https://x.test/logo.png</url></image>
        <item rdf:about="https://x.test/1"><title>a</title><dc:date>2026-02-01T10:00Z</dc:date></item></rdf:RDF>`);
      expect(feed).toMatchObject({
        feed: { title: 'Sample', link: 'https://x.test/' },
        items: [
          {
            url: 'https://x.test/1',
            guid: 'https://x.test/1',
            title: 'a',
            publishedAt: published,
            updatedAt: published,
          },
        ],
      });
    }
  });

  it('1.1 is read, with its items in a list of the channel', async () => {
    const feed = await feedOf(`<Channel xmlns="http://purl.org/net/rss1.1#"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><title>Sample</title>
      <items rdf:parseType="Collection"><item rdf:about="https://x.test/1"><title>a</title></item></items></Channel>`);
    expect(feed).toMatchObject({
      feed: { title: 'Sample' },
      items: [{ title: 'a', url: 'https://x.test/1' }],
    });
  });
});

describe('Atom', () => {
  it('1.0 is read', async () => {
    const feed =
      await feedOf(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa-AF">
      <title>Sample</title><link rel="self" href="/atom"/><link href="/"/><entry><id>tag:x.test,2026:1</id>
      <title type="html">A &amp;amp; B &lt;b&gt;c&lt;/b&gt;</title>
      <link rel="replies" href="https://x.test/replies"/><link rel="self" href="https://x.test/self"/>
      <link type="text/html" href="/1"/><author><name>Ayesha</name><email>a@x.test</email></author>
      <published>2026-02-01T10:00:00Z</published><updated>2026-02-02T10:00:00Z</updated>
      <summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry></feed>`);
    expect(feed).toMatchObject({
      feed: { title: 'Sample', link: 'https://feeds.test/', language: 'fa-AF' },
      items: [
        {
          url: 'https://feeds.test/1',
          guid: 'tag:x.test,2026:1',
          title: 'A & B c',
          summary: 'Short',
          content: 'Long',
          author: 'Ayesha',
          publishedAt: published,
          updatedAt: new Date('2026-02-02T10:00:00Z'),
          language: 'fa-AF',
        },
      ],
    });
  });

  it.each(['http://purl.org/atom/ns#', ''])('0.3 in the namespace %p is read', async (namespace) => {
    const item = await itemOf(
      `<feed version="0.3" xmlns="${namespace}"><entry><title mode="escaped">a &lt;i&gt;b&lt;/i&gt;</title>
      <issued>2026-02-01T10:00:00Z</issued><modified>2026-02-03T10:00:00Z</modified></entry></feed>`,
    );
    expect(item).toMatchObject({
      title: 'a b',
      publishedAt: published,
      updatedAt: new Date('2026-02-03T10:00:00Z'),
    });
  });
});

describe('CDF', () => {
  it('is read', async () => {
    const feed =
      await feedOf(`<CHANNEL HREF="https://x.test/" BASE="https://x.test/news/"><TITLE>Sample</TITLE>
      <ABSTRACT>About</ABSTRACT><ITEM HREF="1.html" LASTMOD="2026-02-01T10:00:00Z"><TITLE>a</TITLE>
      <ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>`);
    expect(feed).toMatchObject({
      feed: { title: 'Sample', link: 'https://x.test/' },
      items: [{ url: 'https://x.test/news/1.html', title: 'a', summary: 'Short', updatedAt: published }],
    });
  });
});
