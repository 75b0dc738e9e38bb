import type { Feed, FetchLog } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { pollFeed } from '#pipeline/poll-feed.js';
import { buildPipelineDeps } from '#runtime/deps.js';
import { readEnv } from '#runtime/env.js';
import type { Config } from '#runtime/load-config.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { openReader, type Reader } from '#runtime/open-reader.js';
import { ManualClock } from './manual-clock.js';
import { SilentLog } from './silent-log.js';
import { ScratchStores } from '../../support/scratch-store.js';

export const POLL_NOW = new Date('2026-03-01T12:00:00Z');

/** Polls of real servers on loopback into a real store, one at a time, on a clock that stands still. */
export type PollDesk = {
  stores: Stores;
  clock: ManualClock;
  reader: Reader;
  deps: PipelineDeps;
  poll(feedId: string, change?: Partial<PipelineDeps>): Promise<Job[]>;
  feed(feedId: string): Promise<Feed>;
  fetches(feedId: string): Promise<FetchLog[]>;
  /** Whether somebody could ask a host so many milliseconds from now. */
  isFree(origin: string, inMs: number): Promise<boolean>;
  close(): Promise<void>;
};

/** `feeds` are the addresses of the feeds by id; their origins may be asked, and those of `others`. */
export async function openPollDesk(
  feeds: Record<string, string>,
  { others = [], settings = {} }: { others?: string[]; settings?: Record<string, string> } = {},
): Promise<PollDesk> {
  const scratch = new ScratchStores();
  const stores = await scratch.open();
  const clock = new ManualClock(POLL_NOW);
  const origins = [...Object.values(feeds).map((url) => new URL(url).origin), ...others];
  const env = readEnv({ ALLOW_ORIGINS: origins.join(','), ...settings });
  const config = configOf(feeds);
  const reader = openReader(env, config);
  await stores.feeds.register(
    config.register.feeds.map(({ id, sourceId, url }) => ({
      ...{ id, sourceId, url, host: new URL(url).host, language: null, verified: null, optedOut: false },
    })),
    clock.now(),
  );
  const log = new SilentLog();
  const deps = buildPipelineDeps({ env, log, clock, stores, reader, config, version: 1 });
  const now = (inMs: number): Date => new Date(clock.now().getTime() + inMs);
  return {
    ...{ stores, clock, reader, deps },
    poll: (feedId, change = {}) => pollFeed({ feedId }, { ...deps, ...change }),
    feed: async (feedId) => (await stores.feeds.get(feedId))!,
    fetches: (feedId) => stores.feeds.fetches(feedId, 9),
    isFree: (origin, inMs) =>
      stores.feeds.reserveHost(new URL(origin).host, { now: now(inMs), until: now(inMs) }),
    close: async () => {
      await reader.close();
      await scratch.remove();
    },
  };
}

function configOf(feeds: Record<string, string>): Config {
  const source = {
    ...{ id: 'sample', name: 'Sample', country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
    feeds: Object.entries(feeds).map(([id, url]) => ({ id, url })),
  };
  return {
    register: new SourceRegister([sourceSchema.parse(source)]),
    taxonomy: loadTaxonomy('config/themes.yaml'),
    alerting: { rules: [], subscriptions: [] },
    optOut: [],
  };
}

export function document(...items: { path: string; title: string; html?: string }[]): string {
  const entries = items.map(
    ({ path, title, html = '' }) =>
      `<item><title>${title}</title><link>https://sample.example/${path}</link><description><![CDATA[${html}]]></description></item>`,
  );
  return `<rss version="2.0"><channel><title>Sample</title>${entries.join('')}</channel></rss>`;
}
