import type { CountedArticle } from '#domain/article.js';
import type { FetchOutcome } from '#domain/feed.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { dayOf, type Window } from '#domain/window.js';
import { rollupWindow } from '#trends/rollup-window.js';
import { ManualClock } from './manual-clock.js';
import { ScratchStores } from '../../support/scratch-store.js';

const HOUR_MS = 60 * 60_000;

export type PollOf = { feedId: string; outcome?: FetchOutcome; inserted?: number; error?: string };

/** A store with some outlets, whose polls and daily counts the test writes itself: history without the waiting. */
export type WatchedWorld = {
  stores: Stores;
  clock: ManualClock;
  register: SourceRegister;
  settings: { fetchLogDays: number };
  /** A poll at the present moment, as the poll step leaves it behind. */
  poll(poll: PollOf): Promise<void>;
  /** What the UTC day that holds the present moment counts of each source, as the rollup leaves it behind. */
  count(bySource: Record<string, number>, at?: Date): Promise<void>;
  close(): Promise<void>;
};

/** Outlets named by their feeds: `{ post: ['post-home'] }`; each has its own bloc and country. */
export async function openWatchedWorld(
  outlets: Record<string, { feeds: string[]; country: string; bloc: string }>,
  start: Date,
): Promise<WatchedWorld> {
  const scratch = new ScratchStores();
  const stores = await scratch.open();
  const clock = new ManualClock(start);
  const register = new SourceRegister(
    Object.entries(outlets).map(([id, { feeds, country, bloc }]) =>
      sourceSchema.parse({
        ...{ id, name: `The ${id}`, country, bloc, language: 'en', kind: 'press' },
        feeds: feeds.map((feed) => ({ id: feed, url: `https://${feed}.example/rss` })),
      }),
    ),
  );
  await stores.feeds.register(
    register.feeds.map(({ id, sourceId, url }) => ({
      ...{ id, sourceId, url, host: `${id}.example:443`, language: null, verified: null, optedOut: false },
    })),
    start,
  );
  return {
    ...{ stores, clock, register, settings: { fetchLogDays: 90 } },
    poll: (poll) => savePoll(poll, stores, clock.now()),
    count: (bySource, at = clock.now()) => saveCounts(bySource, dayOf(at, 'UTC'), stores),
    close: () => scratch.remove(),
  };
}

async function savePoll(
  { feedId, outcome = 'ok', inserted = 0, error }: PollOf,
  { feeds }: Stores,
  at: Date,
): Promise<void> {
  const lease = new Date(at.getTime() + HOUR_MS);
  const feed = await feeds.claim(feedId, { now: at, until: lease, retryAt: lease });
  if (!feed) throw new Error(`${feedId} is not due at ${at.toISOString()}`);
  const failed = outcome === 'failed';
  await feeds.savePoll({
    ...{ feedId, lease, hostFreeAt: at },
    state: {
      ...feed,
      status: outcome === 'gone' ? 'gone' : 'active',
      ...{ nextPollAt: at, lastPolledAt: at, lastOkAt: failed ? feed.lastOkAt : at },
      ...{ failures: failed ? feed.failures + 1 : 0, error: failed ? (error ?? 'HTTP 503') : null },
    },
    log: {
      ...{ feedId, at, outcome, httpStatus: failed ? 503 : 200, bytes: 100, durationMs: 10, items: 20 },
      ...{ dropped: 0, inserted, revised: 0, error: failed ? (error ?? 'HTTP 503') : null },
    },
  });
}

async function saveCounts(bySource: Record<string, number>, day: Window, { windows }: Stores): Promise<void> {
  await windows.mark([day]);
  const { marked } = (await windows.get(day.id))!;
  const articles = Object.entries(bySource).flatMap(([sourceId, count]) =>
    Array.from({ length: count }, (_, i) => countedArticle(sourceId, `${day.id} ${sourceId} ${i}`)),
  );
  await windows.replace(day, marked, rollupWindow(day.id, marked, articles));
}

function countedArticle(sourceId: string, id: string): CountedArticle {
  return {
    ...{ id, sourceId, language: 'en', about: 'both', themes: [], polarity: null, scoreE4: null },
    ...{ origin: true, version: 1 },
  };
}
