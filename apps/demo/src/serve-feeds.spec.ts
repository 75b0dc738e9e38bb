import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { EDITOR, hostOf, OUTLETS } from './outlets.js';
import { serveSampleFeeds, type SampleFeedServer } from './serve-feeds.js';
import { feedPath } from './sources-yaml.js';

const TODAY = new Date('2026-03-14T18:30:00Z');
const start = (port = 0) => serveSampleFeeds({ port, seed: 7, today: TODAY });

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

function fetchFeed(origin: string, id: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(origin + feedPath({ id }), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

describe('the sample feed server', () => {
  let server: SampleFeedServer;
  beforeEach(async () => void (server = await start()));
  afterEach(() => server.close());

  const unedited = 'sample-gulf-gazette';

  it('serves a feed for every outlet', async () => {
    for (const { id, name } of OUTLETS) {
      const answer = await fetchFeed(server.origin, id);
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toContain(name);
    }
  });

  it('answers 304 to the tag it gave, and to the date it gave', async () => {
    const { headers } = await fetchFeed(server.origin, unedited);
    const byTag = await fetchFeed(server.origin, unedited, { 'if-none-match': headers.etag });
    const byDate = await fetchFeed(server.origin, unedited, {
      'if-modified-since': headers['last-modified'],
    });
    expect([byTag.status, byDate.status]).toEqual([304, 304]);
    expect(byTag.body).toHaveLength(0);
  });

  it('sends the document again for another tag, whatever the date', async () => {
    const { headers } = await fetchFeed(server.origin, unedited);
    const other = { 'if-none-match': '"other"', 'if-modified-since': headers['last-modified'] };
    expect((await fetchFeed(server.origin, unedited, other)).status).toBe(200);
  });

  it('compresses for those who accept it', async () => {
    const plain = await fetchFeed(server.origin, unedited);
    const packed = await fetchFeed(server.origin, unedited, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body)).toEqual(plain.body);
  });

  it('shows edited headlines from the second fetch on, under a new tag, and then stays as it is', async () => {
    const first = await fetchFeed(server.origin, EDITOR);
    const second = await fetchFeed(server.origin, EDITOR, { 'if-none-match': first.headers.etag });
    const third = await fetchFeed(server.origin, EDITOR, { 'if-none-match': second.headers.etag });
    expect(first.body.toString()).not.toContain('Corrected: ');
    expect(second.status).toBe(200);
    expect(second.body.toString()).toContain('Corrected: ');
    expect(third.status).toBe(304);
  });

  it('answers 404 for a feed it does not have', async () => {
    expect((await fetchFeed(server.origin, 'nobody')).status).toBe(404);
  });

  it('describes its outlets as sources whose feeds are its own', () => {
    const text = server.sourcesYaml.replace(/^#.*\n/, '');
    const { sources } = JSON.parse(text) as {
      sources: { id: string; hosts: string[]; feeds: { url: string }[] }[];
    };
    expect(sources.map(({ id }) => id)).toEqual(OUTLETS.map(({ id }) => id));
    for (const source of sources) {
      expect(source.hosts).toEqual([hostOf(source)]);
      expect(source.feeds.map(({ url }) => url)).toEqual([`${server.origin}${feedPath(source)}`]);
    }
  });

  it('says so when its port is taken', async () => {
    await expect(start(Number(new URL(server.origin).port))).rejects.toThrow('EADDRINUSE');
  });
});

describe('the sample outlets', () => {
  it('are plainly invented, and belong to every press bloc', () => {
    expect(OUTLETS.filter(({ name }) => !name.includes('Sample'))).toEqual([]);
    expect([...new Set(OUTLETS.map(({ bloc }) => bloc))].sort()).toEqual(
      ['afghan-independent', 'gulf', 'indian', 'international', 'iranian', 'pakistani'].concat([
        'regional',
        'social',
        'taliban-run',
        'unknown',
        'western',
      ]),
    );
  });
});
