import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FeedState } from '#domain/feed.js';
import { fetchFeed, type FeedFetch } from '#feeds/fetch/fetch-feed.js';
import { UNCONDITIONAL_EVERY_MS } from '#feeds/fetch/remembered-redirect.js';
import type { OutboundOptions } from '#outbound/open-outbound.js';
import { closeAll, disconnected, MAX_BYTES, outboundTo, serve } from '../support/outbound-on-loopback.js';
import { BOUNDED, HANGING, packed, raw, type Hostile } from './support/hostile-servers.js';

/** Servers that lie, hang or flood: each costs a bounded time and memory, and each has an error of its own. */

const NOW = new Date('2026-03-01T12:00:00Z');
type Known = Partial<Pick<FeedState, 'etag' | 'lastModified' | 'bodyHash' | 'unconditionalAt' | 'redirect'>>;
const UNREAD = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  unconditionalAt: null,
  redirect: null,
  lastPolledAt: null,
  failures: 0,
};

afterEach(closeAll);

async function site(listener: RequestListener, change: Partial<OutboundOptions> = {}) {
  const server = await serve(listener);
  const outbound = outboundTo(server, { timeoutMs: 4_000, ...change });
  const fetch = (known: Known = {}): Promise<FeedFetch> =>
    fetchFeed(outbound, { url: `${server.origin}/feed`, ...UNREAD, ...known }, NOW);
  return { server, fetch };
}

describe('a server that', () => {
  it.each(HANGING)(
    '%s is given up at the deadline, its connection closed',
    async (_what, listener, failure) => {
      const { server, fetch } = await site(listener, { timeoutMs: 300 });
      const quick = await site((_request, response) => response.end('<rss/>'));
      const [fetched, other] = await Promise.all([fetch(), quick.fetch()]);
      expect(fetched).toMatchObject({ outcome: 'failed', failure: like(failure) });
      expect(other).toMatchObject({ outcome: 'ok' });
      await disconnected(server);
    },
  );

  it.each(BOUNDED)('%s costs little and has its own error', async (_what, listener, failure) => {
    const { server, fetch } = await site(listener);
    expect(await fetch()).toMatchObject({ outcome: 'failed', failure: like(failure) });
    await disconnected(server);
  });

  it('is overloaded says when to come back', async () => {
    const { fetch } = await site((_request, response) =>
      response.writeHead(429, { 'retry-after': '90' }).end(),
    );
    expect(await fetch()).toMatchObject({ httpStatus: 429, retryAfterMs: 90_000 });
  });

  it('is gone for good retires the feed', async () => {
    const { fetch } = await site((_request, response) => response.writeHead(410).end());
    expect(await fetch()).toMatchObject({ outcome: 'gone', httpStatus: 410 });
  });

  it('states a length below the truth is read to that length', async () => {
    const { fetch } = await site(raw('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/><more/>'));
    expect(await fetch()).toMatchObject({ outcome: 'ok', body: Buffer.from('<rss/>') });
  });

  it('sends exactly what is allowed is read', async () => {
    const { fetch } = await site(packed('gzip', gzipSync(Buffer.alloc(MAX_BYTES, 'x'))));
    expect(await fetch()).toMatchObject({ outcome: 'ok', bytes: MAX_BYTES });
  });

  it('says of everything that nothing changed is found out within a day', async () => {
    let lies = false;
    const { fetch } = await site((_request, response) => {
      if (lies) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end('<rss/>');
    });
    const first = await fetch();
    if (first.outcome !== 'ok') throw new Error(first.outcome);
    const known = { etag: first.etag, bodyHash: first.bodyHash };
    lies = true;
    const lately = new Date(NOW.getTime() - UNCONDITIONAL_EVERY_MS + 1);
    expect(await fetch({ ...known, unconditionalAt: lately })).toMatchObject({ outcome: 'not-modified' });
    const yesterday = new Date(NOW.getTime() - UNCONDITIONAL_EVERY_MS);
    expect(await fetch({ ...known, unconditionalAt: yesterday })).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'status', message: expect.stringMatching(/^HTTP 304: .* nothing changed/) },
    });
  });
});

describe('a redirect into the private network', () => {
  const locations = [
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/admin',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://metadata.google.internal/',
  ];

  it.each(locations)('to %s is refused', async (location) => {
    const { fetch } = await site((_request, response) => response.writeHead(301, { location }).end());
    expect(await fetch()).toMatchObject({
      ...{ outcome: 'failed', redirect: null },
      failure: { kind: 'refused-address', weight: 1 },
    });
  });

  it('to another port of an allowed host is refused before a connection is made', async () => {
    let reached = 0;
    const other = await serve((_request, response) => {
      reached++;
      response.end('secret');
    });
    const { fetch } = await site((_request, response) =>
      response.writeHead(302, { location: `${other.origin}/feed` }).end(),
    );
    expect(await fetch()).toMatchObject({ outcome: 'failed', failure: { kind: 'refused-address' } });
    expect([reached, other.sockets.size]).toEqual([0, 0]);
  });
});

describe('a redirect to another host', () => {
  it('is followed without the credentials of the first', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('<rss/>');
    });
    const server = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${other.origin}/feed` }).end();
    });
    const outbound = outboundTo(server, { allowOrigins: [server.origin, other.origin] });
    const url = `${server.origin.replace('http://', 'http://reader:secret@')}/feed`;
    expect(await fetchFeed(outbound, { url, ...UNREAD }, NOW)).toMatchObject({
      ...{ outcome: 'ok', finalUrl: `${other.origin}/feed` },
    });
    expect(seen).toEqual([`Basic ${Buffer.from('reader:secret').toString('base64')}`, undefined]);
  });
});

function like({ message, ...rest }: Hostile[2]) {
  return { ...rest, message: expect.stringMatching(message) };
}
