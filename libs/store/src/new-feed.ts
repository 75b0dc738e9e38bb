import type { Feed, FeedPace, FeedRegistration } from '#domain/feed.js';

/** The pace of a feed that was never polled at its URL. */
export const FIRST_PACE: Readonly<FeedPace> = {
  intervalMs: 0,
  failureWeight: 0,
  reason: 'first',
  waitMs: 0,
  jitterMs: 0,
  wish: null,
  items: 0,
};

/** A feed as it is first stored, due at `now`. */
export function newFeed(
  { optedOut, ...registered }: FeedRegistration,
  origin: Feed['origin'],
  now: Date,
): Feed {
  return {
    ...registered,
    origin,
    status: optedOut ? 'opted-out' : 'active',
    nextPollAt: now,
    leaseUntil: null,
    lastPolledAt: null,
    lastOkAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    unconditionalAt: null,
    redirect: null,
    pace: FIRST_PACE,
    failures: 0,
    error: null,
  };
}
