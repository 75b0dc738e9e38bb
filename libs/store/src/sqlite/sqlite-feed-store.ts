import { MissingRowError } from '#domain/errors.js';
import type { Feed, FeedRegistration, FeedState, FetchLog } from '#domain/feed.js';
import { FeedStore } from '#domain/ports/feed-store.js';
import type { Connection } from './connection.js';
import {
  FETCH_COLUMNS,
  fetchRow,
  STATE_COLUMNS,
  stateRow,
  toFeed,
  toFetch,
  type FeedRow,
  type FetchRow,
} from './feed-row.js';
import { assign, insertInto, list, msOf } from './sql.js';

/** In an upsert the bare names are the stored row. A new URL begins anew, even where the old one was gone. */
const REGISTER = `
INSERT INTO feed (id, source_id, url, host, language, verified, status, next_poll_at, failures)
VALUES (:id, :source_id, :url, :host, :language, :verified, 'active', :now, 0)
ON CONFLICT (id) DO UPDATE SET
  source_id = excluded.source_id,
  host = excluded.host,
  language = excluded.language,
  verified = excluded.verified,
  url = excluded.url,
  status = iif(url = excluded.url AND status = 'gone', 'gone', 'active'),
  next_poll_at = iif(url = excluded.url, next_poll_at, excluded.next_poll_at),
  etag = iif(url = excluded.url, etag, NULL),
  last_modified = iif(url = excluded.url, last_modified, NULL),
  body_hash = iif(url = excluded.url, body_hash, NULL),
  lease_until = iif(url = excluded.url, lease_until, NULL)`;

const SAVE_POLL = `
UPDATE feed SET ${assign(STATE_COLUMNS.filter((column) => column !== 'status'))},
  status = iif(status = 'unlisted', status, :status), lease_until = NULL
WHERE id = :id AND lease_until IS NOT NULL`;

const DUE = `
SELECT feed.* FROM feed LEFT JOIN host ON host.host = feed.host
WHERE feed.status = 'active' AND feed.next_poll_at <= :now
  AND (feed.lease_until IS NULL OR feed.lease_until <= :now)
  AND (host.lease_until IS NULL OR host.lease_until <= :now)
ORDER BY feed.next_poll_at, feed.id`;

const LEASE_HOST = `
INSERT INTO host (host, lease_until) VALUES (?, ?)
ON CONFLICT (host) DO UPDATE SET lease_until = excluded.lease_until`;

export class SqliteFeedStore extends FeedStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async register(feeds: FeedRegistration[], now: Date): Promise<void> {
    this.connection.atomic(() => {
      for (const { id, sourceId: source_id, url, host, language, verified } of feeds)
        this.connection.run(REGISTER, { id, source_id, url, host, language, verified, now: msOf(now) });
      const sql = "UPDATE feed SET status = 'unlisted' WHERE id NOT IN (SELECT value FROM json_each(?))";
      this.connection.run(sql, [list(feeds.map((feed) => feed.id))]);
    });
  }

  override async list(): Promise<Feed[]> {
    return this.connection.all<FeedRow>('SELECT * FROM feed ORDER BY id').map(toFeed);
  }

  override async get(id: string): Promise<Feed | null> {
    const row = this.connection.get<FeedRow>('SELECT * FROM feed WHERE id = ?', [id]);
    return row ? toFeed(row) : null;
  }

  override async due(ask: { now: Date; until: Date; limit: number }): Promise<Feed[]> {
    return this.connection.atomic(() => {
      const candidates = this.connection.all<FeedRow>(DUE, { now: msOf(ask.now) }).map(toFeed);
      const chosen = oneOfEachHost(candidates).slice(0, ask.limit);
      for (const feed of chosen) {
        this.connection.run('UPDATE feed SET lease_until = ? WHERE id = ?', [msOf(ask.until), feed.id]);
        this.connection.run(LEASE_HOST, [feed.host, msOf(ask.until)]);
      }
      return chosen.map((feed) => ({ ...feed, leaseUntil: ask.until }));
    });
  }

  override async savePoll(id: string, state: FeedState, log: FetchLog, hostFreeAt: Date): Promise<void> {
    this.connection.atomic(() => {
      this.connection.run(insertInto('fetch', FETCH_COLUMNS), fetchRow(log));
      const feed = this.connection.get<{ host: string }>('SELECT host FROM feed WHERE id = ?', [id]);
      if (!feed) throw new MissingRowError('feed', id);
      this.connection.run(SAVE_POLL, { ...stateRow(state), id });
      this.connection.run(LEASE_HOST, [feed.host, msOf(hostFreeAt)]);
    });
  }

  override async fetches(feedId: string, limit: number): Promise<FetchLog[]> {
    const sql = 'SELECT * FROM fetch WHERE feed_id = ? ORDER BY at DESC, n DESC LIMIT ?';
    return this.connection.all<FetchRow>(sql, [feedId, limit]).map(toFetch);
  }

  override async forgetFetches(before: Date): Promise<number> {
    return this.connection.run('DELETE FROM fetch WHERE at < ?', [msOf(before)]);
  }
}

/** The first of each host. */
function oneOfEachHost(feeds: Feed[]): Feed[] {
  const hosts = new Set<string>();
  return feeds.filter((feed) => !hosts.has(feed.host) && hosts.add(feed.host));
}
