import {
  atom,
  atomEntry,
  feedOf,
  itemOf,
  rss,
  rssItem,
  titles,
} from '../../../../test/support/parsed-feed.js';

describe('a careless document', () => {
  const item = '<item><title>a</title></item>';

  it.each([
    [
      'white space and a warning before the prolog',
      `\n <br />\n<b>Warning</b>: include() in <b>/x.php</b> on line <b>3</b><br />\n${rss(item)}`,
    ],
    ['a page around it', `<html><body><p>Feed:${rss(item)}</body></html>`],
    ['a byte order mark', `\ufeff${rss(item)}`],
    ['a byte order mark behind white space', ` \n\ufeff${rss(item)}`],
    ['an instruction with ">" in it', `<?php if ($a->b) { ?>${rss(item)}`],
    ['a comment and a doctype', `<!-- <rss> --><!DOCTYPE rss [<!ENTITY x "y">]>${rss(item)}`],
    ['the doctype of a page', `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">${rss(item)}`],
    ['an open element in the channel', rss(`<ttl>60${item}`)],
    ['an open element without use in the channel', rss(`<category>news${item}`)],
    ['bytes after its end', `${rss(item)}<!-- cached --><script>x</script>`],
    ['elements after its end', `${rss(item)}<summary>x</summary><item><title>b</title></item>`],
    ['control characters', rss(`\u0000\u0008${item}\u001f`)],
    ['no end of the channel', `<rss version="2.0"><channel>${item}`],
    ['end tags that belong to nothing', rss(`</x></title></div>${item}`)],
    ['a tag that is not ended', rss(`<generator${item}`)],
    ['attributes without quotes or values', rss(`<image src=x hidden a='b"c' / =>${item}`)],
  ])('with %s is read', async (_what, document) =>
    expect((await feedOf(document)).items).toMatchObject([{ title: 'a', summary: '' }]),
  );

  it('with HTML that is not escaped is read', async () => {
    const item = await rssItem(
      '<title>a</title><description><p>One<br>two<img src="x"> <b>three</p></description><author>b</author>',
    );
    expect(item).toMatchObject({ title: 'a', summary: 'One two three', author: 'b' });
  });

  it('with "<" that is no tag is read', async () => {
    const item = await rssItem('<title>I <3 maps, 1 < 2</title><author>b</author>');
    expect(item).toMatchObject({ title: 'I <3 maps, 1 < 2', author: 'b' });
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

  it('with an address or a date that is not closed keeps what follows it', async () => {
    const inner = '<guid>g<pubDate>2026-02-01<link>https://x.test/1<title>a</title>';
    expect(await itemOf(rss(`<item>${inner}</item>`))).toMatchObject({
      guid: 'g',
      url: 'https://x.test/1',
      title: 'a',
      publishedAt: new Date('2026-02-01T00:00:00Z'),
    });
  });

  it('with empty elements that are not closed keeps what follows them', async () => {
    const entry = '<entry><link href="https://x.test/1"><title>a</title></entry>';
    expect(await itemOf(atom(entry))).toMatchObject({ url: 'https://x.test/1', title: 'a' });
    expect(await rssItem('<enclosure url="x"><title>a</title>')).toMatchObject({ title: 'a' });
    expect(await rssItem('<media:content url="x"><title>a</title>')).toMatchObject({ title: 'a' });
  });

  it.each([
    '<entry><link>no href</link><title>a</title></entry>',
    '<entry><title/><id/><link/><link href=""/><author/><title>a</title></entry>',
    '<entry><title type="xhtml"/><content type="xhtml"><x:y/></content><title>a</title></entry>',
    '<entry __proto__="x"><constructor>c</constructor><__proto__>p</__proto__><title>a</title></entry>',
  ])('like %s breaks nothing', async (entry) => {
    expect(titles(await feedOf(atom(`${entry}<entry><title>b</title></entry>`)))).toEqual(['a', 'b']);
  });

  it('of which nothing is left in one of two equal elements takes the other', async () => {
    expect(await atomEntry('<title type="html">&lt;img src="x"/&gt;</title><title>a</title>')).toMatchObject({
      title: 'a',
    });
  });
});

describe('an entry with a mark that is not ended', () => {
  const plain = (n: number) => `<item><title>t${n}</title><link href="https://x.test/${n}"/></item>`;
  const marked = (n: number) =>
    `<item><title>t${n}</title><description><![CDATA[d${n}]]></description><!-- c --><a b="c"/></item>`;

  it.each([
    '<description><![CDATA[foo</description></item>',
    '<!-- foo</item>',
    '<enclosure url="http://x/></item>',
    "<a b='x></item>",
  ])('like %s costs no other', async (bad) => {
    for (const item of [plain, marked]) {
      const items = `${item(1)}<item><title>t2</title>${bad}${item(3)}${item(4)}${item(5)}`;
      expect(titles(await feedOf(rss(items)))).toEqual(['t1', 't2', 't3', 't4', 't5']);
    }
  });
});

describe('a document that was cut', () => {
  const item = (n: number) => `<item><title>t${n}</title><link>https://x.test/${n}</link></item>`;
  const whole = rss(item(1) + item(2));
  const cutBefore = (text: string) => feedOf(whole.slice(0, whole.lastIndexOf(text)));
  const cut = [{ index: 1, reason: 'the document ends within it' }];

  it.each(['x.test/2', '</link>', 'link>https', '</title>', 't2'])(
    'within a text or a tag, before %p, keeps every entry that was whole, and drops the last',
    async (text) => {
      const feed = await cutBefore(text);
      expect(titles(feed)).toEqual(['t1']);
      expect(feed.dropped).toEqual(cut);
    },
  );

  it.each(['<link>', '</item>', '</channel>', '</rss>'])(
    'between elements, before %p, keeps the last entry too',
    async (text) => {
      const feed = await cutBefore(text);
      expect(titles(feed)).toEqual(['t1', 't2']);
      expect(feed.dropped).toEqual([]);
    },
  );

  it('before an entry says anything drops that entry', async () => {
    expect((await cutBefore('<title>t2')).dropped).toEqual(cut);
  });

  it.each(['<!--', '<![CDATA[', '<?php ', '<x y="'])('within %s keeps what came before', async (open) => {
    expect(titles(await feedOf(whole.replace('</channel>', `${open}</channel>`)))).toEqual(['t1', 't2']);
  });
});
