import {
  addAt,
  DESK_NOW,
  type FeedDesk,
  feedBody,
  HOST_GAP_MS,
  item,
  openFeedDesk,
  outlet,
} from './support/feed-desk.js';

let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk([outlet('gazette', ['gazette.test'], 'https://gazette.test/rss')]);
});
afterEach(() => desk.close());

const at = (path: string): string => desk.origin + path;
const gapsBetweenRequests = (): number[] =>
  desk.requests.slice(1).map(({ at }, i) => at.getTime() - desk.requests[i]!.at.getTime());

describe('a feed that is looked at', () => {
  it('shows its items as they would be stored, and stores nothing', async () => {
    const { headers, body } = feedBody(
      [
        item(
          'https://www.gazette.test/a?utm_source=rss',
          'Torkham &amp;amp; &lt;b&gt;Chaman&lt;/b&gt;',
          '<description>&lt;p&gt;Closed.&lt;/p&gt;</description><author>A. Writer</author><pubDate>Sun, 01 Mar 2026 08:00:00 +0500</pubDate>',
        ),
        item('/local', 'مقامی خبر', '<language xmlns="x">ur</language>'),
        item('https://www.gazette.test/a', 'The same, listed twice'),
        '<item><title>Cut in the mid',
      ].join(''),
    );
    desk.pages['/rss'] = { headers, body: body.replace('</channel></rss>', '') };
    const { preview } = await addAt(desk, 'previewed', '/rss', { dryRun: true });
    expect(preview).toMatchObject({
      ...{ url: at('/rss'), finalUrl: at('/rss'), by: 'itself', title: 'Sample Daily', language: 'en' },
      ...{ encoding: 'utf-8', items: 3, isNewSource: true },
      source: {
        id: 'sample-daily',
        name: 'Sample Daily',
        country: 'unknown',
        bloc: 'unknown',
        language: 'en',
      },
    });
    expect(preview.dropped).toHaveLength(1);
    const [first, second] = preview.articles.map(({ article }) => article);
    expect(preview.articles).toHaveLength(2);
    expect(first).toMatchObject({
      ...{ urlKey: 'gazette.test/a', title: 'Torkham & Chaman', summary: 'Closed.', author: 'A. Writer' },
      ...{ sourceId: 'gazette', publishedAt: new Date('2026-03-01T03:00:00Z'), language: 'en' },
    });
    expect(second).toMatchObject({ sourceId: 'sample-daily', publishedAt: null, windowAt: DESK_NOW });
    expect(preview.warnings).toEqual([
      '1 item without a date will be counted when first fetched',
      '1 item could not be read',
    ]);
    expect(await desk.deps.stores.feeds.list()).toEqual([]);
    expect(await desk.deps.stores.sources.list()).toEqual([]);
  });

  it('says which of its items are stored already', async () => {
    desk.pages['/rss'] = feedBody(item('https://x.test/1', 'One') + item('https://x.test/2', 'Two'));
    const { preview } = await addAt(desk, 'previewed', '/rss', { dryRun: true });
    const [one] = preview.articles;
    await desk.deps.stores.articles.insert([one!.article]);
    const again = await addAt(desk, 'previewed', '/rss', { dryRun: true });
    expect(again.preview.articles.map(({ known }) => known)).toEqual([one!.article.id, null]);
  });

  it('warns of what looks wrong: no dates, nothing new for long, redirects, watched already', async () => {
    const old = '<pubDate>Mon, 01 Dec 2025 08:00:00 GMT</pubDate>';
    desk.pages['/old'] = feedBody(item('https://x.test/1', 'One', old));
    desk.pages['/mixed'] = feedBody(
      item('https://x.test/1', 'One', old) + item('https://x.test/2', 'Two', ''),
    );
    desk.pages['/undated'] = feedBody(item('https://x.test/1', 'One', ''));
    desk.pages['/empty'] = feedBody('');
    desk.pages['/moved'] = { status: 301, headers: { location: '/old' } };
    desk.pages['/elsewhere'] = { status: 302, headers: { location: '/old' } };
    const warningsOf = async (path: string) =>
      (await addAt(desk, 'previewed', path, { dryRun: true })).preview.warnings;
    expect(await warningsOf('/old')).toEqual(['the newest item is of 2025-12-01: the feed may be abandoned']);
    expect(await warningsOf('/mixed')).toEqual([
      '1 item without a date will be counted when first fetched',
      'the newest item with a date is of 2025-12-01',
    ]);
    expect(await warningsOf('/undated')).toEqual([expect.stringContaining('no item has a date')]);
    expect(await warningsOf('/empty')).toEqual(['the feed lists nothing at the moment']);
    expect((await warningsOf('/moved'))[0]).toBe(
      `${at('/moved')} has moved for good to ${at('/old')}, which is taken instead`,
    );
    expect((await warningsOf('/elsewhere'))[0]).toBe(`${at('/elsewhere')} redirects to ${at('/old')}`);
    const { feed } = await addAt(desk, 'added', '/old');
    expect((await warningsOf('/old'))[0]).toBe(`${at('/old')} is already stored as the feed "${feed.id}"`);
  });
});

describe('the address of a site', () => {
  it('leads to the best feed that its page names, with the others listed', async () => {
    desk.pages['/'] = `<link rel="alternate" type="application/rss+xml" href="/feed.rss" title="All">
      <link rel="alternate" type="application/atom+xml" href="/world.atom" title="World"><a href="/rss">RSS</a>`;
    desk.pages['/feed.rss'] = feedBody(item('https://x.test/1', 'One'));
    const { preview, feed } = await addAt(desk, 'added', '/');
    expect(preview).toMatchObject({ url: at('/feed.rss'), by: 'link' });
    expect(preview!.others.map(({ url }) => url)).toEqual([at('/world.atom'), at('/rss')]);
    expect(feed.url).toBe(at('/feed.rss'));
    expect(gapsBetweenRequests().every((gap) => gap >= HOST_GAP_MS)).toBe(true);
  });

  it('leads to a feed at a usual place where its page names none, one request after the other', async () => {
    desk.pages['/'] = '<html>Nothing here</html>';
    desk.pages['/rss.xml'] = feedBody(item('https://x.test/1', 'One'));
    const { feed } = await addAt(desk, 'added', '/');
    expect(feed.url).toBe(at('/rss.xml'));
    expect(desk.requests.map(({ path }) => path)).toEqual(['/', '/feed/', '/rss', '/rss.xml']);
    expect(gapsBetweenRequests().every((gap) => gap >= HOST_GAP_MS)).toBe(true);
  });

  it('leads through a page that lists feeds', async () => {
    desk.pages['/'] = '<a href="/about-rss">Our feeds</a><a href="/rss">RSS</a>';
    desk.pages['/rss'] = '<html><a href="/world.rss">World</a><a href="/sport.rss">Sport</a></html>';
    desk.pages['/world.rss'] = feedBody(item('https://x.test/1', 'One'));
    const { preview } = await addAt(desk, 'added', '/');
    expect(preview).toMatchObject({ url: at('/world.rss'), by: 'anchor' });
    expect(preview!.others.map(({ url }) => url)).toContain(at('/sport.rss'));
  });

  it('says why there is no feed, and asks no further where the server wants to be left alone', async () => {
    desk.pages['/'] = '<html>Nothing</html>';
    desk.pages['/feed/'] = { status: 429, headers: { 'retry-after': '120' } };
    const { reason } = await addAt(desk, 'failed', '/');
    expect(reason).toMatch(/names no feed, and there is none at the usual places/);
    expect(desk.requests.map(({ path }) => path)).toEqual(['/', '/feed/']);
    const { host } = new URL(desk.origin);
    const { clock, stores } = desk.deps;
    clock.advance(119_000);
    const soon = { now: clock.now(), until: new Date(clock.now().getTime() + 1) };
    expect(await stores.feeds.reserveHost(host, soon)).toBe(false);
  });

  it('is looked at for a minute, however long its page and each of the feeds it names take', async () => {
    desk.pages['/'] = '<a href="/1.rss">1</a><a href="/2.rss">2</a><a href="/3.rss">3</a>';
    const { fetchDocument, clock } = desk.deps;
    const deps: FeedDesk['deps'] = {
      ...desk.deps,
      fetchDocument: async (...asked) => {
        clock.advance(31_000);
        return fetchDocument(...asked);
      },
    };
    await addAt({ ...desk, deps }, 'failed', '/');
    expect(desk.requests.map(({ path }) => path)).toEqual(['/', '/1.rss']);
  });

  it('names the feeds of the page that could not be read', async () => {
    desk.pages['/'] = '<link rel="alternate" type="application/rss+xml" href="/gone">';
    const { reason, others } = await addAt(desk, 'failed', '/');
    expect(reason).toMatch(/of the feeds it names, none could be read: .*\/gone: HTTP 404/);
    expect(others.map(({ url }) => url)).toEqual([at('/gone')]);
  });
});
