import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FeedState } from '#domain/feed.js';
import { fetchFeed, UNCONDITIONAL_EVERY_MS, type FeedFetch } from '#feeds/fetch/fetch-feed.js';
import type { OutboundOptions } from '#outbound/open-outbound.js';
import { closeAll, disconnected, MAX_BYTES, outboundTo, serve } from '../support/outbound-on-loopback.js';
import { zstd, zstdBlock, zstdBomb } from '../support/zstd.js';

/** Servers that lie, hang or flood: each costs a bounded time and memory, and each has an error of its own. */

const NOW = new Date('2026-03-01T12:00:00Z');
const BOMB_BYTES = 50_000_000;
/** What keeps a decoder that trusts its input busy for ever: a Huffman tree of weights with no bits. */
const ENDLESS_ZSTD = zstdBlock(Buffer.from([0x02, 0x81, 0x02, 5, 0xf0, 0x03, 0, 0, 1, 0, 0, 0, 0, 1, 0]));

type Known = Partial<Pick<FeedState, 'etag' | 'lastModified' | 'bodyHash' | 'unconditionalAt' | 'redirect'>>;
const UNREAD = { etag: null, lastModified: null, bodyHash: null, unconditionalAt: null, redirect: null };

afterEach(closeAll);

async function site(listener: RequestListener, change: Partial<OutboundOptions> = {}) {
  const server = await serve(listener);
  const outbound = outboundTo(server, { timeoutMs: 4_000, ...change });
  const fetch = (known: Known = {}): Promise<FeedFetch> =>
    fetchFeed(outbound, { url: `${server.origin}/feed`, ...UNREAD, ...known }, NOW);
  return { server, fetch };
}

/** Writes the part again and again, as fast as it is taken or every so many milliseconds, until nobody listens. */
function keepSending({ socket }: ServerResponse, part: Buffer | string, everyMs = 0): void {
  if (!socket) return;
  const more = () => void (socket.writable && socket.write(part, () => next()));
  const next = () => (everyMs > 0 ? setTimeout(more, everyMs) : setImmediate(more));
  more();
}

const raw =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.socket!.end(text);

const packed =
  (coding: string, body: Buffer): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-encoding': coding }).end(body);

type Hostile = [
  what: string,
  listener: RequestListener,
  failure: { kind: string; weight: number; message: RegExp },
];

const HANGING: Hostile[] = [
  ['never answers', () => {}, { kind: 'timeout', weight: 0.5, message: /^no complete answer came within/ }],
  [
    'drips its headers',
    (_request, response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\n');
      keepSending(response, 'X: y\r\n', 50);
    },
    { kind: 'timeout', weight: 0.5, message: /^no complete answer came within/ },
  ],
  [
    'says for ever that it is about to answer',
    (_request, response) => keepSending(response, 'HTTP/1.1 103 Early Hints\r\n\r\n', 50),
    { kind: 'timeout', weight: 0.5, message: /^no complete answer came within/ },
  ],
  [
    'drips its body',
    (_request, response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n');
      keepSending(response, '<', 50);
    },
    { kind: 'timeout', weight: 0.5, message: /^no complete answer came within/ },
  ],
  [
    'sends zstd that never ends inflating',
    packed('zstd', ENDLESS_ZSTD),
    // Node from 22.15 on has a decoder of its own, which sees through it.
    { kind: expect.stringMatching(/^(timeout|protocol)$/), weight: expect.any(Number), message: /answer/ },
  ],
];

const BOUNDED: Hostile[] = [
  [
    'floods',
    (_request, response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
      keepSending(response, Buffer.alloc(16_384, 'x'));
    },
    { kind: 'too-large', weight: 1, message: /^the answer is larger than 100000 bytes$/ },
  ],
  [
    'floods with headers',
    (_request, response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\n');
      keepSending(response, `X-Flood: ${'x'.repeat(1_000)}\r\n`);
    },
    { kind: 'too-large', weight: 1, message: /sent more headers than are read$/ },
  ],
  ...(
    [
      ['gzip', gzipSync(Buffer.alloc(BOMB_BYTES))],
      ['br', brotliCompressSync(Buffer.alloc(BOMB_BYTES))],
      ['zstd', zstdBomb(BOMB_BYTES)],
      ['gzip, zstd', zstd(gzipSync(Buffer.alloc(BOMB_BYTES)))],
    ] as const
  ).map(([coding, body]): Hostile => [
    `sends a bomb in ${coding}`,
    packed(coding, body),
    { kind: 'too-large', weight: 1, message: /^the answer is larger than 100000 bytes$/ },
  ]),
  [
    'sends something else than it says',
    packed('gzip', Buffer.from('<rss/>')),
    { kind: 'protocol', weight: 1, message: /^the answer is not the gzip that it says it is, or damaged$/ },
  ],
  [
    'redirects in a circle',
    ({ url }, response) =>
      void response.writeHead(301, { location: url === '/feed' ? '/other' : '/feed' }).end(),
    { kind: 'redirects', weight: 1, message: /^the redirects lead in a circle, back to http/ },
  ],
  [
    'redirects on and on',
    ({ url }, response) => void response.writeHead(302, { location: `${url}x` }).end(),
    { kind: 'redirects', weight: 1, message: /^more than 3 redirects, the last to http/ },
  ],
  [
    'redirects out of the web',
    (_request, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    { kind: 'protocol', weight: 1, message: /^not an http or https address: file:/ },
  ],
  [
    'cuts the connection at once',
    (request) => void request.socket.destroy(),
    { kind: 'cut', weight: 1, message: /ended the connection before its answer was complete$/ },
  ],
  [
    'cuts the connection within the body',
    raw('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss><channel>'),
    { kind: 'cut', weight: 1, message: /ended the connection before its answer was complete$/ },
  ],
  [
    'cuts a body that comes in chunks',
    raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n'),
    { kind: 'cut', weight: 1, message: /ended the connection before its answer was complete$/ },
  ],
  [
    'states a length that is more than is read',
    raw('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss/>'),
    { kind: 'too-large', weight: 1, message: /^the answer is larger than 100000 bytes$/ },
  ],
  [
    'states a length that is none',
    raw('HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<rss/>'),
    { kind: 'protocol', weight: 1, message: /sent what is not HTTP/ },
  ],
  [
    'speaks another protocol',
    raw('220 mail.example ESMTP\r\n'),
    { kind: 'protocol', weight: 1, message: /sent what is not HTTP/ },
  ],
  [
    'is asked too often',
    (_request, response) => void response.writeHead(429, { 'retry-after': '90' }).end(),
    { kind: 'status', weight: 0.5, message: /^HTTP 429: it is asked too often$/ },
  ],
];

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
