import type { FetchLog, FetchOutcome } from '#domain/feed.js';
import { dateOf, msOf } from '../sql.js';

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
