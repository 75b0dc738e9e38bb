import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { loopbackServer, type LoopbackServer } from '../../../test/support/loopback-server.js';
import { openOutbound, type OutboundOptions } from './open-outbound.js';
import type { Outbound } from './outbound.js';
import type { Resolve } from './resolve-host.js';

const MAX_BYTES = 100_000;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await loopbackServer(listener);
  open.push(server);
  return server;
}

function outboundTo(
  server: LoopbackServer,
  change: Partial<OutboundOptions> = {},
  resolve?: Resolve,
): Outbound {
  const options = {
    userAgent: 'test',
    allowOrigins: [server.origin],
    timeoutMs: 5_000,
    maxBytes: MAX_BYTES,
    maxRedirects: 3,
    ...change,
  };
  const outbound = openOutbound(options, resolve);
  open.push(outbound);
  return outbound;
}

async function closed(server: LoopbackServer): Promise<void> {
  while (server.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

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
    await closed(server);
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
    await closed(server);
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
    await closed(server);
  });

  it('stops a body that never ends', async () => {
    const server = await serve((_request, response) => {
      const more = () =>
        void (response.writable && response.write(Buffer.alloc(10_000), () => setImmediate(more)));
      more();
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({ kind: 'too-large' });
    await closed(server);
  });
});

describe('the time limit', () => {
  it.each<[string, RequestListener]>([
    ['a server that never answers', () => {}],
    ['a body that drips', (_request, response) => drip(response)],
    [
      'redirects that each take their time',
      (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150),
    ],
  ])('ends %s and closes its connection', async (_what, listener) => {
    const server = await serve(listener);
    const answer = outboundTo(server, { timeoutMs: 200 }).get(server.origin);
    await expect(answer).rejects.toMatchObject({ kind: 'timeout' });
    await closed(server);
    expect(server.sockets.size).toBe(0);
  });

  it('does not wait for a name that is never resolved', async () => {
    const server = await serve(() => {});
    const outbound = outboundTo(server, { timeoutMs: 50 }, () => new Promise(() => {}));
    await expect(outbound.get('http://slow.test/')).rejects.toMatchObject({ kind: 'timeout' });
  });
});

function drip(response: Parameters<RequestListener>[1]): void {
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
}

describe('redirects', () => {
  it('are followed to the answer', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 3) response.writeHead(301 + step, { Location: `/${step + 1}` });
      response.end(`step ${step}`);
    });
    const answer = await outboundTo(server).get(`${server.origin}/0`);
    expect([answer.url, answer.body.toString()]).toEqual([`${server.origin}/3`, 'step 3']);
  });

  it('in a loop end at the limit', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      asked++;
      response.writeHead(302, { location: '/again' }).end();
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({ kind: 'redirects' });
    expect(asked).toBe(4);
  });

  it('take credentials along on one origin, and to another origin none', async () => {
    const echo: RequestListener = (request, response) => response.end(JSON.stringify(request.headers));
    const other = await serve(echo);
    const server = await serve((request, response) => {
      if (request.url === '/here') response.writeHead(302, { location: '/final' }).end();
      else if (request.url === '/away') response.writeHead(302, { location: other.origin }).end();
      else echo(request, response);
    });
    const outbound = outboundTo(server, { allowOrigins: [server.origin, other.origin] });
    const headers = { authorization: 'Bearer 1', cookie: 'a=1', accept: 'text/xml' };
    const here = JSON.parse((await outbound.get(`${server.origin}/here`, headers)).body.toString());
    const away = JSON.parse((await outbound.get(`${server.origin}/away`, headers)).body.toString());
    expect(here).toMatchObject(headers);
    expect(away).toMatchObject({ accept: 'text/xml' });
    expect(away).not.toHaveProperty('authorization');
    expect(away).not.toHaveProperty('cookie');
  });

  it('of a POST are followed with its body by 307, and returned by 302', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/302' || request.url === '/307') {
        response.writeHead(Number(request.url.slice(1)), { location: '/target' }).end();
      } else request.pipe(response);
    });
    const outbound = outboundTo(server);
    expect((await outbound.post(`${server.origin}/307`, 'body', {})).body.toString()).toBe('body');
    expect(await outbound.post(`${server.origin}/302`, 'body', {})).toMatchObject({ status: 302 });
  });
});

describe('a failure', () => {
  it('to resolve a name is a dns error', async () => {
    const server = await serve(() => {});
    const failing = outboundTo(server, {}, async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    });
    await expect(failing.get('http://nowhere.test/')).rejects.toMatchObject({ kind: 'dns' });
    const empty = outboundTo(server, {}, async () => []);
    await expect(empty.get('http://nowhere.test/')).rejects.toMatchObject({ kind: 'dns' });
  });

  it('to connect is a connect error', async () => {
    const server = await serve(() => {});
    const outbound = outboundTo(server);
    await server.close();
    await expect(outbound.get(server.origin)).rejects.toMatchObject({ kind: 'connect' });
  });

  it('to speak HTTP, before or within the body, is a protocol error', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/cut') {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half', () => response.destroy());
      } else if (request.url === '/noise') request.socket.end('this is not HTTP\r\n\r\n');
      else request.socket.destroy();
    });
    const outbound = outboundTo(server);
    for (const path of ['/cut', '/noise', '/gone']) {
      await expect(outbound.get(server.origin + path)).rejects.toMatchObject({ kind: 'protocol' });
    }
  });
});

describe('close', () => {
  it('ends what is under way and refuses what comes later', async () => {
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const server = await serve(() => arrived());
    const outbound = outboundTo(server);
    const answer = outbound.get(server.origin);
    const failed = expect(answer).rejects.toThrow('the client is closed');
    await asked;
    await outbound.close();
    await failed;
    await closed(server);
    await expect(outbound.get(server.origin)).rejects.toThrow('the client is closed');
  });
});
