import type { Feed, FeedRegistration, FeedState, FetchLog } from '../feed.js';

export abstract class FeedStore {
  /**
   * Makes the stored feeds those of the configuration: new ones are due at `now`, a changed URL forgets validators,
   * ends the lease and is due at `now`, missing ones become `unlisted`, returning ones `active`. Polling state is kept
   * otherwise.
   */
  abstract register(feeds: FeedRegistration[], now: Date): Promise<void>;

  /** All feeds in order of id. */
  abstract list(): Promise<Feed[]>;

  abstract get(id: string): Promise<Feed | null>;

  /**
   * Active feeds whose time has come and that no lease covers, the longest due first, at most one of a host whose own
   * lease is free. Each is leased together with its host until `until`, so that two callers never get the same.
   */
  abstract due(ask: { now: Date; until: Date; limit: number }): Promise<Feed[]>;

  /**
   * Writes the log line and leases the feed's host until `hostFreeAt`. Where the feed is still leased, writes the new
   * state (one that became `unlisted` meanwhile stays so) and ends the lease: without a lease it has another URL since
   * the poll began, or another poll has ended, and what this one learnt does not hold. Rejects with MissingRowError for an
   * unknown feed.
   */
  abstract savePoll(feedId: string, state: FeedState, log: FetchLog, hostFreeAt: Date): Promise<void>;

  /** The newest lines of a feed's polling log. */
  abstract fetches(feedId: string, limit: number): Promise<FetchLog[]>;

  /** Drops lines older than `before`; returns how many. */
  abstract forgetFetches(before: Date): Promise<number>;
}
