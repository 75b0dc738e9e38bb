import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zstd, zstdBlock, zstdBomb } from '../../support/zstd.js';

const BOMB_BYTES = 50_000_000;
/** What keeps a decoder that trusts its input busy for ever: a Huffman tree of weights with no bits. */
const ENDLESS_ZSTD = zstdBlock(Buffer.from([0x02, 0x81, 0x02, 5, 0xf0, 0x03, 0, 0, 1, 0, 0, 0, 0, 1, 0]));

/** Writes the part again and again, as fast as it is taken or every so many milliseconds, until nobody listens. */
function keepSending({ socket }: ServerResponse, part: Buffer | string, everyMs = 0): void {
  if (!socket) return;
  const more = () => void (socket.writable && socket.write(part, () => next()));
  const next = () => (everyMs > 0 ? setTimeout(more, everyMs) : setImmediate(more));
  more();
}

export const raw =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.socket!.end(text);

export const packed =
  (coding: string, body: Buffer): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-encoding': coding }).end(body);

/** What a server does, how, and the failure that a client of limited size, time and redirects sees in it. */
export type Hostile = [
  what: string,
  listener: RequestListener,
  failure: { kind: string; weight: number; message: RegExp },
];

/** They hold a client until its time is over. */
export const HANGING: Hostile[] = [
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

/** They are found out at once. */
export const BOUNDED: Hostile[] = [
  [
    'floods',
    (_request, response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
      keepSending(response, Buffer.alloc(16_384, 'x'));
    },
    { kind: 'too-large', weight: 1, message: /^the answer is larger than \d+ \w+$/ },
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
    {
      kind: 'too-large',
      weight: 1,
      message: /^unpacked, the answer is larger than \d+ \w+ \(\d+ \w+ were sent\)$/,
    },
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
    { kind: 'redirects', weight: 1, message: /^more than \d redirects, the last to http/ },
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
    { kind: 'too-large', weight: 1, message: /^the answer is larger than \d+ \w+$/ },
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
