import type { Feed } from '#domain/feed.js';
import type { Source } from '#domain/source.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { SourceStore } from '#domain/ports/source-store.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { type FeedPlan, type FeedWish, planFeed } from './plan-feed.js';
import { type WatchedFeed, WatchedFeeds } from './watched-feeds.js';

export type StoreFeedDeps = Pick<UseCaseDeps, 'clock' | 'register'> & {
  stores: {
    feeds: Pick<FeedStore, 'add' | 'get' | 'list'>;
    sources: Pick<SourceStore, 'add' | 'list'>;
  };
};

export type StoredFeed =
  | { outcome: 'added'; feed: Feed; source: Source }
  /** The address is another feed's already. */
  | { outcome: 'feed-taken'; feed: WatchedFeed };

/** How often names are chosen again that someone else took at the same moment. */
const ROUNDS = 5;

/**
 * Writes the outlet of a wish where it is new, then the feed, so that no feed is without one. Of two who add one feed at
 * once, one adds it. `plan` is what the wish came to a moment ago, where that is known. Throws InvalidRequestError for a
 * wish that cannot be.
 */
export async function storeFeed(wish: FeedWish, deps: StoreFeedDeps, plan?: FeedPlan): Promise<StoredFeed> {
  if (plan) {
    const stored = await carryOut(plan, deps);
    if (stored) return stored;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const feeds = new WatchedFeeds(await deps.stores.feeds.list());
    const same = feeds.at(wish.url);
    if (same) return { outcome: 'feed-taken', feed: same };
    const open = { ...wish, source: enteredMeanwhile(wish, deps) ?? wish.source };
    const again = planFeed(open, { register: deps.register, isTaken: (id) => feeds.has(id) });
    const stored = await carryOut(again, deps);
    if (stored) return stored;
  }
  throw new Error(`${wish.url} could not be stored: the names chosen for it kept being taken`);
}

/** Null where a name was taken meanwhile. */
async function carryOut(
  { registration, source, isNewSource }: FeedPlan,
  deps: StoreFeedDeps,
): Promise<StoredFeed | null> {
  const { clock, stores } = deps;
  if (isNewSource && !(await enterSource(source, deps))) return null;
  const isAdded = await stores.feeds.add(registration, clock.now());
  const feed = isAdded ? await stores.feeds.get(registration.id) : null;
  return feed && { outcome: 'added', feed, source };
}

/** False where another process has one of that id, which is then known here too. */
async function enterSource(source: Source, { stores, register }: StoreFeedDeps): Promise<boolean> {
  const isAdded = await stores.sources.add(source);
  register.include(isAdded ? [source] : await stores.sources.list());
  return isAdded;
}

/** The id of a new outlet that is there by now, entered here or by someone who meant the same. */
function enteredMeanwhile({ source }: FeedWish, { register }: StoreFeedDeps): string | undefined {
  return typeof source === 'object' && source.id !== undefined ? register.get(source.id)?.id : undefined;
}
