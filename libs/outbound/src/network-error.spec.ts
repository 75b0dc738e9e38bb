import { closeAll, outboundTo, serve } from '../../../test/support/outbound-on-loopback.js';

afterEach(closeAll);

describe('a failure', () => {
  it.each([
    ['ENOTFOUND', 'dns-unknown', 'the name nowhere.test is not known (ENOTFOUND)'],
    ['ENODATA', 'dns-unknown', 'the name nowhere.test is not known (ENODATA)'],
    ['EAI_AGAIN', 'dns-temporary', 'the name nowhere.test could not be looked up just now (EAI_AGAIN)'],
    ['ESERVFAIL', 'dns-temporary', 'the name nowhere.test could not be looked up just now (ESERVFAIL)'],
    ['ETIMEOUT', 'dns-temporary', 'the name nowhere.test could not be looked up just now (ETIMEOUT)'],
  ])('of a look-up with %s is a %s error', async (code, kind, message) => {
    const server = await serve(() => {});
    const outbound = outboundTo(server, {}, async () => {
      throw Object.assign(new Error('no such name'), { code });
    });
    await expect(outbound.get('http://nowhere.test/')).rejects.toMatchObject({ kind, message });
  });

  it('to find any address is a dns-unknown error', async () => {
    const server = await serve(() => {});
    const outbound = outboundTo(server, {}, async () => []);
    await expect(outbound.get('http://nowhere.test/')).rejects.toMatchObject({ kind: 'dns-unknown' });
  });

  it('to connect is a connect error', async () => {
    const server = await serve(() => {});
    const outbound = outboundTo(server);
    await server.close();
    await expect(outbound.get(server.origin)).rejects.toMatchObject({
      kind: 'connect',
      message: '127.0.0.1 refused the connection: nothing listens there',
    });
  });

  it.each(['/within-body', '/within-headers', '/before-headers'])(
    'to send the whole answer is a cut: %s',
    async (path) => {
      const server = await serve((request, response) => {
        if (request.url === '/within-body') {
          response.writeHead(200, { 'content-length': 100 });
          response.write('half', () => response.destroy());
        } else if (request.url === '/within-headers') request.socket.end('HTTP/1.1 200 OK\r\nServer: x');
        else request.socket.destroy();
      });
      await expect(outboundTo(server).get(server.origin + path)).rejects.toMatchObject({
        kind: 'cut',
        message: '127.0.0.1 ended the connection before its answer was complete',
      });
    },
  );

  it('to speak HTTP is a protocol error', async () => {
    const server = await serve((request) => void request.socket.end('this is not HTTP\r\n\r\n'));
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({
      kind: 'protocol',
      message: expect.stringMatching(/^127\.0\.0\.1 sent what is not HTTP/),
    });
  });

  it('to keep headers within bounds is a too-large error', async () => {
    const server = await serve((request) => {
      request.socket.write('HTTP/1.1 200 OK\r\n');
      for (let line = 0; line < 2_000; line++) request.socket.write(`X-${line}: ${'x'.repeat(50)}\r\n`);
      request.socket.end('\r\n');
    });
    await expect(outboundTo(server).get(server.origin)).rejects.toMatchObject({
      kind: 'too-large',
      message: '127.0.0.1 sent more headers than are read',
    });
  });
});
