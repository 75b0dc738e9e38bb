/** One URL of a source with its polling state. */
export type Feed = {
  id: string;
  sourceId: string;
  url: string;
  /** Host and port: what politeness is owed to. */
  host: string;
  language: string | null;
  verified: string | null;
  /** `gone`: answered 410. `unlisted`: no longer in the configuration. Neither is polled. */
  status: 'active' | 'gone' | 'unlisted';
  nextPollAt: Date;
  leaseUntil: Date | null;
  lastPolledAt: Date | null;
  lastOkAt: Date | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** Failed polls since the last good one. */
  failures: number;
  error: string | null;
};

/** What the configuration says of a feed; the rest of its row is the store's. */
export type FeedRegistration = Pick<Feed, 'id' | 'sourceId' | 'url' | 'host' | 'language' | 'verified'>;

/** What a poll changes of a feed. */
export type FeedState = Pick<
  Feed,
  | 'status'
  | 'nextPollAt'
  | 'lastPolledAt'
  | 'lastOkAt'
  | 'etag'
  | 'lastModified'
  | 'bodyHash'
  | 'failures'
  | 'error'
>;

export type FetchOutcome = 'ok' | 'not-modified' | 'same-body' | 'gone' | 'failed';

/** A line of the polling log. */
export type FetchLog = {
  feedId: string;
  at: Date;
  outcome: FetchOutcome;
  httpStatus: number | null;
  bytes: number;
  durationMs: number;
  items: number;
  dropped: number;
  inserted: number;
  revised: number;
  error: string | null;
};
