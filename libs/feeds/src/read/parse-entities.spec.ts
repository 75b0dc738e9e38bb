import { atomEntry, feedOf, itemOf, rss, rssItem } from '../../../../test/support/parsed-feed.js';

const titled = (subset: string, title: string) =>
  itemOf(`<?xml version="1.0"?><!DOCTYPE rss [${subset}]>${rss(`<item><title>${title}</title></item>`)}`);

describe('references in a text', () => {
  it('that are bare, of HTML, by number or known to nobody are read', async () => {
    const item = await rssItem(
      '<title>R&D &nbsp;caf&eacute; &mdash; &unknown; &#8217;&#x2019; &#146;</title>',
    );
    expect(item.title).toBe('R&D café — &unknown; ’’ ’');
  });

  it.each([
    ['&lt;', '<'],
    ['&amp;', '&'],
    ['&AMP;', '&'],
    ['&apos;', "'"],
    ['&quot;', '"'],
    ['&hellip;', '…'],
    ['&Auml;', 'Ä'],
    ['&lang;', '\u2329'],
    ['&rang;', '\u232a'],
    ['&thetasym;', 'ϑ'],
    ['&#x1F600;', '😀'],
    ['&#1114112;', '\ufffd'],
  ])('like %s stand for %p', async (reference, text) => {
    expect((await atomEntry(`<title>a ${reference} b</title>`)).title).toBe(`a ${text} b`);
  });

  it('stay as they are in a CDATA section of an address', async () => {
    expect((await rssItem('<guid isPermaLink="false"><![CDATA[a&eacute;&lt;b]]></guid>')).guid).toBe(
      'a&eacute;&lt;b',
    );
  });
});

describe('entities that a document declares', () => {
  it('are read, in texts and attributes', async () => {
    const subset = `<!-- names > --><!ELEMENT rss ANY><!ENTITY org 'The "Sample" Post'>
      <!ENTITY host "x.test"><!ENTITY % skip "x">%skip;<!ENTITY gone SYSTEM "http://x.test/e">`;
    expect(await titled(subset, '&org; &gone;')).toMatchObject({ title: 'The "Sample" Post &gone;' });
    const document = `<!DOCTYPE feed [${subset}]><feed><entry><link href="https://&host;/1"/></entry></feed>`;
    expect(await itemOf(document)).toMatchObject({ url: 'https://x.test/1' });
  });

  it('may refer to each other, in any order, and to HTML', async () => {
    const subset = '<!ENTITY a "&b;&eacute;"><!ENTITY b "B">';
    expect((await titled(subset, '&a;')).title).toBe('Bé');
  });

  it('count before those of HTML, and the first of two counts', async () => {
    const subset = '<!ENTITY copy "(c)"><!ENTITY copy "no">';
    expect((await titled(subset, '&copy; 2026')).title).toBe('(c) 2026');
  });

  it('do not change those of XML', async () => {
    expect((await titled('<!ENTITY amp "no"><!ENTITY lt "no">', 'a &amp;amp; b &lt; c')).title).toBe(
      'a & b < c',
    );
  });

  it('may hold markup, which does not survive', async () => {
    expect((await titled('<!ENTITY a "&#60;b>bold&#60;/b>">', '&a; word')).title).toBe('bold word');
  });

  it('that refer to themselves stand for nothing', async () => {
    expect((await titled('<!ENTITY a "x&b;"><!ENTITY b "y&a;">', '1 &a; 2')).title).toBe('1 xy 2');
  });

  it('that multiply run dry, and cost no other text', async () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    const items = '<item><title>a</title><author>&l30;</author></item><item><title>b</title></item>';
    const feed = await feedOf(`<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('')}]>${rss(items)}`);
    expect(feed.items).toMatchObject([{ title: 'a' }, { title: 'b' }]);
    expect(feed.items[0]?.author?.length ?? 0).toBeLessThanOrEqual(200);
  });

  it('of a declaration that never ends leave the rest to be read', async () => {
    const item = await itemOf(`<!DOCTYPE rss [<!ENTITY a "x">${rss('<item><title>t</title></item>')}`);
    expect(item.title).toBe('t');
  });
});
