import { feedOf, json, jsonItem, parse, titles } from '../../../../../test/support/parsed-feed.js';

describe('a JSON Feed', () => {
  it('1.1 is read', async () => {
    const head = {
      home_page_url: 'https://x.test/',
      feed_url: 'https://x.test/feed.json',
      language: 'en-GB',
    };
    const item = {
      id: 'g1',
      url: '/1',
      external_url: 'https://y.test/',
      title: 'A < B',
      summary: 'Short',
      content_html: '<p>Long &amp; <b>bold</b></p>',
      content_text: 'no',
      date_published: '2026-02-01T10:00:00+05:00',
      date_modified: '2026-02-02T10:00:00Z',
      authors: [{ name: 'Ayesha' }, { name: 'Bilal' }],
      language: 'ur',
    };
    expect(await feedOf(json([item], head))).toMatchObject({
      feed: { title: 'Sample', link: 'https://x.test/', language: 'en-GB' },
      items: [
        {
          url: 'https://feeds.test/1',
          guid: 'g1',
          title: 'A < B',
          summary: 'Short',
          content: 'Long & bold',
          author: 'Ayesha',
          publishedAt: new Date('2026-02-01T05:00:00Z'),
          updatedAt: new Date('2026-02-02T10:00:00Z'),
          language: 'ur',
        },
      ],
    });
  });

  it.each([
    ['1.0’s author', { author: { name: 'Ayesha' } }, { author: 'Ayesha' }],
    ['an author that is just a name', { author: 'Ayesha' }, { author: 'Ayesha' }],
    ['an identifier that is a number', { id: 7 }, { guid: '7' }],
    ['text only', { content_text: 'a < b' }, { content: 'a < b', summary: '' }],
    [
      'nothing but wrong types',
      { title: 7, summary: [], author: [1], authors: 'x', tags: 1 },
      { title: '7' },
    ],
  ])('with %s is read', async (_what, item, expected) =>
    expect(await jsonItem(item)).toMatchObject(expected),
  );

  it('takes the page that an item is about, or its identifier, where it has none of its own', async () => {
    const items = [{ id: '1', external_url: 'https://y.test/' }, { id: 'https://x.test/2' }];
    expect((await feedOf(json(items))).items).toMatchObject([
      { url: 'https://y.test/' },
      { url: 'https://x.test/2' },
    ]);
  });

  it('drops what is no item, and costs no other', async () => {
    const feed = await feedOf(json([{ title: 'a' }, 'text' as unknown as object, {}, { title: 'b' }]));
    expect(titles(feed)).toEqual(['a', 'b']);
    expect(feed.dropped.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('without a version, or without items, is read', async () => {
    expect(titles(await feedOf('{"title":"S","items":[{"title":"a"}]}'))).toEqual(['a']);
    expect(await feedOf('{"version":"https://jsonfeed.org/version/1"}')).toMatchObject({ items: [] });
  });

  it('uses the author of the feed for items without', async () => {
    expect((await feedOf(json([{ title: 'a' }], { authors: [{ name: 'Ayesha' }] }))).items).toMatchObject([
      { author: 'Ayesha' },
    ]);
  });
});

describe('a careless JSON Feed', () => {
  it.each([
    ['"title":"a \\x"', 3],
    ['"title":"a 5" b"', 2],
    ['"title":"say "no", then"', 2],
    ['"title":undefined', 2],
  ])('with an item like %s loses no other', async (bad, count) => {
    const feed = await feedOf(`{"title":"S","items":[{"title":"t1"},{${bad}},{"title":"t3"}],"x":1}`);
    expect(feed.items).toHaveLength(count);
    expect([feed.items[0]?.title, feed.items.at(-1)?.title]).toEqual(['t1', 't3']);
    if (count === 2) expect(feed.dropped).toEqual([{ index: 1, reason: 'it is not valid JSON' }]);
  });

  it('with an item nested deeper than any feed loses no other', async () => {
    const deep = `{"title":"t2","x":${'['.repeat(1000)}${']'.repeat(1000)}}`;
    const feed = await feedOf(`{"title":"S","items":[{"title":"t1"},${deep},{"title":"t3"}]}`);
    expect(titles(feed)).toEqual(['t1', 't3']);
    expect(feed.dropped).toHaveLength(1);
  });

  it('behind the warning of a program is read', async () => {
    const document = `Warning: <b>x</b>\n${json([{ title: 'a' }])}`;
    expect(titles(await feedOf(document))).toEqual(['a']);
  });

  it.each([
    ['a byte order mark', '\ufeff{"title":"S","items":[{"title":"a"}]}'],
    ['commas too many', '{"title":"S","items":[{"title":"a",},],}'],
    ['line ends in texts', '{"title":"S\n","items":[{"title":"a\t"}]}'],
  ])('with %s is read', async (_what, document) => expect(titles(await feedOf(document))).toEqual(['a']));

  it('keeps commas and brackets that belong to a text', async () => {
    expect(titles(await feedOf('{"title":"S","items":[{"title":"a ,} \\" ,] b"},]}'))).toEqual([
      'a ,} " ,] b',
    ]);
  });

  it('that was cut keeps the items that were whole', async () => {
    const whole = json([{ title: 'a', authors: [{ name: 'x' }] }, { title: 'b' }, { title: 'c' }]);
    const cut = await feedOf(whole.slice(0, whole.indexOf('"c')));
    expect(titles(cut)).toEqual(['a', 'b']);
    expect(cut.dropped).toEqual([{ index: 2, reason: 'the document ends within it' }]);
  });

  it.each(['{"items":1}', '{"items":[]}', '{}', '{"title":"a"}', '{]', `{"items":${'['.repeat(100_000)}`])(
    'like %p is none',
    async (document) => {
      if (document.length < 100) expect(await parse(document)).toMatchObject({ ok: false });
      else expect(await parse(document)).toMatchObject({ error: 'the document is JSON, but no JSON Feed' });
    },
  );
});
