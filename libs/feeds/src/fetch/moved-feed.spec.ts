import type { RequestListener } from 'node:http';
import type { RememberedRedirect } from '#domain/feed.js';
import { openOutbound } from '#outbound/open-outbound.js';
import { closeAll, outboundTo, serve } from '../../../../test/support/outbound-on-loopback.js';
import { fetchFeed, type FeedFetch } from './fetch-feed.js';
import type { FetchableFeed } from './fetch-feed.js';
import { REMEMBERED_REDIRECTS, UNCONDITIONAL_EVERY_MS } from './remembered-redirect.js';

const NOW = new Date('2026-03-01T12:00:00Z');
afterEach(closeAll);

type Route = number | [status: number, location: string];
type Routes = Record<string, Route>;

/** A feed whose whole document was asked for a moment ago, by a parser that is no more. */
const UNREAD = {
  ...{ etag: null, lastModified: null, bodyHash: null, unconditionalAt: NOW, lastPolledAt: NOW, failures: 0 },
};
const YESTERDAY = new Date(NOW.getTime() - UNCONDITIONAL_EVERY_MS);

/** A server that answers each path as `routes` say, a document where they say nothing. */
async function site(routes: Routes) {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const [path = ''] = request.url!.split('?');
    asked.push(path);
    const route = routes[path] ?? 200;
    if (typeof route === 'number') response.writeHead(route).end(route === 200 ? '<rss/>' : '');
    else response.writeHead(route[0], { location: route[1] }).end();
  };
  const server = await serve(listener);
  const outbound = outboundTo(server);
  const at = (path: string) => server.origin + path;
  const fetch = (
    redirect: RememberedRedirect | null,
    known: Partial<FetchableFeed> = {},
  ): Promise<FeedFetch> => fetchFeed(outbound, { url: at('/feed'), ...UNREAD, redirect, ...known }, NOW);
  return { routes, asked, at, fetch };
}

describe('a feed that moved', () => {
  it('is asked at its new address after three permanent answers in a row', async () => {
    const { asked, at, fetch } = await site({ '/feed': [301, '/step'], '/step': [308, '/new'] });
    let redirect: RememberedRedirect | null = null;
    for (let times = 1; times <= REMEMBERED_REDIRECTS; times++) {
      ({ redirect } = await fetch(redirect));
      expect(redirect).toEqual({ url: at('/new'), times });
    }
    asked.length = 0;
    expect(await fetch(redirect)).toMatchObject({ outcome: 'ok', redirect, finalUrl: at('/new') });
    expect(asked).toEqual(['/new']);
  });

  it('counts from one again where another address is named, and from none after an answer without', async () => {
    const { routes, at, fetch } = await site({ '/feed': [301, '/one'] });
    const twice = { url: at('/one'), times: 2 };
    routes['/feed'] = [301, '/two'];
    expect(await fetch(twice)).toMatchObject({ redirect: { url: at('/two'), times: 1 } });
    const others: Route[] = [200, [302, '/one']];
    for (const route of others) {
      routes['/feed'] = route;
      expect(await fetch(twice)).toMatchObject({ outcome: 'ok', redirect: null });
    }
  });

  it('remembers the permanent part of a way that ends with a temporary one', async () => {
    const { at, fetch } = await site({ '/feed': [301, '/new'], '/new': [302, '/today'] });
    expect(await fetch(null)).toMatchObject({
      redirect: { url: at('/new'), times: 1 },
      finalUrl: at('/today'),
    });
  });

  it('keeps what it counted through a failure', async () => {
    const { at, fetch } = await site({ '/feed': [301, '/new'], '/new': 503 });
    const redirect = { url: at('/new'), times: 2 };
    expect(await fetch(redirect)).toMatchObject({ outcome: 'failed', redirect });
  });

  it('stays at its new address where that leads further', async () => {
    const { at, fetch } = await site({ '/new': [301, '/newer'] });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    expect(await fetch(redirect)).toMatchObject({ outcome: 'ok', redirect, finalUrl: at('/newer') });
  });

  it.each([503, 404, 410])(
    'is asked at its two addresses in turn while polls fail, as with a %i, so that neither holds it',
    async (status) => {
      const { routes, asked, at, fetch } = await site({ '/new': status, '/feed': status });
      const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
      expect(await fetch(redirect)).toMatchObject({
        ...{ outcome: 'failed', httpStatus: status, redirect },
        failure: { message: expect.stringContaining('its registered address is asked next') },
      });
      if (status !== 410) {
        const failure = { message: expect.stringContaining('where the feed moved to, is asked next') };
        expect(await fetch(redirect, { failures: 1 })).toMatchObject({ outcome: 'failed', failure });
        await fetch(redirect, { failures: 2 });
        expect(asked).toEqual(['/new', '/feed', '/new']);
      }
      routes['/feed'] = 200;
      expect(await fetch(redirect, { failures: 3 })).toMatchObject({
        ...{ outcome: 'ok', finalUrl: at('/feed'), redirect: null },
      });
    },
  );

  it('is remembered there again after one answer of its registered address that says so', async () => {
    const { at, fetch } = await site({ '/feed': [301, '/new'] });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    expect(await fetch(redirect, { failures: 1 })).toMatchObject({ outcome: 'ok', redirect });
  });

  it('asks its registered address once a day, and goes where that says', async () => {
    const { routes, asked, at, fetch } = await site({ '/feed': [301, '/new'] });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    const daily = { unconditionalAt: YESTERDAY };
    expect(await fetch(redirect, daily)).toMatchObject({ redirect, unconditional: true });
    expect(asked).toEqual(['/feed', '/new']);
    routes['/feed'] = 200;
    expect(await fetch(redirect, daily)).toMatchObject({ finalUrl: at('/feed'), redirect: null });
    routes['/feed'] = [308, '/other'];
    expect(await fetch(redirect, daily)).toMatchObject({ redirect: { url: at('/other'), times: 1 } });
  });

  it('is asked at its registered address after a failure, though a day has passed since', async () => {
    const { asked, at, fetch } = await site({});
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    await fetch(redirect, { unconditionalAt: YESTERDAY, lastPolledAt: YESTERDAY, failures: 1 });
    expect(asked).toEqual(['/feed']);
  });

  it('asks its new address after all where the registered one is no more on that day', async () => {
    const { at, fetch } = await site({ '/feed': 404 });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    const daily = { unconditionalAt: YESTERDAY };
    expect(await fetch(redirect, daily)).toMatchObject({ outcome: 'failed', httpStatus: 404, redirect });
    const next = fetch(redirect, { ...daily, failures: 1 });
    expect(await next).toMatchObject({ outcome: 'ok', finalUrl: at('/new'), redirect, unconditional: true });
  });

  it('is asked at both though nobody knows the name of one any more', async () => {
    const outbound = openOutbound(
      { userAgent: 'test', allowOrigins: [], timeoutMs: 1_000, maxBytes: 1_000, maxRedirects: 1 },
      () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    );
    const redirect = { url: 'http://new.test/', times: REMEMBERED_REDIRECTS };
    const fetched = fetchFeed(outbound, { url: 'http://old.test/', ...UNREAD, redirect }, NOW);
    expect(await fetched).toMatchObject({ failure: { kind: 'dns-unknown' }, redirect });
  });

  it('does not take its password to where it is asked without', async () => {
    const server = await serve(({ url }, response) =>
      url === '/feed' ? response.writeHead(301, { location: '/new' }).end() : response.end('<rss/>'),
    );
    const url = `${server.origin.replace('http://', 'http://reader:secret@')}/feed`;
    const fetched = await fetchFeed(outboundTo(server), { url, ...UNREAD, redirect: null }, NOW);
    expect(fetched).toMatchObject({ outcome: 'ok', redirect: null });
  });
});

describe('a 410', () => {
  it('retires a feed where its registered address says it itself', async () => {
    const { fetch } = await site({ '/feed': 410 });
    expect(await fetch(null)).toMatchObject({ outcome: 'gone', httpStatus: 410, redirect: null });
  });

  it.each([301, 302])('does not where a redirect with %i led to it that nobody remembers', async (status) => {
    const { fetch } = await site({ '/feed': [status, '/new'], '/new': 410 });
    expect(await fetch(null)).toMatchObject({ outcome: 'failed', failure: { weight: 1 } });
  });

  it('of the address it moved to retires it where the registered one confirms that or does not help either', async () => {
    const { routes, at, fetch } = await site({ '/feed': [301, '/new'], '/new': 410 });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    expect(await fetch(redirect)).toMatchObject({ outcome: 'failed' });
    expect(await fetch(redirect, { failures: 1 })).toMatchObject({ outcome: 'gone' });
    routes['/feed'] = 404;
    expect(await fetch(redirect, { failures: 1 })).toMatchObject({ outcome: 'failed' });
    expect(await fetch(redirect, { failures: 2 })).toMatchObject({ outcome: 'gone' });
  });
});
