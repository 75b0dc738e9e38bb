import { InvalidRequestError } from '#domain/errors.js';
import type { Source } from '#domain/source.js';
import type { FeedCandidate } from '#feeds/discover/feed-candidate.js';
import { refuseUnknown } from '../coverage-filter.js';
import {
  addressOf,
  type FeedPreview,
  previewFeed,
  type FeedPreviewResult,
  type PreviewAsk,
  type PreviewFeedDeps,
} from './preview-feed.js';
import { type StoredFeed, storeFeed, type StoreFeedDeps } from './store-feed.js';
import { WatchedFeeds } from './watched-feeds.js';
import { learnSources } from '../learn-sources.js';

/** `force` stores a feed that fails its test; `dryRun` stores nothing. */
export type AddFeedAsk = PreviewAsk & { dryRun: boolean; force: boolean };

export type AddFeedResult =
  | { outcome: 'previewed'; preview: FeedPreview }
  /** The preview is null where a feed that failed its test was forced. */
  | (StoredFeed & { outcome: 'added' } & { preview: FeedPreview | null })
  | (StoredFeed & { outcome: 'feed-taken' })
  | { outcome: 'source-taken'; source: Source }
  /** The test failed; `others` are the feeds that the page names. */
  | { outcome: 'failed'; reason: string; others: FeedCandidate[] };

export type AddFeedDeps = PreviewFeedDeps & StoreFeedDeps;

/**
 * Adds the feed at an address, or the one that the page there leads to, after a test fetch. It belongs to the source
 * asked for, else to the registered owner of its host, else to a new source whose country and bloc are *unknown*. It is
 * due at once. Throws InvalidRequestError for what is not right, RetryLaterError where the host is busy.
 */
export async function addFeed(ask: AddFeedAsk, deps: AddFeedDeps): Promise<AddFeedResult> {
  const url = addressOf(ask.url);
  await learnSources(deps);
  const clash = sourceClash(ask, deps);
  if (clash) return { outcome: 'source-taken', source: clash };
  const same = new WatchedFeeds(await deps.stores.feeds.list()).at(url);
  if (same && !ask.dryRun) return { outcome: 'feed-taken', feed: same };

  const tested = await previewFeed(ask, deps);
  if (ask.dryRun) return tested.ok ? { outcome: 'previewed', preview: tested.preview } : failed(tested);
  if (tested.ok && tested.watched) return { outcome: 'feed-taken', feed: tested.watched };
  if (!tested.ok && (!ask.force || deps.isOptedOut(url))) return failed(tested);
  const wish = tested.ok ? tested.wish : { ...ask, url, title: null, statedLanguage: null };
  const stored = await storeFeed(wish, deps);
  return stored.outcome === 'added' ? { ...stored, preview: tested.ok ? tested.preview : null } : stored;
}

function failed({ reason, others }: FeedPreviewResult & { ok: false }): AddFeedResult {
  return { outcome: 'failed', reason, others };
}

/** The source whose id a new one would have. Throws InvalidRequestError for one that is not known, or a host that is taken. */
function sourceClash({ source }: AddFeedAsk, { register }: AddFeedDeps): Source | null {
  if (source === undefined) return null;
  if (typeof source === 'string') {
    refuseUnknown(
      'source',
      source,
      register.sources.map(({ id }) => id),
      '/api/v1/sources',
    );
    return null;
  }
  for (const host of source.hosts ?? []) {
    const owner = register.get(register.ownerOf(host) ?? '');
    if (owner?.hosts.includes(host))
      throw new InvalidRequestError(`source.hosts: ${host} belongs to the source "${owner.id}" already`);
  }
  return (source.id !== undefined && register.get(source.id)) || null;
}
