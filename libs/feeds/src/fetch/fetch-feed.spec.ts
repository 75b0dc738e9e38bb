import type { IncomingMessage, RequestListener } from 'node:http';
import { loopbackServer, type LoopbackServer } from '../../../../test/support/loopback-server.js';
import { openOutbound } from '#outbound/open-outbound.js';
import type { Outbound } from '#outbound/outbound.js';
import { fetchFeed, type FetchableFeed, type FeedFetch } from './fetch-feed.js';
import { UNCONDITIONAL_EVERY_MS } from './remembered-redirect.js';

const BODY = '<rss version="2.0"><channel/></rss>';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const NOW = new Date('2026-03-01T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);

type Known = Partial<FetchableFeed>;
type Site = {
  server: LoopbackServer;
  outbound: Outbound;
  asked: IncomingMessage[];
  fetch(known?: Known): Promise<FeedFetch>;
};

async function site(listener: RequestListener): Promise<Site> {
  const asked: IncomingMessage[] = [];
  const server = await loopbackServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  const limits = { timeoutMs: 5_000, maxBytes: 10_000, maxRedirects: 3 };
  const outbound = openOutbound({ userAgent: 'test', allowOrigins: [server.origin], ...limits });
  open.push(server, outbound);
  const fetch = (known: Known = {}) =>
    fetchFeed(outbound, { ...NEVER_FETCHED, url: `${server.origin}/feed`, ...known }, NOW);
  return { server, outbound, asked, fetch };
}

const NEVER_FETCHED: FetchableFeed = {
  url: 'http://feeds.test/',
  ...{ etag: null, lastModified: null, bodyHash: null, unconditionalAt: null, redirect: null },
  ...{ lastPolledAt: null, failures: 0 },
};

const serving: RequestListener = (request, response) => {
  response.setHeader('ETag', '"v1"');
  response.setHeader('Last-Modified', 'Sun, 01 Oct 2023 10:00:00 GMT');
  response.setHeader('Content-Type', 'application/rss+xml');
  if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
  else response.end(BODY);
};

const validators = { etag: '"v1"', lastModified: 'Sun, 01 Oct 2023 10:00:00 GMT' };
/** As of a feed whose whole document was asked for a moment ago. */
const lately = { ...validators, unconditionalAt: ago(60_000) };

async function bodyHashOf({ fetch }: Site): Promise<string> {
  const first = await fetch();
  if (first.outcome !== 'ok') throw new Error(first.outcome);
  return first.bodyHash;
}

describe('fetchFeed', () => {
  it('returns a new document with what makes the next request conditional', async () => {
    const { fetch, asked, server } = await site(serving);
    expect(await fetch()).toEqual({
      outcome: 'ok',
      body: Buffer.from(BODY),
      contentType: 'application/rss+xml',
      ...validators,
      bodyHash: expect.stringMatching(/^v\d+-[0-9a-f]{64}$/),
      httpStatus: 200,
      bytes: BODY.length,
      finalUrl: `${server.origin}/feed`,
      unconditional: true,
      redirect: null,
      retryAfterMs: null,
      cacheMs: null,
    });
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
    expect(asked[0]?.headers).not.toHaveProperty('if-modified-since');
    expect(asked[0]?.headers.accept).toContain('application/rss+xml');
  });

  it('asks with both validators and is told that nothing changed', async () => {
    const feeds = await site(serving);
    const bodyHash = await bodyHashOf(feeds);
    const again = await feeds.fetch({ ...lately, bodyHash });
    expect(again).toMatchObject({
      outcome: 'not-modified',
      ...validators,
      bodyHash,
      httpStatus: 304,
      bytes: 0,
      unconditional: false,
    });
    expect(feeds.asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sun, 01 Oct 2023 10:00:00 GMT',
    });
  });

  it('keeps the validators that a 304 leaves out', async () => {
    const feeds = await site((request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304, { etag: '"v2"' }).end();
      else response.end(BODY);
    });
    const bodyHash = await bodyHashOf(feeds);
    const again = await feeds.fetch({ ...lately, bodyHash });
    expect(again).toMatchObject({ outcome: 'not-modified', ...validators, etag: '"v2"' });
  });

  it('knows an unchanged document from a server that ignores validators', async () => {
    const feeds = await site((_request, response) => response.end(BODY));
    const bodyHash = await bodyHashOf(feeds);
    expect(await feeds.fetch({ bodyHash })).toMatchObject({ outcome: 'same-body', bodyHash, etag: null });
  });

  it('reads again what an earlier parser read', async () => {
    const feeds = await site(serving);
    const bodyHash = (await bodyHashOf(feeds)).replace(/^v\d+/, 'v0');
    expect(await feeds.fetch({ ...lately, bodyHash })).toMatchObject({ outcome: 'ok' });
    expect(feeds.asked[1]?.headers).not.toHaveProperty('if-none-match');
  });

  it('takes a 304 that was not asked for as a failure', async () => {
    const { fetch } = await site((_request, response) => response.writeHead(304).end());
    expect(await fetch()).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'status', weight: 1, message: expect.stringContaining('nothing changed') },
      httpStatus: 304,
    });
  });

  it('stores no validator that could not be sent back', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { etag: 'W/"\u00e9"', 'last-modified': 'x'.repeat(2_000) });
      response.end(BODY);
    });
    expect(await fetch()).toMatchObject({ outcome: 'ok', etag: null, lastModified: null });
  });

  it('asks for the whole document once a day, whatever the validators say', async () => {
    const feeds = await site(serving);
    const bodyHash = await bodyHashOf(feeds);
    const unconditionalAt = ago(UNCONDITIONAL_EVERY_MS);
    expect(await feeds.fetch({ ...validators, bodyHash, unconditionalAt })).toMatchObject({
      outcome: 'same-body',
      unconditional: true,
    });
    const later = new Date(unconditionalAt.getTime() + 1);
    expect(await feeds.fetch({ ...validators, bodyHash, unconditionalAt: later })).toMatchObject({
      outcome: 'not-modified',
      unconditional: false,
    });
  });

  it('tells how long the answer stays good and how long the server wants to be left alone', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=300', 'retry-after': '60' }).end(BODY);
    });
    expect(await fetch()).toMatchObject({ outcome: 'ok', cacheMs: 300_000, retryAfterMs: 60_000 });
  });

  it('tells a feed that is gone', async () => {
    const { fetch } = await site((_request, response) => response.writeHead(410).end());
    expect(await fetch()).toEqual({
      ...{ outcome: 'gone', httpStatus: 410, redirect: null },
      message: 'HTTP 410: there was something at this address, and it is gone for good',
    });
  });

  it.each([
    [401, 1],
    [403, 1],
    [404, 0.5],
    [408, 0.5],
    [418, 1],
    [429, 0.5],
    [500, 0.5],
    [503, 0.5],
  ])('counts the status %i as %d of a failure, with how long to wait', async (status, weight) => {
    const { fetch, server } = await site((_request, response) =>
      response.writeHead(status, { 'retry-after': '120' }).end(),
    );
    expect(await fetch()).toEqual({
      outcome: 'failed',
      failure: { kind: 'status', weight, message: expect.stringMatching(`^HTTP ${status}: `) },
      httpStatus: status,
      redirect: null,
      retryAfterMs: 120_000,
      host: new URL(server.origin).host,
    });
  });

  it('reads a Retry-After date against the clock of the server, else against its own', async () => {
    const { fetch } = await site((request, response) => {
      response.sendDate = false;
      if (request.headers['if-none-match']) response.setHeader('date', 'Sun, 01 Mar 2026 10:00:00 GMT');
      response.writeHead(503, { 'retry-after': 'Sun, 01 Mar 2026 12:01:00 GMT' }).end();
    });
    expect(await fetch()).toMatchObject({ retryAfterMs: 60_000 });
    const bodyHash = await bodyHashOf(await site(serving));
    expect(await fetch({ ...lately, bodyHash })).toMatchObject({ retryAfterMs: 7_260_000 });
  });

  it('takes an empty answer as a failure', async () => {
    const { fetch } = await site((_request, response) => response.end());
    expect(await fetch()).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'empty', weight: 1, message: 'the answer is empty' },
      httpStatus: 200,
    });
  });

  it('returns what the client refuses as a failure, with its kind', async () => {
    const { fetch, server } = await site((request, response) => {
      if (request.url === '/feed') response.end('x'.repeat(20_000));
    });
    expect(await fetch()).toMatchObject({ outcome: 'failed', failure: { kind: 'too-large', weight: 1 } });
    await server.close();
    expect(await fetch()).toEqual({
      outcome: 'failed',
      failure: { kind: 'connect', weight: 1, message: expect.stringContaining('refused the connection') },
      httpStatus: null,
      redirect: null,
      retryAfterMs: null,
      host: null,
    });
  });

  it.each([
    ['EAI_AGAIN', 'dns-temporary', 0.25],
    ['ENOTFOUND', 'dns-unknown', 1],
  ])('counts a look-up that ends with %s as %s', async (code, kind, weight) => {
    const outbound = openOutbound(
      { userAgent: 'test', allowOrigins: [], timeoutMs: 1_000, maxBytes: 1_000, maxRedirects: 1 },
      () => Promise.reject(Object.assign(new Error('no'), { code })),
    );
    expect(await fetchFeed(outbound, NEVER_FETCHED, NOW)).toMatchObject({
      outcome: 'failed',
      failure: { kind, weight },
    });
  });

  it('tells a feed whose publisher does not want it to be polled', async () => {
    const { server, asked } = await site(serving);
    const outbound = openOutbound({
      ...{ userAgent: 'test', allowOrigins: [server.origin], optOut: () => true },
      ...{ timeoutMs: 1_000, maxBytes: 1_000, maxRedirects: 1 },
    });
    const fetched = await fetchFeed(outbound, { ...NEVER_FETCHED, url: server.origin }, NOW);
    expect(fetched).toEqual({
      ...{ outcome: 'opted-out', httpStatus: null, redirect: null },
      message: expect.stringContaining('does not want this address to be fetched'),
    });
    expect(asked).toHaveLength(0);
  });

  it('gives the address after redirects', async () => {
    const { fetch, server } = await site((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/moved' });
      response.end(BODY);
    });
    expect(await fetch()).toMatchObject({ outcome: 'ok', finalUrl: `${server.origin}/moved` });
  });

  it('does not hide a mistake in the program', async () => {
    const broken = { get: () => Promise.reject(new TypeError('oops')) } as unknown as Outbound;
    await expect(fetchFeed(broken, NEVER_FETCHED, NOW)).rejects.toThrow('oops');
  });
});
