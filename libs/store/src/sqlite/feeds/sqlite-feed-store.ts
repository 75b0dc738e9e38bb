import { MissingRowError } from '#domain/errors.js';
import type { Feed, FeedRegistration, FetchLog, PollCount } from '#domain/feed.js';
import { FeedStore, type PutOffPoll, type SavedPoll } from '#domain/ports/feed-store.js';
import type { Connection } from '../connection.js';
import { addFeed, optOutAdded, registerFeeds } from './feed-register.js';
import { STATE_COLUMNS, stateRow, toFeed, type FeedRow } from './feed-row.js';
import { appendFetch, arrivalsOf, forgetFetches, newestFetches, pollCounts } from './fetch-log.js';
import { leaseHost, reserveHost, restHost } from './host-leases.js';
import { assign, msOf } from '../sql.js';

const FREE = `
feed.status = 'active' AND feed.next_poll_at <= :now
  AND (feed.lease_until IS NULL OR feed.lease_until <= :now)
  AND NOT EXISTS (SELECT 1 FROM host WHERE host.host = feed.host AND host.lease_until > :now)`;

const DUE = `SELECT * FROM feed WHERE ${FREE} ORDER BY next_poll_at, id`;
const CLAIM = `
UPDATE feed SET lease_until = :until, next_poll_at = :retryAt WHERE id = :id AND ${FREE} RETURNING *`;

const SAVE_POLL = `
UPDATE feed SET ${assign(STATE_COLUMNS.filter((column) => column !== 'status'))},
  status = iif(status IN ('unlisted', 'opted-out'), status, :status), lease_until = NULL
WHERE id = :id AND lease_until = :lease`;

const PUT_OFF = `
UPDATE feed SET next_poll_at = :nextPollAt, lease_until = NULL WHERE id = :id AND lease_until = :lease`;

const REVIVE = `
UPDATE feed SET status = 'active', next_poll_at = ?, failures = 0, error = NULL WHERE id = ? AND status = 'gone'`;

export class SqliteFeedStore extends FeedStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async register(feeds: FeedRegistration[], now: Date): Promise<void> {
    registerFeeds(this.connection, feeds, now);
  }

  override async add(feed: FeedRegistration, now: Date): Promise<boolean> {
    return addFeed(this.connection, feed, now);
  }

  override async optOutAdded(ids: string[]): Promise<void> {
    optOutAdded(this.connection, ids);
  }

  override async revive(id: string, now: Date): Promise<boolean> {
    return this.connection.run(REVIVE, [msOf(now), id]) === 1;
  }

  override async list(): Promise<Feed[]> {
    return this.connection.all<FeedRow>('SELECT * FROM feed ORDER BY id').map(toFeed);
  }

  override async get(id: string): Promise<Feed | null> {
    const row = this.connection.get<FeedRow>('SELECT * FROM feed WHERE id = ?', [id]);
    return row ? toFeed(row) : null;
  }

  override async due({ now, limit }: { now: Date; limit: number }): Promise<Feed[]> {
    const candidates = this.connection.all<FeedRow>(DUE, { now: msOf(now) });
    return oneOfEachHost(candidates).slice(0, limit).map(toFeed);
  }

  override async claim(id: string, ask: { now: Date; until: Date; retryAt: Date }): Promise<Feed | null> {
    return this.connection.atomic(() => {
      const { now, until, retryAt } = ask;
      const params = { id, now: msOf(now), until: msOf(until), retryAt: msOf(retryAt) };
      const row = this.connection.get<FeedRow>(CLAIM, params);
      if (!row) return null;
      leaseHost(this.connection, row.host, until);
      return toFeed(row);
    });
  }

  override async reserveHost(host: string, ask: { now: Date; until: Date }): Promise<boolean> {
    return reserveHost(this.connection, host, ask);
  }

  override async releaseHost(host: string, { lease, freeAt }: { lease: Date; freeAt: Date }): Promise<void> {
    restHost(this.connection, host, lease, freeAt);
  }

  override async savePoll({ feedId, lease, state, log, hostFreeAt }: SavedPoll): Promise<void> {
    this.connection.atomic(() => {
      const host = this.hostOf(feedId);
      appendFetch(this.connection, log);
      this.connection.run(SAVE_POLL, { ...stateRow(state), id: feedId, lease: msOf(lease) });
      restHost(this.connection, host, lease, hostFreeAt);
    });
  }

  override async putOff({ feedId, lease, nextPollAt, hostFreeAt }: PutOffPoll): Promise<void> {
    this.connection.atomic(() => {
      const host = this.hostOf(feedId);
      const params = { id: feedId, lease: msOf(lease), nextPollAt: msOf(nextPollAt) };
      this.connection.run(PUT_OFF, params);
      restHost(this.connection, host, lease, hostFreeAt);
    });
  }

  override async fetches(feedId: string, limit: number): Promise<FetchLog[]> {
    return newestFetches(this.connection, feedId, limit);
  }

  override async forgetFetches(before: Date): Promise<number> {
    return forgetFetches(this.connection, before);
  }

  override async pollCounts(from: Date, to: Date): Promise<PollCount[]> {
    return pollCounts(this.connection, from, to);
  }

  override async arrivals(feedId: string, from: Date, limit: number): Promise<Date[]> {
    return arrivalsOf(this.connection, feedId, from, limit);
  }

  private hostOf(feedId: string): string {
    const feed = this.connection.get<{ host: string }>('SELECT host FROM feed WHERE id = ?', [feedId]);
    if (!feed) throw new MissingRowError('feed', feedId);
    return feed.host;
  }
}

/** The first of each host. */
function oneOfEachHost(rows: FeedRow[]): FeedRow[] {
  const hosts = new Set<string>();
  return rows.filter((row) => !hosts.has(row.host) && hosts.add(row.host));
}
