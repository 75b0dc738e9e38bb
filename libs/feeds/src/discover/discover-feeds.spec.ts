import { discoverFeeds, usualPlaces } from './discover-feeds.js';

const BASE = 'https://www.daily.test/news/';

const discover = (html: string, { base = BASE, link = null as string | null } = {}) =>
  discoverFeeds(Buffer.from(html), 'text/html; charset=utf-8', base, link);
const urlsOf = (html: string, options = {}) => discover(html, options).map(({ url }) => url);
const page = (head: string, body = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const alternate = (type: string, href: string, more = '') =>
  `<link rel="alternate" type="${type}" href="${href}" ${more}>`;

describe('a page leads to the feeds', () => {
  it('that its head announces, of every kind, in order and with their titles', () => {
    const found = discover(
      page(
        [
          alternate('application/rss+xml', '/feed/', 'title="Daily &raquo; All"'),
          alternate('application/atom+xml', 'atom.xml'),
          alternate('application/feed+json', '//www.daily.test/feed.json'),
          alternate('application/rdf+xml', '/index.rdf'),
          alternate('text/xml', '/news.xml'),
          '<LINK REL="Alternate Home" TYPE="application/rss+xml; charset=utf-8" HREF="/upper">',
        ].join('\n'),
      ),
    );
    expect(found).toEqual([
      { url: 'https://www.daily.test/feed/', title: 'Daily » All', by: 'link' },
      { url: 'https://www.daily.test/news/atom.xml', title: null, by: 'link' },
      { url: 'https://www.daily.test/feed.json', title: null, by: 'link' },
      { url: 'https://www.daily.test/index.rdf', title: null, by: 'link' },
      { url: 'https://www.daily.test/news.xml', title: null, by: 'link' },
      { url: 'https://www.daily.test/upper', title: null, by: 'link' },
    ]);
  });

  it('that its Link header announces, before those within it', () => {
    const link =
      '<https://www.daily.test/wp-json/>; rel="https://api.w.org/", </h.xml>; title="From, header"; type="application/rss+xml"; rel=alternate, <no-end';
    const found = discover(page(alternate('application/rss+xml', '/feed/')), { link });
    expect(found.map(({ url, by, title }) => [url, by, title])).toEqual([
      ['https://www.daily.test/h.xml', 'header', 'From, header'],
      ['https://www.daily.test/feed/', 'link', null],
    ]);
  });

  it('that its links look like, after those it announces', () => {
    const html = page(
      alternate('application/rss+xml', '/announced'),
      [
        '<a href="/about">About</a>',
        '<a href="/rss">RSS</a>',
        '<a href="/feeds/home">Home <b>feed</b></a>',
        '<a href="/world.rss">World</a>',
        '<a href="/pakistan/rss.xml">Pakistan</a>',
        '<a href="/?feed=rss2">Old</a>',
        '<a href="/feedback">Write to us</a>',
        '<a href="/rss-explained.html">What is RSS?</a>',
        '<a href="/sitemap.xml">Site map</a>',
        '<a href="javascript:void(0)/rss">x</a>',
      ].join(''),
    );
    expect(
      discover(html).map(({ url, by }) => `${by} ${new URL(url).pathname}${new URL(url).search}`),
    ).toEqual([
      'link /announced',
      'anchor /rss',
      'anchor /feeds/home',
      'anchor /world.rss',
      'anchor /pakistan/rss.xml',
      'anchor /?feed=rss2',
    ]);
    expect(discover(html)[2]!.title).toBe('Home feed');
  });

  it('of its own site before those of others', () => {
    const html = page(
      [
        alternate('application/rss+xml', 'https://feeds.other.test/x'),
        alternate('application/rss+xml', 'https://feeds.daily.test/all'),
      ].join(''),
      '<a href="https://elsewhere.test/rss.xml">theirs</a><a href="/rss.xml">ours</a>',
    );
    expect(urlsOf(html)).toEqual([
      'https://feeds.daily.test/all',
      'https://feeds.other.test/x',
      'https://www.daily.test/rss.xml',
      'https://elsewhere.test/rss.xml',
    ]);
  });

  it('but not to those of comments, nor to other alternate forms of the page', () => {
    const html = page(
      [
        alternate('application/rss+xml', '/comments/feed/'),
        alternate('application/rss+xml', '/story/feed/', 'title="Story Comments Feed"'),
        alternate('application/json', '/wp-json/wp/v2/pages/2'),
        alternate('application/json+oembed', '/feed'),
        alternate('text/html', '/ur/feed', 'hreflang="ur"'),
        '<link rel="stylesheet" type="text/css" href="/rss">',
      ].join(''),
    );
    expect(urlsOf(html)).toEqual([]);
  });

  it('by addresses that start at its base, once each, and never to itself', () => {
    const html = page(
      `<base href="https://cdn.daily.test/sub/"><base href="https://ignored.test/">${alternate('application/rss+xml', 'feed')}` +
        alternate('application/rss+xml', 'http://cdn.daily.test/sub/feed/#top') +
        alternate('application/rss+xml', BASE),
    );
    expect(urlsOf(html)).toEqual(['https://cdn.daily.test/sub/feed']);
    expect(urlsOf(page('<base href="javascript:1">' + alternate('application/rss+xml', 'feed')))).toEqual([
      'https://www.daily.test/news/feed',
    ]);
  });
});

describe('a document that is a feed', () => {
  it.each([
    '<?xml version="1.0"?>\n<!-- made by hand --><rss version="2.0"><channel/></rss>',
    '<a10:feed xmlns:a10="http://www.w3.org/2005/Atom"/>',
    '<rdf:RDF/>',
    '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    '<b>Warning</b>: mysql in /x.php\n<rss><channel><item><description>&lt;html></description></item></channel></rss>',
  ])('leads to itself: %s', (document) => {
    expect(discover(document)).toEqual([{ url: BASE, title: null, by: 'itself' }]);
  });

  it('is not a page that speaks of feeds', () => {
    expect(discover(page('<title>What is <rss>?</title>'))).toEqual([]);
    expect(discover('{"items": []}')).toEqual([]);
    expect(discover('')).toEqual([]);
  });
});

describe('where a page names no feed', () => {
  it('the usual places are below it and at the root of its site', () => {
    expect(usualPlaces('https://daily.test/ur?x=1#y').map(({ url }) => url)).toEqual([
      'https://daily.test/ur/feed/',
      'https://daily.test/feed/',
      'https://daily.test/rss',
      'https://daily.test/rss.xml',
      'https://daily.test/feed.xml',
      'https://daily.test/atom.xml',
      'https://daily.test/index.xml',
    ]);
    expect(usualPlaces('https://daily.test/')).toHaveLength(6);
  });
});

describe('a hostile page', () => {
  it.each([
    ['links without end', '<a href="/rss">'.repeat(200_000)],
    ['elements within elements', '<div>'.repeat(300_000)],
    ['closings of what was never opened', '<div>'.repeat(400) + '</x>'.repeat(300_000)],
    ['a base after a base', '<base href="/x">'.repeat(100_000)],
    ['one endless attribute', `<link rel="alternate" title="${'x'.repeat(2_000_000)}`],
    ['an endless title', `<title>${'a '.repeat(1_000_000)}`],
  ])('of %s leads nowhere much and is left early', (_name, html) => {
    expect(discover(html).length).toBeLessThanOrEqual(1);
  });

  it('names at most fifty feeds', () => {
    const links = Array.from({ length: 200 }, (_, i) => alternate('application/rss+xml', `/feed/${i}`));
    expect(discover(page(links.join('')))).toHaveLength(50);
  });

  it('has a header that is read once through', () => {
    expect(discover('', { link: '<'.repeat(100_000) + '>; rel=alternate;'.repeat(1_000) })).toEqual([]);
  });
});
