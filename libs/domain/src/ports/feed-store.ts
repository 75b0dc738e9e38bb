import type { Feed, FeedRegistration, FeedState, FetchLog, PollCount } from '../feed.js';

export type SavedPoll = { feedId: string; lease: Date; state: FeedState; log: FetchLog; hostFreeAt: Date };

/** A poll that came to nothing by no fault of the feed's. */
export type PutOffPoll = { feedId: string; lease: Date; nextPollAt: Date; hostFreeAt: Date };

export abstract class FeedStore {
  /**
   * Makes the stored feeds of origin `config` those of the configuration: new ones are due at `now`, a changed URL begins anew
   * as if it had never been polled, ends the lease and is due at `now`, missing ones become `unlisted`, returning ones
   * `active`. Polling state is kept otherwise. One that is `optedOut` gets that status, whatever it was; one that no
   * longer is becomes `active`. A feed of origin `added` that the configuration now names becomes the configuration's.
   */
  abstract register(feeds: FeedRegistration[], now: Date): Promise<void>;

  /** Inserts a feed of origin `added`, due at `now`; false where the id or the url is taken. */
  abstract add(feed: FeedRegistration, now: Date): Promise<boolean>;

  /**
   * Makes the feeds of origin `added` with these ids `opted-out`, whatever they were, and those others of that origin that
   * were it `active`.
   */
  abstract optOutAdded(ids: string[]): Promise<void>;

  /** Makes a feed that is `gone` active again, due at `now`, its failures forgotten; false where it is not gone. */
  abstract revive(id: string, now: Date): Promise<boolean>;

  /** All feeds in order of id. */
  abstract list(): Promise<Feed[]>;

  abstract get(id: string): Promise<Feed | null>;

  /**
   * Active feeds whose time has come and that no lease covers, the longest due first, at most one of a host, and none
   * of a host that is reserved. Reserves nothing.
   */
  abstract due(ask: { now: Date; limit: number }): Promise<Feed[]>;

  /**
   * Leases an active feed that is due at `now` together with its host until `until`; null where either is taken or the
   * feed is not due. Of two callers at once one gets it. The feed is due again at `retryAt`, which holds where nothing
   * is heard of the poll any more, as when its document ends the process.
   */
  abstract claim(id: string, ask: { now: Date; until: Date; retryAt: Date }): Promise<Feed | null>;

  /** Reserves a host that is free at `now`; false where it is not. */
  abstract reserveHost(host: string, ask: { now: Date; until: Date }): Promise<boolean>;

  /**
   * Lets a host rest until `freeAt` that the caller reserved until `lease`. Where that is over and another caller has
   * reserved the host meanwhile, that one keeps it, until `freeAt` at least.
   */
  abstract releaseHost(host: string, rest: { lease: Date; freeAt: Date }): Promise<void>;

  /**
   * Writes the log line and lets the feed's host rest until `hostFreeAt`. Where the feed still has the lease that ends at
   * `lease`, writes the new state (one that became `unlisted` or `opted-out` meanwhile stays so) and ends the lease:
   * without it, it has another URL since the poll began, or another poll has begun, and what this one learnt does not
   * hold. Rejects with MissingRowError for an unknown feed.
   */
  abstract savePoll(poll: SavedPoll): Promise<void>;

  /**
   * Ends a poll as if it had not been: the feed is due at `nextPollAt`, the rest of its state is left as it is, the log
   * has no line of it, and its host rests until `hostFreeAt`. Without the lease only the host is told to rest. Rejects
   * with MissingRowError for an unknown feed.
   */
  abstract putOff(poll: PutOffPoll): Promise<void>;

  /** The newest lines of a feed's polling log. */
  abstract fetches(feedId: string, limit: number): Promise<FetchLog[]>;

  /** Drops lines older than `before`; returns how many. */
  abstract forgetFetches(before: Date): Promise<number>;

  /** How often each feed was polled with `from ≤ at < to`, well (a document or a truthful "unchanged") and badly. */
  abstract pollCounts(from: Date, to: Date): Promise<PollCount[]>;

  /** When polls of a feed brought new articles, since `from`, the newest `limit` of them, in ascending order. */
  abstract arrivals(feedId: string, from: Date, limit: number): Promise<Date[]>;
}
