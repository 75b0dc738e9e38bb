import { setTimeout as realPause } from 'node:timers/promises';
import { SourceRegister } from '#domain/source-register.js';
import { type Source, sourceSchema } from '#domain/source.js';
import { fetchDocument } from '#feeds/discover/fetch-document.js';
import { parseFeed } from '#feeds/read/parse-feed.js';
import { openOutbound } from '#outbound/open-outbound.js';
import type { OnHost } from '#outbound/outbound.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { addFeed, type AddFeedAsk, type AddFeedResult } from '#usecases/feeds/add-feed.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import { loopbackServer } from '../../support/loopback-server.js';
import { ManualClock } from './manual-clock.js';
import { ScratchStores } from '../../support/scratch-store.js';

/** What a site answers at a path; a text alone is an HTML page, null is nothing there. */
export type SitePage =
  { status?: number; headers?: Record<string, string>; body?: string | Buffer } | string | null;

export type FeedDesk = {
  deps: UseCaseDeps & { clock: ManualClock };
  /** Of the site on loopback, whose pages can be changed. */
  origin: string;
  pages: Record<string, SitePage>;
  /** The requests that the site got, with the moment on the desk's clock. */
  requests: { path: string; at: Date }[];
  optOut: Set<string>;
  close(): Promise<void>;
};

export const DESK_NOW = new Date('2026-03-01T12:00:00Z');
export const HOST_GAP_MS = 5_000;
const FETCH_TIMEOUT_MS = 5_000;

/** What others get done in while someone waits. */
const PAUSE_MS = 10;

/**
 * A desk at which feeds are added: a real store, client and reader, a site on loopback, and a clock that goes on only
 * while someone waits.
 */
export async function openFeedDesk(configured: Source[] = []): Promise<FeedDesk> {
  const scratch = new ScratchStores();
  const stores = await scratch.open();
  const clock = new ManualClock(DESK_NOW);
  const pages: FeedDesk['pages'] = {};
  const requests: FeedDesk['requests'] = [];
  const site = await loopbackServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, at: clock.now() });
    const page = pages[path] ?? { status: 404 };
    const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  });
  const outbound = openOutbound({
    ...{ userAgent: 'test', allowOrigins: [site.origin], timeoutMs: FETCH_TIMEOUT_MS, maxBytes: 1_000_000 },
    maxRedirects: 5,
  });
  const optOut = new Set<string>();
  const deps = {
    ...{
      stores,
      clock,
      register: new SourceRegister(configured),
      taxonomy: loadTaxonomy('config/themes.yaml'),
    },
    ...{ version: 1, zones: ['UTC'], halfHourDays: 120, hostGapMs: HOST_GAP_MS },
    fetchTimeoutMs: FETCH_TIMEOUT_MS,
    fetchDocument: (url: string, onHost?: OnHost) => fetchDocument(outbound, url, clock.now(), onHost),
    parseDocument: parseFeed,
    wake: async () => undefined,
    isOptedOut: (url: string) => optOut.has(new URL(url).host),
    pause: async (ms: number) => {
      clock.advance(ms);
      await realPause(PAUSE_MS);
    },
  };
  const close = async () => {
    await outbound.close();
    await site.close();
    await scratch.remove();
  };
  return { deps, origin: site.origin, pages, requests, optOut, close };
}

/** An outlet with one feed, as the configuration would name it. */
export function outlet(id: string, hosts: string[], url: string): Source {
  return sourceSchema.parse({
    ...{ id, name: `The ${id}`, country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press', hosts },
    feeds: [{ id: `${id}-home`, url }],
  });
}

export const feedBody = (items: string, head = '<title>Sample Daily</title><language>en-gb</language>') => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`,
});

export const item = (
  link: string,
  title: string,
  more = '<pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>',
) => `<item><title>${title}</title><link>${link}</link>${more}</item>`;

/** Adds the feed at a path of the desk's site, and expects what comes of it. */
export async function addAt<K extends AddFeedResult['outcome']>(
  { deps, origin }: FeedDesk,
  outcome: K,
  path: string,
  more: Partial<AddFeedAsk> = {},
): Promise<AddFeedResult & { outcome: K }> {
  const result = await addFeed({ url: origin + path, dryRun: false, force: false, ...more }, deps);
  expect(result.outcome).toBe(outcome);
  return result as AddFeedResult & { outcome: K };
}
