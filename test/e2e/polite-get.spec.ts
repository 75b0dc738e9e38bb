import { RetryLaterError } from '#domain/errors.js';
import { fetchDocument } from '#feeds/discover/fetch-document.js';
import { politeGet } from '#usecases/feeds/polite-get.js';
import { closeAll, outboundTo, serve } from '../support/outbound-on-loopback.js';
import { type FeedDesk, HOST_GAP_MS, openFeedDesk } from './support/feed-desk.js';

let desk: FeedDesk;
beforeEach(async () => (desk = await openFeedDesk()));
afterEach(async () => {
  await desk.close();
  await closeAll();
});

const later = (ms: number): Date => new Date(desk.deps.clock.now().getTime() + ms);
const isFree = (origin: string, inMs: number): Promise<boolean> =>
  desk.deps.stores.feeds.reserveHost(new URL(origin).host, { now: later(inMs), until: later(inMs) });

/** A site that redirects to another, and a way to look at it. */
async function twoSites(status = 200, headers = {}) {
  const asked: Date[] = [];
  const to = await serve((_request, response) => {
    asked.push(desk.deps.clock.now());
    response.writeHead(status, headers).end('<rss/>');
  });
  const from = await serve((_request, response) => response.writeHead(302, { location: to.origin }).end());
  const outbound = outboundTo(from, { allowOrigins: [from.origin, to.origin] });
  const deps = {
    ...desk.deps,
    fetchDocument: (url: string, onHost: (host: string) => Promise<void>) =>
      fetchDocument(outbound, url, desk.deps.clock.now(), onHost),
  };
  return { from, to, asked, look: () => politeGet(from.origin, deps) };
}

describe('a look at an address that redirects to another host', () => {
  it('lets both hosts rest', async () => {
    const { from, to, look } = await twoSites();
    expect(await look()).toMatchObject({ ok: true });
    for (const { origin } of [from, to]) {
      expect(await isFree(origin, HOST_GAP_MS - 1)).toBe(false);
      expect(await isFree(origin, HOST_GAP_MS)).toBe(true);
    }
  });

  it('lets the one rest longer that asked for it', async () => {
    const { from, to, look } = await twoSites(503, { 'retry-after': '60' });
    expect(await look()).toMatchObject({ ok: false });
    expect(await isFree(from.origin, HOST_GAP_MS)).toBe(true);
    expect(await isFree(to.origin, 59_999)).toBe(false);
    expect(await isFree(to.origin, 60_000)).toBe(true);
  });

  it('waits for the turn of the other host', async () => {
    const { to, asked, look } = await twoSites();
    const until = later(3_000);
    await desk.deps.stores.feeds.reserveHost(new URL(to.origin).host, { now: later(0), until });
    await look();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.getTime()).toBeGreaterThanOrEqual(until.getTime());
  });

  it('is asked for later where the other host stays busy, and then leaves it to whoever has it', async () => {
    const { from, to, asked, look } = await twoSites();
    const { host } = new URL(to.origin);
    await desk.deps.stores.feeds.reserveHost(host, { now: later(0), until: later(60_000) });
    await expect(look()).rejects.toThrow(RetryLaterError);
    expect(asked).toEqual([]);
    expect(await isFree(to.origin, 0)).toBe(false);
    expect(await isFree(from.origin, HOST_GAP_MS)).toBe(true);
  });
});
