import type { RequestListener } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { loopbackServer } from '../../../test/support/loopback-server.js';
import { openOutbound } from '#outbound/open-outbound.js';
import type { Outbound } from '#outbound/outbound.js';
import { sendWebhook } from './send-webhook.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const message = { id: 'a1.opened.desk', at: new Date(), body: { type: 'alert.opened', theme: 'سرحد' } };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function receiver(listener: RequestListener, { allow = true, timeoutMs = 10_000 } = {}) {
  const server = await loopbackServer(listener);
  const limits = { timeoutMs, maxBytes: 10_000, maxRedirects: 3 };
  const outbound = openOutbound({ userAgent: 'test', allowOrigins: allow ? [server.origin] : [], ...limits });
  open.push(server, outbound);
  const send = (secret = SECRET) => sendWebhook(outbound, { url: `${server.origin}/hook`, secret }, message);
  return { server, send };
}

const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end();

describe('sendWebhook', () => {
  it('posts JSON that the receiver can verify with the reference library', async () => {
    const received: unknown[] = [];
    const { send } = await receiver((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        received.push(request.method, headers['content-type'], headers['webhook-id']);
        received.push(new Webhook(SECRET).verify(Buffer.concat(chunks).toString(), headers));
        response.writeHead(204).end();
      });
    });
    expect(await send()).toEqual({ ok: true });
    expect(received).toEqual(['POST', 'application/json', message.id, message.body]);
  });

  it.each([200, 201, 202, 204])('takes %i as delivered', async (status) => {
    const { send } = await receiver(answering(status));
    expect(await send()).toEqual({ ok: true });
  });

  it.each([400, 410, 413, 422])('gives up for good after %i', async (status) => {
    const { send } = await receiver(answering(status));
    expect(await send()).toEqual({ ok: false, error: `HTTP ${status}`, permanent: true, retryAfterMs: null });
  });

  it.each([302, 304, 401, 403, 404, 405, 409, 451])(
    'may try again after %i, which can be put right',
    async (status) => {
      const { send } = await receiver(answering(status, { location: '/elsewhere' }));
      expect(await send()).toMatchObject({ ok: false, error: `HTTP ${status}`, permanent: false });
    },
  );

  it.each([408, 425, 429, 500, 502, 503])(
    'may try again after %i, when the receiver says so',
    async (status) => {
      const { send } = await receiver(answering(status, { 'retry-after': '30' }));
      expect(await send()).toEqual({
        ok: false,
        error: `HTTP ${status}`,
        permanent: false,
        retryAfterMs: 30_000,
      });
    },
  );

  it('follows a 307 with the message', async () => {
    let bytes = 0;
    const { send } = await receiver((request, response) => {
      if (request.url === '/hook') return void response.writeHead(307, { location: '/new' }).end();
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.on('end', () => response.end());
    });
    expect(await send()).toEqual({ ok: true });
    expect(bytes).toBe(Buffer.byteLength(JSON.stringify(message.body)));
  });

  it('may try again where the receiver hangs or is away', async () => {
    const { server, send } = await receiver(() => {}, { timeoutMs: 200 });
    expect(await send()).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^timeout: /),
      permanent: false,
    });
    await server.close();
    expect(await send()).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^connect: /),
      permanent: false,
    });
  });

  it('reaches no private address', async () => {
    const { send } = await receiver(answering(200), { allow: false });
    expect(await send()).toMatchObject({ ok: false, error: expect.stringMatching(/^refused-address: /) });
  });

  it('rejects with what to do where the secret cannot sign', async () => {
    const { send } = await receiver(answering(200));
    await expect(send('secret')).rejects.toThrow('whsec_');
  });

  it('does not hide a mistake in the program', async () => {
    const broken = { post: () => Promise.reject(new TypeError('oops')) } as unknown as Outbound;
    await expect(sendWebhook(broken, { url: 'http://x.test/', secret: SECRET }, message)).rejects.toThrow(
      'oops',
    );
  });
});
