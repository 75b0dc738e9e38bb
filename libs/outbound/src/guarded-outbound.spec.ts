import type { RequestListener } from 'node:http';
import { closeAll, outboundTo, serve } from '../../../test/support/outbound-on-loopback.js';

afterEach(closeAll);

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

  it('are told with the answer, and where the permanent ones led to', async () => {
    const server = await serve(({ url }, response) => {
      const statuses: Record<string, number> = { '/a': 301, '/b': 308, '/c': 302 };
      const next: Record<string, string> = { '/a': '/b', '/b': '/c', '/c': '/d' };
      response.writeHead(statuses[url!] ?? 200, next[url!] ? { location: next[url!] } : {}).end();
    });
    const outbound = outboundTo(server);
    const at = (path: string) => server.origin + path;
    expect(await outbound.get(at('/a'))).toMatchObject({
      ...{ status: 200, url: at('/d'), permanentUrl: at('/c') },
      redirects: [
        { url: at('/a'), status: 301, to: at('/b') },
        { url: at('/b'), status: 308, to: at('/c') },
        { url: at('/c'), status: 302, to: at('/d') },
      ],
    });
    expect(await outbound.get(at('/c'))).toMatchObject({ url: at('/d'), permanentUrl: null });
    expect(await outbound.get(at('/d'))).toMatchObject({ redirects: [], permanentUrl: null });
  });

  it('in a circle end where it closes', async () => {
    let asked = 0;
    const server = await serve(({ url }, response) => {
      asked++;
      response.writeHead(302, { location: url === '/b' ? '/c' : '/b' }).end();
    });
    await expect(outboundTo(server).get(`${server.origin}/a`)).rejects.toMatchObject({
      kind: 'redirects',
      message: `the redirects lead in a circle, back to ${server.origin}/b`,
    });
    expect(asked).toBe(3);
  });

  it('that go on for ever end at the limit', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: `/${asked++}` }).end();
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({
      kind: 'redirects',
      message: expect.stringContaining('more than 3 redirects'),
    });
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

describe('the opt-out', () => {
  const optOut = ({ pathname }: URL) => pathname === '/private';

  it('is asked before anything is sent', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const outbound = outboundTo(server, { optOut });
    await expect(outbound.get(`${server.origin}/private`)).rejects.toMatchObject({
      kind: 'opted-out',
      message: `${new URL(server.origin).host} does not want this address to be fetched`,
    });
    expect(asked).toBe(0);
    expect(await outbound.get(`${server.origin}/open`)).toMatchObject({ status: 200 });
  });

  it('is asked at every hop', async () => {
    const seen: string[] = [];
    const server = await serve((request, response) => {
      seen.push(request.url!);
      response.writeHead(302, { location: '/private' }).end();
    });
    const answer = outboundTo(server, { optOut }).get(`${server.origin}/open`);
    await expect(answer).rejects.toMatchObject({ kind: 'opted-out' });
    expect(seen).toEqual(['/open']);
  });

  it('does not stop a message to someone who asked for it', async () => {
    const server = await serve((_request, response) => response.end());
    const sent = outboundTo(server, { optOut }).post(`${server.origin}/private`, '{}', {});
    expect(await sent).toMatchObject({ status: 200 });
  });
});

describe('the hosts of a request', () => {
  const hostOf = ({ origin }: { origin: string }) => new URL(origin).host;
  const around = async () => {
    const other = await serve((_request, response) =>
      response.writeHead(302, { location: home.origin }).end(),
    );
    const home = await serve(({ url }, response) => {
      if (url === '/feed') response.writeHead(302, { location: '/step' }).end();
      else if (url === '/step') response.writeHead(302, { location: other.origin }).end();
      else response.end();
    });
    return { home, other, outbound: outboundTo(home, { allowOrigins: [home.origin, other.origin] }) };
  };

  it('are told before each is asked for the first time, and not again', async () => {
    const { home, other, outbound } = await around();
    const told: [string, number][] = [];
    const onHost = async (host: string) => void told.push([host, home.sockets.size + other.sockets.size]);
    expect(await outbound.get(`${home.origin}/feed`, {}, onHost)).toMatchObject({ status: 200 });
    expect(told.map(([host]) => host)).toEqual([hostOf(home), hostOf(other)]);
    expect(told[0]).toEqual([hostOf(home), 0]);
  });

  it('are not asked where that is refused, with whatever it was refused with', async () => {
    const { home, other, outbound } = await around();
    class Busy extends Error {}
    const onHost = async (host: string) => {
      if (host === hostOf(other)) throw new Busy();
    };
    await expect(outbound.get(`${home.origin}/feed`, {}, onHost)).rejects.toThrow(Busy);
    expect(other.sockets.size).toBe(0);
  });
});
