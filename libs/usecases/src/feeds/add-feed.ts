import type { Source } from '#domain/source.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { FeedCandidate } from '#feeds/discover/feed-candidate.js';
import { refuseUnknownSources } from '../coverage-filter.js';
import {
  addressOf,
  type FeedPreview,
  previewFeed,
  type FeedPreviewResult,
  type PreviewAsk,
  type PreviewFeedDeps,
} from './preview-feed.js';
import { refuseHosts } from './own-hosts.js';
import { type StoredFeed, storeFeed, type StoreFeedDeps } from './store-feed.js';
import { type WatchedFeed, WatchedFeeds } from './watched-feeds.js';
import { learnSources } from '#domain/learn-sources.js';

/** `force` stores a feed that fails its test and takes up one that is gone; `dryRun` stores nothing. */
export type AddFeedAsk = PreviewAsk & { dryRun: boolean; force: boolean };

export type AddFeedResult =
  | { outcome: 'previewed'; preview: FeedPreview }
  /** The preview is null where a feed that failed its test, or is gone, was forced. */
  | (StoredFeed & { outcome: 'added' } & { preview: FeedPreview | null })
  | (StoredFeed & { outcome: 'feed-taken' })
  | { outcome: 'source-taken'; source: Source }
  /** The test failed; `others` are the feeds that the page names. */
  | { outcome: 'failed'; reason: string; others: FeedCandidate[] };

export type AddFeedDeps = PreviewFeedDeps & StoreFeedDeps & { stores: { feeds: Pick<FeedStore, 'revive'> } };

/**
 * Adds the feed at an address, or the one that the page there leads to, after a test fetch. It belongs to the source
 * asked for, else to the registered owner of its host, else to a new source whose country and bloc are *unknown*. It is
 * due at once. One that is stored and was given up as gone is taken up again by force, as it is. Throws
 * InvalidRequestError for what is not right, RetryLaterError where the host is busy.
 */
export async function addFeed(ask: AddFeedAsk, deps: AddFeedDeps): Promise<AddFeedResult> {
  const url = addressOf(ask.url);
  await learnSources(deps.register, deps.stores.sources);
  const clash = sourceClash(ask, deps);
  if (clash) return { outcome: 'source-taken', source: clash };
  const same = new WatchedFeeds(await deps.stores.feeds.list()).at(url);
  if (same && !ask.dryRun)
    return (ask.force && (await revive(same, deps))) || { outcome: 'feed-taken', feed: same };

  const tested = await previewFeed(ask, deps);
  if (ask.dryRun) return tested.ok ? { outcome: 'previewed', preview: tested.preview } : failed(tested);
  if (tested.ok && tested.watched) return { outcome: 'feed-taken', feed: tested.watched };
  if (!tested.ok && (!ask.force || deps.isOptedOut(url))) return failed(tested);
  const wish = tested.ok ? tested.wish : { ...ask, url, title: null, statedLanguage: null };
  const stored = await storeFeed(wish, deps);
  return stored.outcome === 'added' ? { ...stored, preview: tested.ok ? tested.preview : null } : stored;
}

/** Null where the feed is not gone. Its next poll is its test. */
async function revive(
  { id }: WatchedFeed,
  { clock, register, stores }: AddFeedDeps,
): Promise<AddFeedResult | null> {
  if (!(await stores.feeds.revive(id, clock.now()))) return null;
  const feed = await stores.feeds.get(id);
  const source = feed && register.get(feed.sourceId);
  return source ? { outcome: 'added', feed, source, preview: null } : null;
}

function failed({ reason, others }: FeedPreviewResult & { ok: false }): AddFeedResult {
  return { outcome: 'failed', reason, others };
}

/** The source whose id a new one would have. Throws InvalidRequestError for one that is not known, or a host that it cannot have. */
function sourceClash({ source }: AddFeedAsk, { register }: AddFeedDeps): Source | null {
  if (source === undefined) return null;
  if (typeof source === 'string') {
    refuseUnknownSources([source], register);
    return null;
  }
  refuseHosts(source.hosts ?? [], register);
  return (source.id !== undefined && register.get(source.id)) || null;
}
