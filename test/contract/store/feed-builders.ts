import type { CoverageDay } from '#domain/coverage.js';
import type { Feed, FeedRegistration, FeedState, FetchLog } from '#domain/feed.js';
import type { Source } from '#domain/source.js';
import { at } from './builders.js';

export function aFeed(id: string, over: Partial<FeedRegistration> = {}): FeedRegistration {
  return {
    id,
    sourceId: 'sample-post',
    url: `https://${id}.example/rss`,
    host: `${id}.example:443`,
    language: null,
    verified: null,
    optedOut: false,
    ...over,
  };
}

/** A feed as it is stored when it is first named. */
export function newlyStored(
  { optedOut, ...registered }: FeedRegistration,
  nextPollAt: Date,
  over: Partial<Feed> = {},
): Feed {
  return {
    ...registered,
    origin: 'config',
    status: optedOut ? 'opted-out' : 'active',
    nextPollAt,
    leaseUntil: null,
    lastPolledAt: null,
    lastOkAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    unconditionalAt: null,
    redirect: null,
    pace: {
      ...{ intervalMs: 0, failureWeight: 0, reason: 'first', waitMs: 0, jitterMs: 0 },
      ...{ wish: null, items: 0 },
    },
    failures: 0,
    error: null,
    ...over,
  };
}

/** The state that a good poll leaves. */
export function polled(over: Partial<FeedState> = {}): FeedState {
  return {
    host: 'a.example:443',
    status: 'active',
    nextPollAt: at(60),
    lastPolledAt: at(0),
    lastOkAt: at(0),
    etag: '"v1"',
    lastModified: 'Tue, 10 Mar 2026 12:00:00 GMT',
    bodyHash: 'body-1',
    unconditionalAt: at(0),
    redirect: { url: 'https://moved.example/rss', times: 2 },
    pace: {
      intervalMs: 3_600_000,
      failureWeight: 0,
      reason: 'habit',
      waitMs: 3_590_000.5,
      jitterMs: -9_999.5,
      wish: { reason: 'ttl', ms: 3_600_000 },
      items: 30,
    },
    failures: 0,
    error: null,
    ...over,
  };
}

export function aFetch(feedId: string, over: Partial<FetchLog> = {}): FetchLog {
  return {
    feedId,
    at: at(0),
    outcome: 'ok',
    httpStatus: 200,
    bytes: 2_048,
    durationMs: 120,
    items: 10,
    dropped: 1,
    inserted: 8,
    revised: 1,
    error: null,
    ...over,
  };
}

export function aSource(id: string, over: Partial<Source> = {}): Source {
  return {
    id,
    name: `The ${id}`,
    country: 'PK',
    bloc: 'pakistani',
    language: 'ur',
    kind: 'press',
    hosts: [`${id}.example`],
    feeds: [
      { id: `${id}-main`, url: `https://${id}.example/rss`, language: 'ur', verified: '2026-03-01' },
      { id: `${id}-world`, url: `https://${id}.example/world`, verified: false },
    ],
    ...over,
  };
}

export function aCoverageDay(sourceId: string, day: string, over: Partial<CoverageDay> = {}): CoverageDay {
  return { sourceId, day, state: 'observed', seen: 12, expected: 11.25, polls: 48, failedPolls: 2, ...over };
}
