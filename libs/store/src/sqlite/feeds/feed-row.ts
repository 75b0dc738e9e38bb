import type { Feed, FeedPace, FeedState, FeedStatus, RememberedRedirect } from '#domain/feed.js';
import { FIRST_PACE } from '../../new-feed.js';
import { dateOf, msOf } from '../sql.js';

export type FeedRow = {
  id: string;
  source_id: string;
  url: string;
  host: string;
  language: string | null;
  verified: string | null;
  origin: Feed['origin'];
  status: FeedStatus;
  next_poll_at: number;
  lease_until: number | null;
  last_polled_at: number | null;
  last_ok_at: number | null;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  unconditional_at: number | null;
  redirect: string | null;
  pace: string;
  failures: number;
  error: string | null;
};

/** The columns of what a poll changes. */
export const STATE_COLUMNS = [
  'host',
  'status',
  'next_poll_at',
  'last_polled_at',
  'last_ok_at',
  'etag',
  'last_modified',
  'body_hash',
  'unconditional_at',
  'redirect',
  'pace',
  'failures',
  'error',
] as const satisfies (keyof FeedRow)[];

export const FEED_COLUMNS = [
  'id',
  'source_id',
  'url',
  'language',
  'verified',
  'origin',
  'lease_until',
  ...STATE_COLUMNS,
] as const satisfies (keyof FeedRow)[];

export function feedRow(feed: Feed): FeedRow {
  return {
    ...stateRow(feed),
    id: feed.id,
    source_id: feed.sourceId,
    url: feed.url,
    language: feed.language,
    verified: feed.verified,
    origin: feed.origin,
    lease_until: msOf(feed.leaseUntil),
  };
}

export function stateRow(state: FeedState): Pick<FeedRow, (typeof STATE_COLUMNS)[number]> {
  return {
    host: state.host,
    status: state.status,
    next_poll_at: msOf(state.nextPollAt),
    last_polled_at: msOf(state.lastPolledAt),
    last_ok_at: msOf(state.lastOkAt),
    etag: state.etag,
    last_modified: state.lastModified,
    body_hash: state.bodyHash,
    unconditional_at: msOf(state.unconditionalAt),
    redirect: state.redirect && JSON.stringify(state.redirect),
    pace: JSON.stringify(state.pace),
    failures: state.failures,
    error: state.error,
  };
}

export function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    host: row.host,
    language: row.language,
    verified: row.verified,
    origin: row.origin,
    status: row.status,
    nextPollAt: dateOf(row.next_poll_at),
    leaseUntil: dateOf(row.lease_until),
    lastPolledAt: dateOf(row.last_polled_at),
    lastOkAt: dateOf(row.last_ok_at),
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    unconditionalAt: dateOf(row.unconditional_at),
    redirect: row.redirect === null ? null : (JSON.parse(row.redirect) as RememberedRedirect),
    // Without the parts that are younger than the row.
    pace: { ...FIRST_PACE, ...(JSON.parse(row.pace) as Partial<FeedPace>) },
    failures: row.failures,
    error: row.error,
  };
}
