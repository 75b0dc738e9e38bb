import type { IncomingMessage, RequestListener } from 'node:http';
import { loopbackServer, type LoopbackServer } from '../../../../test/support/loopback-server.js';
import { openOutbound } from '#outbound/open-outbound.js';
import type { Outbound } from '#outbound/outbound.js';
import { fetchFeed, type FeedFetch } from './fetch-feed.js';

const BODY = '<rss version="2.0"><channel/></rss>';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

type Known = { etag?: string | null; lastModified?: string | null; bodyHash?: string | null };
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
    fetchFeed(outbound, {
      url: `${server.origin}/feed`,
      etag: null,
      lastModified: null,
      bodyHash: null,
      ...known,
    });
  return { server, outbound, asked, fetch };
}

const serving: RequestListener = (request, response) => {
  response.setHeader('ETag', '"v1"');
  response.setHeader('Last-Modified', 'Sun, 01 Oct 2023 10:00:00 GMT');
  response.setHeader('Content-Type', 'application/rss+xml');
  if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
  else response.end(BODY);
};

const validators = { etag: '"v1"', lastModified: 'Sun, 01 Oct 2023 10:00:00 GMT' };

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
    });
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
    expect(asked[0]?.headers).not.toHaveProperty('if-modified-since');
    expect(asked[0]?.headers.accept).toContain('application/rss+xml');
  });

  it('asks with both validators and is told that nothing changed', async () => {
    const feeds = await site(serving);
    const bodyHash = await bodyHashOf(feeds);
    const again = await feeds.fetch({ ...validators, bodyHash });
    expect(again).toMatchObject({
      outcome: 'not-modified',
      ...validators,
      bodyHash,
      httpStatus: 304,
      bytes: 0,
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
    const again = await feeds.fetch({ ...validators, bodyHash });
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
    expect(await feeds.fetch({ ...validators, bodyHash })).toMatchObject({ outcome: 'ok' });
    expect(feeds.asked[1]?.headers).not.toHaveProperty('if-none-match');
  });

  it('takes a 304 that was not asked for as a failure', async () => {
    const { fetch } = await site((_request, response) => response.writeHead(304).end());
    expect(await fetch()).toMatchObject({ outcome: 'failed', error: 'HTTP 304', httpStatus: 304 });
  });

  it('stores no validator that could not be sent back', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { etag: 'W/"\u00e9"', 'last-modified': 'x'.repeat(2_000) });
      response.end(BODY);
    });
    expect(await fetch()).toMatchObject({ outcome: 'ok', etag: null, lastModified: null });
  });

  it('tells a feed that is gone', async () => {
    const { fetch } = await site((_request, response) => response.writeHead(410).end());
    expect(await fetch()).toEqual({ outcome: 'gone', httpStatus: 410 });
  });

  it.each([403, 404, 429, 500, 503])(
    'returns the status %i as a failure, with how long to wait',
    async (status) => {
      const { fetch } = await site((_request, response) =>
        response.writeHead(status, { 'retry-after': '120' }).end(),
      );
      expect(await fetch()).toEqual({
        outcome: 'failed',
        error: `HTTP ${status}`,
        httpStatus: status,
        retryAfterMs: 120_000,
      });
    },
  );

  it('takes an empty answer as a failure', async () => {
    const { fetch } = await site((_request, response) => response.end());
    expect(await fetch()).toMatchObject({ outcome: 'failed', error: 'the answer is empty', httpStatus: 200 });
  });

  it('returns what the client refuses as a failure, with its kind', async () => {
    const { fetch, server } = await site((request, response) => {
      if (request.url === '/feed') response.end('x'.repeat(20_000));
    });
    expect(await fetch()).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/^too-large: /) });
    await server.close();
    expect(await fetch()).toEqual({
      outcome: 'failed',
      error: expect.stringMatching(/^connect: /),
      httpStatus: null,
      retryAfterMs: null,
    });
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
    const feed = { url: 'http://x.test/', etag: null, lastModified: null, bodyHash: null };
    await expect(fetchFeed(broken, feed)).rejects.toThrow('oops');
  });
});
