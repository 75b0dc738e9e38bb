import { atom, atomEntry, feedOf, itemOf, rss, rssItem } from '../../../../test/support/parsed-feed.js';

describe('what is nested in an entry', () => {
  const nested = [
    '<image><title>no</title><link>https://no.test</link><description>no</description></image>',
    '<textInput><title>no</title><name>no</name><link>https://no.test</link></textInput>',
    '<source><title>no</title><id>no</id><author><name>no</name></author><updated>2020-01-01</updated></source>',
    '<media:group><media:title>no</media:title><media:description>no</media:description></media:group>',
    '<contributor><name>no</name><title>no</title></contributor>',
    '<x:y xmlns:x="urn:x"><title>no</title><description>no</description></x:y>',
  ];

  it.each(nested)('like %s overrides nothing, before or behind', async (inner) => {
    const own = '<title>a</title><description>s</description><guid>g</guid>';
    const expected = {
      title: 'a',
      summary: 's',
      guid: 'g',
      author: null,
      url: 'https://x.test/1',
      updatedAt: null,
    };
    expect(await rssItem(inner + own)).toMatchObject(expected);
    expect(await rssItem(own + inner)).toMatchObject(expected);
  });

  it('serves where the entry itself says nothing, if it is about the entry', async () => {
    const media = `<media:group><media:content><media:title>a</media:title></media:content>
      <media:description>s</media:description></media:group>`;
    expect(await atomEntry(media)).toMatchObject({ title: 'a', summary: 's' });
  });
});

describe('what is nested in a feed', () => {
  it('overrides neither its title nor its page', async () => {
    const image =
      '<image><title>Logo</title><link>https://no.test/</link><url>https://no.test/x.png</url></image>';
    const own = '<title>Sample</title><link>https://x.test/</link>';
    for (const head of [image + own, own + image])
      expect(await feedOf(rss('', head))).toMatchObject({
        feed: { title: 'Sample', link: 'https://x.test/' },
      });
  });

  it('is not taken for what only the feed lacks', async () => {
    const input = '<textInput><title>Search</title><link>https://no.test/</link></textInput>';
    expect(await feedOf(rss('', input))).toMatchObject({ feed: { title: null, link: null } });
  });
});

describe('of several elements for one thing', () => {
  it('the format’s own counts before those of modules, in any order', async () => {
    const inner = ['<dc:title>no</dc:title>', '<title>a</title>', '<media:title>no</media:title>'];
    for (const order of [inner, inner.toReversed()])
      expect(await rssItem(order.join(''))).toMatchObject({ title: 'a' });
  });

  it('the first counts', async () => {
    expect(await rssItem('<title>a</title><title>no</title>')).toMatchObject({ title: 'a' });
  });

  it('summary and content are kept apart', async () => {
    const content = '<content:encoded><![CDATA[<p>Long</p>]]></content:encoded>';
    expect(await rssItem(`${content}<description>Short</description>`)).toMatchObject({
      summary: 'Short',
      content: 'Long',
    });
    expect(await rssItem(content)).toMatchObject({ summary: '', content: 'Long' });
    expect(await rssItem('<description>Short</description>')).toMatchObject({
      summary: 'Short',
      content: '',
    });
  });

  it('a second summary is the longer text', async () => {
    expect(await rssItem('<summary>Short</summary><description>All of it</description>')).toMatchObject({
      summary: 'Short',
      content: 'All of it',
    });
    expect(await rssItem('<description>Same</description><summary>Same</summary>')).toMatchObject({
      content: '',
    });
  });

  it('more of one kind than any entry has leave the best in place', async () => {
    const many = '<media:description>no</media:description>'.repeat(100);
    expect(await rssItem(`${many}<description>s</description>`)).toMatchObject({ summary: 's' });
  });
});

describe('the author of an entry', () => {
  it.each([
    ['<author>ayesha@x.test (Ayesha Sample)</author>', 'ayesha@x.test (Ayesha Sample)'],
    ['<author>Ayesha Sample (ayesha@x.test)</author>', 'Ayesha Sample (ayesha@x.test)'],
    ['<author>"Ayesha Sample" &lt;ayesha@x.test&gt;</author>', '"Ayesha Sample" <ayesha@x.test>'],
    ['<author>ayesha@x.test</author>', 'ayesha@x.test'],
    ['<author>Ayesha &amp;amp; Bilal</author>', 'Ayesha & Bilal'],
    ['<author><name>Ayesha</name><uri>https://x.test</uri><email>a@x.test</email></author>', 'Ayesha'],
    ['<author><email>a@x.test</email></author>', 'a@x.test'],
    ['<dc:creator><![CDATA[<a href="/a">Ayesha</a>]]></dc:creator>', 'Ayesha'],
    ['<author>a@x.test</author><dc:creator>Ayesha</dc:creator>', 'a@x.test'],
    ['<managingEditor>a@x.test (Ayesha)</managingEditor>', 'a@x.test (Ayesha)'],
    ['<author>Ayesha</author><author>Bilal</author>', 'Ayesha'],
    ['<author> </author>', null],
    ['<contributor>no</contributor><dc:contributor>no</dc:contributor>', null],
    ['', null],
  ])('in %s is %p', async (inner, author) => expect(await rssItem(inner)).toMatchObject({ author }));

  it('is that of the feed where an Atom entry names none', async () => {
    const author = '<author><name>Ayesha</name></author>';
    const own = '<entry><title>a</title><author><name>Bilal</name></author></entry>';
    const { items } = await feedOf(atom(`${author}<entry><title>b</title></entry>${own}<entry/>`));
    expect(items.map((item) => item.author)).toEqual(['Ayesha', 'Bilal']);
  });

  it('is not the editor of an RSS channel', async () => {
    const head = '<title>S</title><managingEditor>a@x.test (Ayesha)</managingEditor><author>no</author>';
    expect(await itemOf(rss('<item><title>a</title></item>', head))).toMatchObject({ author: null });
  });

  it('is read no further than a name can be', async () => {
    const { author } = await rssItem(`<author><name>${'x'.repeat(100_000)}</name></author>`);
    expect(author).toBe('x'.repeat(200));
  });
});
