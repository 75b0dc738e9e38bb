import type { FeedRegistration } from '#domain/feed.js';
import { newFeed } from '../../new-feed.js';
import type { Connection } from '../connection.js';
import { FEED_COLUMNS, feedRow, type FeedRow, STATE_COLUMNS } from './feed-row.js';
import { fromExcluded, IN_LIST, insertInto, list } from '../sql.js';

/** What the configuration says of a feed that is there. */
const CONFIGURED = [
  'source_id',
  'language',
  'verified',
  'url',
  'origin',
] as const satisfies (keyof FeedRow)[];

/** What a feed forgets when its URL changes, since it is another document at the other end. */
const BOUND_TO_URL = ['lease_until', ...STATE_COLUMNS.filter((column) => column !== 'status')];

/** In an upsert the bare names are the stored row. A new URL begins anew, even where the old one was gone. */
const REGISTER = insertInto(
  'feed',
  FEED_COLUMNS,
  `ON CONFLICT (id) DO UPDATE SET
  ${fromExcluded(CONFIGURED)},
  ${BOUND_TO_URL.map((column) => `${column} = iif(url = excluded.url, ${column}, excluded.${column})`).join(', ')},
  status = iif(status = 'gone' AND url = excluded.url AND excluded.status = 'active', 'gone', excluded.status)`,
);

/** What people added under another id than the configuration now names it by: one URL is polled once. */
const ADOPT = `
UPDATE feed SET origin = 'config' WHERE origin = 'added' AND url ${IN_LIST}`;

const UNLIST = `
UPDATE feed SET status = 'unlisted' WHERE origin = 'config' AND id NOT ${IN_LIST}`;

export function registerFeeds(connection: Connection, feeds: FeedRegistration[], now: Date): void {
  connection.atomic(() => {
    for (const feed of feeds) connection.run(REGISTER, feedRow(newFeed(feed, 'config', now)));
    connection.run(ADOPT, [list(feeds.map((feed) => feed.url))]);
    connection.run(UNLIST, [list(feeds.map((feed) => feed.id))]);
  });
}

const OPT_OUT_ADDED = `
UPDATE feed SET status = 'opted-out' WHERE origin = 'added' AND id ${IN_LIST}`;

const OPT_IN_ADDED = `
UPDATE feed SET status = 'active'
WHERE origin = 'added' AND status = 'opted-out' AND id NOT ${IN_LIST}`;

export function optOutAdded(connection: Connection, ids: string[]): void {
  connection.atomic(() => {
    for (const sql of [OPT_OUT_ADDED, OPT_IN_ADDED]) connection.run(sql, [list(ids)]);
  });
}

const ADD = insertInto('feed', FEED_COLUMNS, 'ON CONFLICT DO NOTHING');

/** False where another feed has the id or the URL. */
export function addFeed(connection: Connection, feed: FeedRegistration, now: Date): boolean {
  return connection.atomic(() => {
    if (connection.get('SELECT 1 FROM feed WHERE url = ?', [feed.url])) return false;
    return connection.run(ADD, feedRow(newFeed(feed, 'added', now))) === 1;
  });
}
