import type { RequestListener } from 'node:http';
import { loopbackServer, type LoopbackServer } from '../../../test/support/loopback-server.js';
import { nextHop } from './hop.js';
import { openOutbound } from './open-outbound.js';
import type { exchange } from './exchange.js';
import type { Outbound } from './outbound.js';
import type { Resolve } from './resolve-host.js';

const servers: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await loopbackServer(listener);
  servers.push(server);
  return server;
}

function outboundTo(allowOrigins: string[], resolve?: Resolve, send?: typeof exchange): Outbound {
  const limits = { timeoutMs: 10_000, maxBytes: 10_000, maxRedirects: 3 };
  return openOutbound({ userAgent: 'test', allowOrigins, ...limits }, resolve, send);
}

describe('the guard of addresses', () => {
  let reached = 0;
  const untouched: RequestListener = (_request, response) => {
    reached++;
    response.end();
  };
  beforeEach(() => void (reached = 0));
  afterEach(() => expect(reached).toBe(0));

  it('refuses an address that is not public, however it is written', async () => {
    const server = await serve(untouched);
    const outbound = outboundTo([]);
    const { port } = new URL(server.origin);
    const hosts = [
      '127.0.0.1',
      '127.1',
      '0x7f000001',
      '2130706433',
      '017700000001',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ];
    const others = ['127.0.0.1.', '0177.0.0.1', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::]', '0.0.0.0'];
    for (const host of [...hosts, ...others, 'localhost', 'localhost.', 'feeds.LOCALHOST']) {
      const answer = outbound.get(`http://${host}:${port}/`);
      await expect(answer).rejects.toMatchObject({ kind: 'refused-address' });
    }
  });

  it('refuses a name of which any address is not public', async () => {
    const server = await serve(untouched);
    const outbound = outboundTo([], async () => ['8.8.8.8', '127.0.0.1']);
    const answer = outbound.get(`http://mixed.test:${new URL(server.origin).port}/`);
    await expect(answer).rejects.toMatchObject({ kind: 'refused-address' });
  });

  it('refuses the names of a machine and its network, whatever they resolve to', async () => {
    const outbound = outboundTo([], async () => ['8.8.8.8']);
    for (const host of ['localhost', 'a.localhost.', 'printer.local', 'metadata.google.internal']) {
      await expect(outbound.get(`http://${host}/`)).rejects.toMatchObject({ kind: 'refused-address' });
    }
  });

  it('exempts an allowed origin exactly: no other port, host or scheme', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const other = await serve(untouched);
    const outbound = outboundTo([server.origin]);
    expect((await outbound.get(server.origin)).status).toBe(200);
    const { port } = new URL(server.origin);
    for (const url of [other.origin, `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      await expect(outbound.get(url)).rejects.toMatchObject({ kind: 'refused-address' });
    }
  });

  it('refuses a redirect from an allowed origin to another private port', async () => {
    const other = await serve(untouched);
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: other.origin }).end(),
    );
    await expect(outboundTo([server.origin]).get(server.origin)).rejects.toMatchObject({
      kind: 'refused-address',
    });
  });

  it('follows a redirect from an allowed origin to another that is allowed', async () => {
    const other = await serve((_request, response) => response.end('ok'));
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: other.origin }).end(),
    );
    const outbound = outboundTo([server.origin, other.origin]);
    expect((await outbound.get(server.origin)).body.toString()).toBe('ok');
  });

  it.each([
    ['at once', ['news.public.test', 'feeds.private.test']],
    ['by way of another', ['news.public.test', 'other.public.test', 'feeds.private.test']],
    ['that led to it', ['feeds.private.test', 'news.public.test', 'feeds.private.test']],
  ])('refuses a redirect from a public server to an allowed private origin %s', async (_how, hosts) => {
    const asked: [host: string, exempt: boolean][] = [];
    const send: typeof exchange = async (hop, { host, exempt }) => {
      asked.push([host, exempt]);
      const answer = { status: 302, headers: {}, body: Buffer.alloc(0), url: hop.url.href };
      return { answer, next: nextHop(hop, 302, `http://${hosts[asked.length]}/${asked.length}`) };
    };
    const resolve: Resolve = async (host) => [host.endsWith('.public.test') ? '8.8.8.8' : '127.0.0.1'];
    const outbound = outboundTo(['http://feeds.private.test'], resolve, send);
    await expect(outbound.get(`http://${hosts[0]}`)).rejects.toMatchObject({ kind: 'refused-address' });
    expect(asked).toEqual(hosts.slice(0, -1).map((host) => [host, host === 'feeds.private.test']));
  });

  it('reaches an allowed origin by name', async () => {
    const server = await serve((request, response) => response.end(request.headers.host));
    const origin = server.origin.replace('127.0.0.1', 'feeds.test');
    const outbound = outboundTo([origin], async () => ['127.0.0.1']);
    expect((await outbound.get(origin)).body.toString()).toBe(new URL(origin).host);
  });

  it('wants allowed origins written as origins', async () => {
    const server = await serve(untouched);
    for (const origin of [`${server.origin}/`, '127.0.0.1:80', 'HTTP://127.0.0.1:8080', '*']) {
      expect(() => outboundTo([origin])).toThrow('is not an origin');
    }
  });
});
