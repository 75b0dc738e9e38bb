import { type FetchLog, GOOD_OUTCOMES, type PollCount } from '#domain/feed.js';
import type { Connection } from '../connection.js';
import { FETCH_COLUMNS, fetchRow, toFetch, type FetchRow } from './fetch-row.js';
import { dateOf, insertInto, msOf } from '../sql.js';

const APPEND = insertInto('fetch', FETCH_COLUMNS);

const NEWEST = 'SELECT * FROM fetch WHERE feed_id = ? ORDER BY at DESC, n DESC LIMIT ?';

const COUNTS = `
SELECT feed_id AS feedId, sum(good) AS ok, sum(NOT good) AS failed FROM (
  SELECT feed_id, outcome IN (${GOOD_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')}) AS good
  FROM fetch INDEXED BY fetch_at WHERE at >= ? AND at < ?
) GROUP BY feed_id ORDER BY feed_id`;

const ARRIVALS = `
SELECT at FROM fetch INDEXED BY fetch_arrival
WHERE feed_id = ? AND at >= ? AND inserted > 0 ORDER BY at DESC LIMIT ?`;

export function appendFetch(connection: Connection, log: FetchLog): void {
  connection.run(APPEND, fetchRow(log));
}

export function newestFetches(connection: Connection, feedId: string, limit: number): FetchLog[] {
  return connection.all<FetchRow>(NEWEST, [feedId, limit]).map(toFetch);
}

export function forgetFetches(connection: Connection, before: Date): number {
  return connection.run('DELETE FROM fetch WHERE at < ?', [msOf(before)]);
}

export function pollCounts(connection: Connection, from: Date, to: Date): PollCount[] {
  return connection.all<PollCount>(COUNTS, [msOf(from), msOf(to)]);
}

/** Read from the newest backwards, so that what it costs depends on `limit` alone. */
export function arrivalsOf(connection: Connection, feedId: string, from: Date, limit: number): Date[] {
  const rows = connection.all<{ at: number }>(ARRIVALS, [feedId, msOf(from), limit]);
  return rows.map((row) => dateOf(row.at)).reverse();
}
