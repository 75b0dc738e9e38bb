import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getJson, type RunningProcess, startProcess } from './support/server-process.js';

let server: RunningProcess;
const folder = mkdtempSync(join(tmpdir(), 'narrative-foreign-'));

beforeAll(async () => {
  writeFileSync(
    join(folder, 'sources.yaml'),
    `sources: [{ id: gazette, name: Gazette, country: PK, bloc: pakistani, language: en, kind: press,
      feeds: [{ id: gazette-home, url: 'http://127.0.0.1:9/rss' }] }]`,
  );
  const files = { DATA_DIR: join(folder, 'data'), SOURCES_FILE: join(folder, 'sources.yaml') };
  server = await startProcess('server', { ...files, PORT: '0', LOG_LEVEL: 'silent' });
}, 90_000);
afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true });
});

const feedsOf = () => getJson<{ feeds: { id: string }[] }>(`${server.url}/api/v1/feeds`);
const idsOf = async (): Promise<string[]> => (await feedsOf()).feeds.map(({ id }) => id);

describe('a web page that a reader opens', () => {
  type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

  /** Sends it as a browser would, whose Host no script of a test can set by fetch. */
  const send = ({ method = 'POST', path = '/api/v1/feeds', headers = {}, body = '' }: Sent) =>
    new Promise<{ status: number; type: string; detail: string }>((resolve, reject) => {
      const sent = request(`${server.url}${path}`, { method, headers }, (response) => {
        let text = '';
        response.on('data', (data: Buffer) => (text += data.toString()));
        response.on('end', () => {
          const { detail = '' } = JSON.parse(text || '{}') as { detail?: string };
          resolve({ status: response.statusCode!, type: String(response.headers['content-type']), detail });
        });
      });
      sent.on('error', reject).end(body);
    });
  const json = { 'content-type': 'application/json' };
  const feed = JSON.stringify({ url: 'https://evil.test/rss', force: true });

  it('cannot add a feed by a form', async () => {
    const before = await idsOf();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send({ headers: form, body: 'url=https%3A%2F%2Fevil.test%2Frss&force=true' });
    expect(answer).toMatchObject({ status: 415, detail: 'send JSON with Content-Type: application/json' });
    expect(answer.type).toContain('application/problem+json');
    expect((await send({ headers: { 'content-type': 'text/plain' }, body: feed })).status).toBe(415);
    expect(await idsOf()).toEqual(before);
  });

  it('cannot add one by a script, from its own site or by a name it gave to this machine', async () => {
    const before = await idsOf();
    const foreign = [
      { ...json, origin: 'https://evil.example' },
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, host: 'evil.example', origin: 'http://evil.example' },
    ];
    for (const headers of foreign) expect((await send({ headers, body: feed })).status).toBe(403);
    expect(await idsOf()).toEqual(before);
  });

  it('reads nothing by such a name, while probes and pages of this server are answered', async () => {
    const { host } = new URL(server.url);
    const read = (path: string, name: string) => send({ method: 'GET', path, headers: { host: name } });
    for (const path of ['/api/v1/feeds', '/docs/openapi.json'])
      expect((await read(path, `evil.example:${host.split(':')[1]}`)).status).toBe(403);
    expect((await read('/health/live', '10.1.2.3')).status).toBe(200);
    expect((await read('/api/v1/feeds', host.replace('127.0.0.1', 'localhost'))).status).toBe(200);
    const own = { ...json, origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await send({ headers: own, body: '{}' })).status).toBe(400);
  });

  it('is not read without end', async () => {
    expect((await send({ headers: json, body: JSON.stringify({ url: 'x'.repeat(70_000) }) })).status).toBe(
      413,
    );
  });
});
