import type { RequestListener } from 'node:http';
import type { RememberedRedirect } from '#domain/feed.js';
import { openOutbound } from '#outbound/open-outbound.js';
import { closeAll, outboundTo, serve } from '../../../../test/support/outbound-on-loopback.js';
import { fetchFeed, type FeedFetch } from './fetch-feed.js';
import { REMEMBERED_REDIRECTS } from './remembered-redirect.js';

const NOW = new Date('2026-03-01T12:00:00Z');
afterEach(closeAll);

type Route = number | [status: number, location: string];
type Routes = Record<string, Route>;

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
  const fetch = (redirect: RememberedRedirect | null): Promise<FeedFetch> => {
    const unread = { etag: null, lastModified: null, bodyHash: null, unconditionalAt: null };
    return fetchFeed(outbound, { url: at('/feed'), ...unread, redirect }, NOW);
  };
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

  it('stays at its new address through a failure that will pass, and where that leads further', async () => {
    const { routes, at, fetch } = await site({ '/new': 503 });
    const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
    expect(await fetch(redirect)).toMatchObject({ outcome: 'failed', redirect });
    routes['/new'] = [301, '/newer'];
    expect(await fetch(redirect)).toMatchObject({ outcome: 'ok', redirect, finalUrl: at('/newer') });
  });

  it.each([404, 410])(
    'is looked for at its registered address after a %i from the new one',
    async (status) => {
      const { at, fetch } = await site({ '/new': status });
      const redirect = { url: at('/new'), times: REMEMBERED_REDIRECTS };
      expect(await fetch(redirect)).toMatchObject({
        ...{ outcome: 'failed', httpStatus: status, redirect: null },
        failure: { message: expect.stringContaining('its registered address is asked next') },
      });
      expect(await fetch(null)).toMatchObject({ outcome: 'ok', finalUrl: at('/feed') });
    },
  );

  it('is looked for at its registered address when nobody knows the new name any more', async () => {
    const outbound = openOutbound(
      { userAgent: 'test', allowOrigins: [], timeoutMs: 1_000, maxBytes: 1_000, maxRedirects: 1 },
      () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    );
    const unread = { etag: null, lastModified: null, bodyHash: null, unconditionalAt: null };
    const redirect = { url: 'http://new.test/', times: REMEMBERED_REDIRECTS };
    const fetched = fetchFeed(outbound, { url: 'http://old.test/', ...unread, redirect }, NOW);
    expect(await fetched).toMatchObject({ failure: { kind: 'dns-unknown' }, redirect: null });
  });

  it('is gone where all its permanent ways lead to a 410, and not where a temporary one does', async () => {
    const { routes, fetch } = await site({ '/feed': [301, '/new'], '/new': 410 });
    expect(await fetch(null)).toMatchObject({ outcome: 'gone', httpStatus: 410, redirect: null });
    routes['/feed'] = [302, '/new'];
    expect(await fetch(null)).toMatchObject({ outcome: 'failed', failure: { weight: 1 } });
  });
});
