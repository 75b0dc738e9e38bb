import { feedOf, itemOf, rss, titles } from '../../../../test/support/parsed-feed.js';

const DC = 'http://purl.org/dc/elements/1.1/';
const DCTERMS = 'http://purl.org/dc/terms/';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const MEDIA = 'http://search.yahoo.com/mrss/';
const ATOM = 'http://www.w3.org/2005/Atom';
const ITUNES = 'http://www.itunes.com/dtds/podcast-1.0.dtd';
const FEEDBURNER = 'http://rssnamespace.org/feedburner/ext/1.0';
const XHTML = 'http://www.w3.org/1999/xhtml';

const withPrefix = (address: string, inner: string) =>
  itemOf(`<rss version="2.0" xmlns:q="${address}"><channel><item>${inner}</item></channel></rss>`);

describe('elements of a module', () => {
  it.each([
    [DC, '<q:title>a</q:title>', { title: 'a' }],
    [DC, '<q:creator>Ayesha</q:creator>', { author: 'Ayesha' }],
    [DC, '<q:description>s</q:description>', { summary: 's' }],
    [DC, '<q:language>ur-PK</q:language>', { language: 'ur-PK' }],
    [DC, '<q:identifier>i</q:identifier>', { guid: 'i' }],
    [DCTERMS, '<q:issued>2026-02-01</q:issued>', { publishedAt: new Date('2026-02-01') }],
    [DCTERMS, '<q:modified>2026-02-01</q:modified>', { updatedAt: new Date('2026-02-01') }],
    [CONTENT, '<q:encoded>c</q:encoded>', { content: 'c' }],
    [MEDIA, '<q:title>a</q:title><q:description>s</q:description>', { title: 'a', summary: 's' }],
    [ATOM, '<q:title>a</q:title><q:link href="https://x.test/1"/>', { title: 'a', url: 'https://x.test/1' }],
    [ATOM, '<q:published>2026-02-01</q:published>', { publishedAt: new Date('2026-02-01') }],
    [ATOM, '<q:author><q:name>Ayesha</q:name></q:author>', { author: 'Ayesha' }],
    [ITUNES, '<q:author>Ayesha</q:author><q:summary>s</q:summary>', { author: 'Ayesha', summary: 's' }],
    [FEEDBURNER, '<q:origLink>https://x.test/1</q:origLink>', { originalUrl: 'https://x.test/1' }],
    [XHTML, '<q:body><q:p>c</q:p></q:body>', { content: 'c' }],
  ])('of %s are known under any prefix: %s', async (address, inner, expected) =>
    expect(await withPrefix(address, inner)).toMatchObject(expected),
  );

  it.each([
    'HTTP://purl.org/dc/elements/1.1',
    ' https://purl.org/dc/elements/1.1/ ',
    'http://purl.org/dc/elements/1.1#',
  ])('are known by %p, which is near enough', async (address) =>
    expect(await withPrefix(address, '<q:creator>Ayesha</q:creator>')).toMatchObject({ author: 'Ayesha' }),
  );

  it('are known where only the element itself declares them', async () => {
    const item =
      '<item><title>a</title><p1:creator xmlns:p1="http://purl.org/dc/elements/1.1/">A</p1:creator></item>';
    expect(await itemOf(rss(item))).toMatchObject({ author: 'A' });
    const atom = `<item><entry xmlns="${ATOM}"><title>no</title></entry><title>a</title></item>`;
    expect(await itemOf(rss(atom))).toMatchObject({ title: 'a' });
  });

  it('are known by their customary prefix where nobody declares it', async () => {
    const inner =
      '<dc:creator>A</dc:creator><content:encoded>c</content:encoded><media:title>a</media:title>';
    expect(await itemOf(rss(`<item>${inner}</item>`))).toMatchObject({
      title: 'a',
      author: 'A',
      content: 'c',
    });
  });

  it('are not mistaken for others of the same name', async () => {
    const inner = `<title>a</title><q:title>no</q:title><q:creator>no</q:creator><q:link>https://no.test</q:link>
      <q:guid>no</q:guid><q:pubDate>2026-02-01</q:pubDate><unheard:title>no</unheard:title>`;
    expect(await withPrefix('urn:unheard-of', inner)).toMatchObject({
      title: 'a',
      author: null,
      url: null,
      guid: null,
      publishedAt: null,
    });
  });

  it('are not known by a customary prefix that means something else', async () => {
    const item = '<item><title>a</title><dc:creator>no</dc:creator></item>';
    const document = `<rss xmlns:dc="urn:other"><channel>${item}</channel></rss>`;
    expect(await itemOf(document)).toMatchObject({ author: null });
  });

  it('mean nothing outside the element that declares their prefix', async () => {
    const items = `<item xmlns:q="${DC}"><title>a</title><q:creator>A</q:creator></item>
      <item><title>b</title><q:creator>no</q:creator></item>`;
    expect((await feedOf(rss(items))).items).toMatchObject([{ author: 'A' }, { author: null }]);
  });
});

describe('a root with a namespace', () => {
  it.each([
    '<atom:feed><atom:entry><atom:title>a</atom:title></atom:entry></atom:feed>',
    `<x:feed xmlns:x="${ATOM}"><x:entry><x:title>a</x:title></x:entry></x:feed>`,
    '<rss:rss><rss:channel><rss:item><rss:title>a</rss:title></rss:item></rss:channel></rss:rss>',
    '<ns0:rss><ns0:channel><ns0:item><ns0:title>a</ns0:title></ns0:item></ns0:channel></ns0:rss>',
    '<rss xmlns="http://backend.userland.com/rss2"><channel><item><title>a</title></item></channel></rss>',
    '<rss xmlns="urn:own"><channel><item><title>a</title></item></channel></rss>',
    '<rss xmlns=""><channel><item><title>a</title></item></channel></rss>',
    `<rss xmlns="${ATOM}"><channel><item><title>a</title></item></channel></rss>`,
    '<feed xmlns="urn:own"><entry><title>a</title></entry></feed>',
    '<x:RDF xmlns:x="urn:x"><channel/><item><title>a</title></item></x:RDF>',
  ])('like %s is read', async (document) => expect(titles(await feedOf(document))).toEqual(['a']));

  it('makes no entry of what another namespace calls an item', async () => {
    const items = '<x:item xmlns:x="urn:x"><title>no</title></x:item><item><title>a</title></item>';
    expect(titles(await feedOf(rss(items)))).toEqual(['a']);
  });
});
