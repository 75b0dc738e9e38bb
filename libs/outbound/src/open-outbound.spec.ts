import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { EndingError } from '#domain/errors.js';
import {
  closeAll,
  disconnected,
  MAX_BYTES,
  outboundTo,
  serve,
} from '../../../test/support/outbound-on-loopback.js';

afterEach(closeAll);

describe('an answer', () => {
  it('comes with its status, body and final address, and header names in lower case', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { ETag: '"1"', 'LAST-Modified': 'today', VIA: ['a', 'b'] });
      response.write('one ');
      response.end('two');
    });
    const answer = await outboundTo(server).get(`${server.origin}/feed?x=1#top`);
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"1"', 'last-modified': 'today', via: 'a, b', 'transfer-encoding': 'chunked' },
      url: `${server.origin}/feed?x=1`,
    });
    expect(answer.body.toString()).toBe('one two');
  });

  it('was asked for with the user agent, the path and the headers of the caller', async () => {
    const server = await serve((request, response) =>
      response.end(JSON.stringify([request.method, request.url, request.headers])),
    );
    const answer = await outboundTo(server).get(`${server.origin}/a%20b?c=d`, { 'If-None-Match': '"1"' });
    const [method, url, headers] = JSON.parse(answer.body.toString());
    expect([method, url]).toEqual(['GET', '/a%20b?c=d']);
    expect(headers).toMatchObject({ 'user-agent': 'test', 'if-none-match': '"1"', connection: 'close' });
    expect(headers['accept-encoding']).toMatch(/^gzip, deflate, br/);
  });

  it('to a POST was sent its body', async () => {
    const server = await serve((request, response) => void request.pipe(response));
    const outbound = outboundTo(server);
    const answer = await outbound.post(server.origin, 'سلام', { 'content-type': 'text/plain' });
    expect(answer.body.toString()).toBe('سلام');
  });

  it('of an error status comes without its body', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(503, { 'retry-after': '60' });
      response.end('x'.repeat(2 * MAX_BYTES));
    });
    const answer = await outboundTo(server).get(server.origin);
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '60' }, body: Buffer.alloc(0) });
  });

  it('leaves no connection open', async () => {
    const server = await serve((_request, response) => response.end('x'));
    await outboundTo(server).get(server.origin);
    await disconnected(server);
    expect(server.sockets.size).toBe(0);
  });
});

describe('a compressed answer', () => {
  it('is inflated, and limited as inflated', async () => {
    const server = await serve((request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(request.url === '/bomb' ? 20_000_000 : 1_000)));
    });
    const outbound = outboundTo(server);
    expect((await outbound.get(server.origin)).body).toEqual(Buffer.alloc(1_000));
    await expect(outbound.get(`${server.origin}/bomb`)).rejects.toMatchObject({ kind: 'too-large' });
    await disconnected(server);
  });

  it('without a body is empty', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(304, { 'content-encoding': 'gzip' });
      response.end();
    });
    expect(await outboundTo(server).get(server.origin)).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  });
});

describe('the size limit', () => {
  it('lets a body of exactly that size pass, and none of a byte more', async () => {
    const server = await serve((request, response) => {
      response.write('x');
      response.end(Buffer.alloc(Number(request.url?.slice(1)) - 1));
    });
    const outbound = outboundTo(server);
    expect((await outbound.get(`${server.origin}/${MAX_BYTES}`)).body).toHaveLength(MAX_BYTES);
    const over = outbound.get(`${server.origin}/${MAX_BYTES + 1}`);
    await expect(over).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('refuses by the stated length before anything is read', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': MAX_BYTES + 1 });
      response.flushHeaders();
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({ kind: 'too-large' });
    await disconnected(server);
  });

  it('stops a body that never ends', async () => {
    const server = await serve((_request, response) => {
      const more = () =>
        void (response.writable && response.write(Buffer.alloc(10_000), () => setImmediate(more)));
      more();
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({ kind: 'too-large' });
    await disconnected(server);
  });
});

describe('the time limit', () => {
  it.each<[string, RequestListener]>([
    ['a server that never answers', () => {}],
    ['a body that drips', (_request, response) => drip(response)],
    [
      'redirects that each take their time',
      ({ url }, response) =>
        void setTimeout(() => response.writeHead(302, { location: `${url}again` }).end(), 150),
    ],
  ])('ends %s and closes its connection', async (_what, listener) => {
    const server = await serve(listener);
    const answer = outboundTo(server, { timeoutMs: 200 }).get(server.origin);
    await expect(answer).rejects.toMatchObject({ kind: 'timeout' });
    await disconnected(server);
    expect(server.sockets.size).toBe(0);
  });

  it('does not wait for a name that is never resolved', async () => {
    const server = await serve(() => {});
    const outbound = outboundTo(server, { timeoutMs: 50 }, () => new Promise(() => {}));
    await expect(outbound.get('http://slow.test/')).rejects.toMatchObject({
      kind: 'dns-temporary',
      message: 'the name slow.test could not be looked up within 50 ms',
    });
  });
});

function drip(response: Parameters<RequestListener>[1]): void {
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
}

describe('close', () => {
  it('ends what is under way and refuses what comes later', async () => {
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const server = await serve(() => arrived());
    const outbound = outboundTo(server);
    const answer = outbound.get(server.origin);
    const failed = expect(answer).rejects.toThrow(EndingError);
    await asked;
    await outbound.close();
    await failed;
    await disconnected(server);
    await expect(outbound.get(server.origin)).rejects.toThrow(EndingError);
  });
});
