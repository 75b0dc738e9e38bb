import type { Feed } from '#domain/feed.js';
import type { Source } from '#domain/source.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { SourceStore } from '#domain/ports/source-store.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { learnSources } from '#domain/learn-sources.js';
import { inTurn } from './in-turn.js';
import { type FeedPlan, type FeedWish, nameOf, planFeed, sourceOfFeed } from './plan-feed.js';
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
 * once, one adds it; of two who add feeds of one new site, the second finds the outlet of the first. Throws
 * InvalidRequestError for a wish that cannot be.
 */
export function storeFeed(wish: FeedWish, deps: StoreFeedDeps): Promise<StoredFeed> {
  return inTurn(deps.register, () => planAndStore(wish, deps));
}

/** The same for a caller whose turn it is. */
export async function planAndStore(wish: FeedWish, deps: StoreFeedDeps): Promise<StoredFeed> {
  const { register, stores } = deps;
  for (let round = 0; round < ROUNDS; round++) {
    await learnSources(deps.register, deps.stores.sources);
    const feeds = new WatchedFeeds(await stores.feeds.list());
    const same = feeds.at(wish.url);
    if (same) return { outcome: 'feed-taken', feed: same };
    const source = meantBy(wish, register) ?? wish.source;
    const plan = planFeed({ ...wish, source }, { register, isTaken: (id) => feeds.has(id) });
    const stored = await carryOut(plan, deps);
    if (stored) return stored;
  }
  throw new Error(`${wish.url} could not be stored: the names chosen for it kept being taken`);
}

/** Writes what a plan says. Null where a name was taken meanwhile; an outlet that was written by then is found again. */
export async function carryOut(
  { registration, source, isNewSource }: FeedPlan,
  { clock, register, stores }: StoreFeedDeps,
): Promise<(StoredFeed & { outcome: 'added' }) | null> {
  if (isNewSource && !(await stores.sources.add(source))) return null;
  if (isNewSource) register.include([source]);
  const isAdded = await stores.feeds.add(registration, clock.now());
  const feed = isAdded ? await stores.feeds.get(registration.id) : null;
  return feed && { outcome: 'added', feed, source };
}

/** The id of an outlet that is there by now, entered by someone who meant the same: of that id, or of that name and feed. */
function meantBy(wish: FeedWish, register: SourceRegister): string | undefined {
  if (typeof wish.source !== 'object') return undefined;
  if (wish.source.id !== undefined) return register.get(wish.source.id)?.id;
  const id = sourceOfFeed(wish.url, register);
  return id !== undefined && register.get(id)?.name === nameOf(wish) ? id : undefined;
}
