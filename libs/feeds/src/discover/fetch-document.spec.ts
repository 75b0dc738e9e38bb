import { gzipSync } from 'node:zlib';
import { closeAll, outboundTo, serve } from '../../../../test/support/outbound-on-loopback.js';
import { fetchDocument, type FetchedDocument } from './fetch-document.js';

const NOW = new Date('2026-03-01T12:00:00Z');
type Page = { status?: number; headers?: Record<string, string>; body?: string | Buffer };

afterEach(closeAll);

async function fetched(pages: Record<string, Page>): Promise<{ document: FetchedDocument; origin: string }> {
  const server = await serve((request, response) => {
    const { status = 200, headers = {}, body = '' } = pages[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  const document = await fetchDocument(outboundTo(server), `${server.origin}/start`, NOW);
  return { document, origin: server.origin };
}

describe('a document that is fetched', () => {
  it('comes whole, with what its server says of it', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', link: '</feed>; rel=alternate' };
    const { document, origin } = await fetched({
      '/start': { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync('<html>') },
    });
    expect(document).toEqual({
      ...{ ok: true, body: Buffer.from('<html>'), contentType: 'text/html; charset=utf-8' },
      ...{ link: '</feed>; rel=alternate', url: `${origin}/start`, movedTo: null },
    });
  });

  it('has moved where every redirect says for good, and not where one says for now', async () => {
    const end = { '/end': { body: 'x' } };
    const to = (status: number, location: string) => ({ status, headers: { location } });
    const forGood = await fetched({ '/start': to(301, '/b'), '/b': to(308, '/end'), ...end });
    expect(forGood.document).toMatchObject({
      url: `${forGood.origin}/end`,
      movedTo: `${forGood.origin}/end`,
    });
    const forNow = await fetched({ '/start': to(301, '/b'), '/b': to(302, '/end'), ...end });
    expect(forNow.document).toMatchObject({ url: `${forNow.origin}/end`, movedTo: null });
  });

  it.each([
    [{ status: 404 }, 'HTTP 404: there is nothing at this address', null],
    [
      { status: 503, headers: { 'retry-after': '30' } },
      'HTTP 503: the server has a fault of its own',
      30_000,
    ],
    [{ status: 200 }, 'the answer is empty', null],
  ])(
    'that does not come has a reason, and the wait that is asked for: %j',
    async (page, reason, retryAfterMs) => {
      const { document, origin } = await fetched({ '/start': page });
      expect(document).toEqual({ ok: false, reason, retryAfterMs, host: new URL(origin).host });
    },
  );

  it('is not asked of a private network', async () => {
    const { document } = await fetched({
      '/start': { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    });
    expect(document).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not an address of the public internet'),
      retryAfterMs: null,
    });
  });
});
