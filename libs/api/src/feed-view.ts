import type { Feed, FetchLog } from '#domain/feed.js';
import { withoutCredentials } from '#domain/without-credentials.js';
import type { FeedReport } from '#usecases/feeds/read-feed.js';
import type { FeedDetailView, FeedView } from './feeds-schema.js';

export function feedView(feed: Feed): FeedView {
  const { id, sourceId, language, verified, origin, status, pace, failures, error } = feed;
  // A feed that was stored long ago and is listed no more may have a password in its address.
  const url = withoutCredentials(feed.url);
  return {
    ...{ id, source: sourceId, url, language, verified, origin, status, failures, error },
    intervalSeconds: pace.intervalMs / 1_000,
    reason: pace.reason,
    nextPollAt: status === 'active' ? feed.nextPollAt.toISOString() : null,
    lastPolledAt: iso(feed.lastPolledAt),
    lastOkAt: iso(feed.lastOkAt),
  };
}

export function feedDetailView({ feed, why, fetches }: FeedReport): FeedDetailView {
  const { pace, redirect, unconditionalAt, etag, lastModified, leaseUntil } = feed;
  return {
    ...feedView(feed),
    ...{ why, redirect, etag, lastModified },
    pace: {
      waitSeconds: pace.waitMs / 1_000,
      jitterSeconds: pace.jitterMs / 1_000,
      failureWeight: pace.failureWeight,
    },
    unconditionalAt: iso(unconditionalAt),
    leaseUntil: iso(leaseUntil),
    fetches: fetches.map(fetchView),
  };
}

function fetchView({ feedId: _feedId, at, ...fetch }: FetchLog): FeedDetailView['fetches'][number] {
  return { ...fetch, at: at.toISOString() };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
