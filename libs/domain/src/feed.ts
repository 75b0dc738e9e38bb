/**
 * `gone`: answered 410. `opted-out`: its publisher does not want to be polled. `unlisted`: no longer in the
 * configuration. Only an active feed is polled.
 */
export const FEED_STATUSES = ['active', 'gone', 'opted-out', 'unlisted'] as const;
export type FeedStatus = (typeof FEED_STATUSES)[number];

/** Where permanent redirects led, and how often in a row they led there. */
export type RememberedRedirect = { url: string; times: number };

/** What decided how long the next poll is waited for. */
export const PACE_REASONS = [
  'first',
  'habit',
  'backoff',
  'retry-after',
  'cache-control',
  'ttl',
  'update-period',
] as const;
export type PaceReason = (typeof PACE_REASONS)[number];

/** How long a document asked to be left alone, in milliseconds, by which of its elements. */
export type DocumentWish = { reason: 'ttl' | 'update-period'; ms: number };

export type FeedPace = {
  /** The interval that the feed's habit calls for, in milliseconds. */
  intervalMs: number;
  /** Failures since the last good poll, by weight: 1 for a hard one, ½ or ¼ for one that is likely to pass. */
  failureWeight: number;
  reason: PaceReason;
  /** From the last poll to the next, the jitter included, in milliseconds. */
  waitMs: number;
  jitterMs: number;
  /** What the last document that was read asked for, and how many items it had: both hold while it is unchanged. */
  wish: DocumentWish | null;
  items: number;
};

/** One URL of a source with its polling state. */
export type Feed = {
  id: string;
  sourceId: string;
  url: string;
  /** Host and port of where it is fetched: what politeness is owed to. */
  host: string;
  language: string | null;
  verified: string | null;
  /** Who named it: the configuration, or a person while the system ran, whose feed stays when the configuration changes. */
  origin: 'config' | 'added';
  status: FeedStatus;
  nextPollAt: Date;
  leaseUntil: Date | null;
  lastPolledAt: Date | null;
  lastOkAt: Date | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** When a whole document was last asked for without conditions, since servers are wrong about what changed. */
  unconditionalAt: Date | null;
  redirect: RememberedRedirect | null;
  pace: FeedPace;
  /** Failed polls since the last good one. */
  failures: number;
  error: string | null;
};

/** What the configuration says of a feed; the rest of its row is the store's. */
export type FeedRegistration = Pick<Feed, 'id' | 'sourceId' | 'url' | 'host' | 'language' | 'verified'> & {
  optedOut: boolean;
};

/** What a poll changes of a feed. */
export type FeedState = Pick<
  Feed,
  | 'host'
  | 'status'
  | 'nextPollAt'
  | 'lastPolledAt'
  | 'lastOkAt'
  | 'etag'
  | 'lastModified'
  | 'bodyHash'
  | 'unconditionalAt'
  | 'redirect'
  | 'pace'
  | 'failures'
  | 'error'
>;

export type FetchOutcome = 'ok' | 'not-modified' | 'same-body' | 'gone' | 'opted-out' | 'failed';

/** Of a good poll: a document, or a truthful "unchanged". */
export const GOOD_OUTCOMES: readonly FetchOutcome[] = ['ok', 'not-modified', 'same-body'];

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

/** How the polls of a feed went within a span. */
export type PollCount = { feedId: string; ok: number; failed: number };
