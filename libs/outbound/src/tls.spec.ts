import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfMadeCertificate, type SelfMade } from '../../../test/support/self-made-certificate.js';
import { openOutbound } from './open-outbound.js';
import type { OutboundResponse } from './outbound.js';

const DAY = 86_400_000;
const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A TLS server on loopback that answers "secure", and the names that it was asked for (SNI). */
async function serve({ cert, key }: SelfMade) {
  const asked: string[] = [];
  const SNICallback = (name: string, use: (error: null) => void) => {
    asked.push(name);
    use(null);
  };
  const server = createServer({ cert, key, SNICallback }, (_request, response) => response.end('secure'));
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return { port: (server.address() as AddressInfo).port, asked };
}

async function get(url: string, trusted: string[]): Promise<OutboundResponse> {
  const outbound = openOutbound(
    {
      ...{ userAgent: 'test', allowOrigins: [new URL(url).origin], extraAuthorities: trusted },
      ...{ timeoutMs: 5_000, maxBytes: 1_000, maxRedirects: 1 },
    },
    async () => ['127.0.0.1'],
  );
  open.push(outbound);
  return outbound.get(url);
}

describe('TLS', () => {
  it('succeeds where the authority is trusted, and the server is asked for by its name', async () => {
    const made = selfMadeCertificate('feeds.test');
    const { port, asked } = await serve(made);
    const answer = await get(`https://feeds.test:${port}/`, [made.cert]);
    expect(answer.body.toString()).toBe('secure');
    expect(asked).toEqual(['feeds.test']);
  });

  it('asks for a name without the dot that may end it', async () => {
    const made = selfMadeCertificate('feeds.test');
    const { port, asked } = await serve(made);
    expect((await get(`https://feeds.test.:${port}/`, [made.cert])).status).toBe(200);
    expect(asked).toEqual(['feeds.test']);
  });

  it('fails where nobody who is trusted has signed', async () => {
    const { port } = await serve(selfMadeCertificate('feeds.test'));
    const other = selfMadeCertificate('feeds.test');
    for (const trusted of [[], [other.cert]]) {
      await expect(get(`https://feeds.test:${port}/`, trusted)).rejects.toMatchObject({
        kind: 'tls',
        message: 'feeds.test has a certificate that no authority known to this machine has signed',
      });
    }
  });

  it('fails where the certificate is for another name', async () => {
    const made = selfMadeCertificate('other.test');
    const { port } = await serve(made);
    await expect(get(`https://feeds.test:${port}/`, [made.cert])).rejects.toMatchObject({
      kind: 'tls',
      message: 'feeds.test has a certificate that is for other names',
    });
  });

  it('fails where the certificate is out of date', async () => {
    const now = Date.now();
    const made = selfMadeCertificate('feeds.test', {
      from: new Date(now - 9 * DAY),
      until: new Date(now - DAY),
    });
    const { port } = await serve(made);
    await expect(get(`https://feeds.test:${port}/`, [made.cert])).rejects.toMatchObject({
      kind: 'tls',
      message: 'feeds.test has a certificate that has expired',
    });
  });

  it('asks for no name at a bare address, and finds none in the certificate', async () => {
    const made = selfMadeCertificate('feeds.test');
    const { port, asked } = await serve(made);
    await expect(get(`https://127.0.0.1:${port}/`, [made.cert])).rejects.toMatchObject({ kind: 'tls' });
    expect(asked).toEqual([]);
  });

  it('wants authorities as PEM', async () => {
    await expect(get('https://feeds.test/', ['this is no certificate'])).rejects.toThrow(
      'it must be PEM text',
    );
  });
});
