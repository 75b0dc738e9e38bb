import type { Feed, FeedState, FetchLog, FetchOutcome } from '#domain/feed.js';
import type { SqlValue } from './connection.js';
import { dateOf, msOf } from './sql.js';

export type FeedRow = {
  id: string;
  source_id: string;
  url: string;
  host: string;
  language: string | null;
  verified: string | null;
  status: Feed['status'];
  next_poll_at: number;
  lease_until: number | null;
  last_polled_at: number | null;
  last_ok_at: number | null;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  failures: number;
  error: string | null;
};

export type FetchRow = {
  feed_id: string;
  at: number;
  outcome: FetchOutcome;
  http_status: number | null;
  bytes: number;
  duration_ms: number;
  items: number;
  dropped: number;
  inserted: number;
  revised: number;
  error: string | null;
};

export const FETCH_COLUMNS = [
  'feed_id',
  'at',
  'outcome',
  'http_status',
  'bytes',
  'duration_ms',
  'items',
  'dropped',
  'inserted',
  'revised',
  'error',
] as const satisfies (keyof FetchRow)[];

export const STATE_COLUMNS = [
  'status',
  'next_poll_at',
  'last_polled_at',
  'last_ok_at',
  'etag',
  'last_modified',
  'body_hash',
  'failures',
  'error',
] as const satisfies (keyof FeedRow)[];

export function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    host: row.host,
    language: row.language,
    verified: row.verified,
    status: row.status,
    nextPollAt: dateOf(row.next_poll_at),
    leaseUntil: dateOf(row.lease_until),
    lastPolledAt: dateOf(row.last_polled_at),
    lastOkAt: dateOf(row.last_ok_at),
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    failures: row.failures,
    error: row.error,
  };
}

export function stateRow(state: FeedState): Record<(typeof STATE_COLUMNS)[number], SqlValue> {
  return {
    status: state.status,
    next_poll_at: msOf(state.nextPollAt),
    last_polled_at: msOf(state.lastPolledAt),
    last_ok_at: msOf(state.lastOkAt),
    etag: state.etag,
    last_modified: state.lastModified,
    body_hash: state.bodyHash,
    failures: state.failures,
    error: state.error,
  };
}

export function toFetch(row: FetchRow): FetchLog {
  return {
    feedId: row.feed_id,
    at: dateOf(row.at),
    outcome: row.outcome,
    httpStatus: row.http_status,
    bytes: row.bytes,
    durationMs: row.duration_ms,
    items: row.items,
    dropped: row.dropped,
    inserted: row.inserted,
    revised: row.revised,
    error: row.error,
  };
}

export function fetchRow(log: FetchLog): FetchRow {
  return {
    feed_id: log.feedId,
    at: msOf(log.at),
    outcome: log.outcome,
    http_status: log.httpStatus,
    bytes: log.bytes,
    duration_ms: log.durationMs,
    items: log.items,
    dropped: log.dropped,
    inserted: log.inserted,
    revised: log.revised,
    error: log.error,
  };
}
