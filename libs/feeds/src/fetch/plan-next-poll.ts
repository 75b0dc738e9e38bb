import type { DocumentWish, Feed, FeedPace, PaceReason } from '#domain/feed.js';
import { HOUR_MS } from '#domain/hours.js';
import { DAY_MS } from '#domain/window.js';
import { habitIntervalMs, longestWishMs } from './poll-interval.js';

/** Of the wait, to either side: feeds that began together drift apart. */
export const JITTER_SHARE = 0.1;
/** What a cache lifetime, a `ttl` or an update period may ask for: they are often left at their defaults. */
export const LONGEST_WISH_MS = 2 * HOUR_MS;
/** What Retry-After may ask for: it is said for this moment, and meant. */
export const LONGEST_RETRY_AFTER_MS = DAY_MS;
/** However often a feed failed, it is tried again within this time. */
export const LONGEST_BACKOFF_MS = 30 * DAY_MS;

/** How a poll went. Times in milliseconds, null where nothing was said. */
export type PollFacts = {
  /** Whether the document was read, or is unchanged. */
  ok: boolean;
  /** Items of the document that were seen before, and that were not. Both 0 for a document that is unchanged. */
  known: number;
  fresh: number;
  /** Of this poll's failure: 1 for a hard one, ½ or ¼ for one that is likely to pass. Not looked at when `ok`. */
  failureWeight: number;
  retryAfterMs: number | null;
  /** How long the answer stays good by its own headers. */
  cacheMs: number | null;
  /**
   * What the document says of itself: RSS `ttl`, and `sy:updatePeriod` over `sy:updateFrequency`. Null where none was
   * read: what the last one said still holds then.
   */
  asks: { ttlMs: number | null; updatePeriodMs: number | null } | null;
};

/** All above 0. The interval stays between the last two. */
export type PaceSettings = { startIntervalMs: number; minIntervalMs: number; maxIntervalMs: number };

export type PollEnd = {
  /** As it was before the poll. */
  feed: Pick<Feed, 'pace' | 'lastOkAt'>;
  facts: PollFacts;
  settings: PaceSettings;
  now: Date;
  /** At least 0 and below 1. */
  random: number;
};

/** `askedMs`: the longest of what was asked for, at most `ms`; 0 where nothing was. */
type Wait = { ms: number; reason: PaceReason; askedMs: number };

/**
 * When a feed is polled next, and why. The interval follows the feed's habit (`habitIntervalMs`) and stays as it is
 * while polls fail. The wait is the interval, or what the server or the document asks for where that is longer and nothing
 * is likely to be missed by it; after failures it is interval × (1 + their weights), which grows in a straight line.
 * Retry-After is kept to whatever it costs. Jitter never goes below what was asked for, nor over a limit. Whole
 * milliseconds.
 */
export function planNextPoll({ feed, facts, settings, now, random }: PollEnd): {
  nextPollAt: Date;
  pace: FeedPace;
} {
  const within = limits(settings);
  const habitMs = nextHabitMs(feed, facts, within(feed.pace.intervalMs || settings.startIntervalMs), now);
  const intervalMs = within(habitMs);
  const failureWeight = facts.ok ? 0 : feed.pace.failureWeight + facts.failureWeight;
  const said = { wish: wishOf(feed.pace, facts), items: facts.known + facts.fresh || feed.pace.items };
  const isFirst = feed.lastOkAt === null;
  const longestMs = isFirst ? Infinity : longestWishMs(habitMs, said.items);
  const own = { ms: intervalMs, reason: isFirst ? 'first' : 'habit', askedMs: 0 } as const;
  const wait = facts.ok
    ? wishedWait(own, facts, said.wish, Math.min(LONGEST_WISH_MS, settings.maxIntervalMs, longestMs))
    : backoff(intervalMs, failureWeight, facts);
  const waitMs = jittered(wait, settings, random);
  return {
    nextPollAt: new Date(now.getTime() + waitMs),
    pace: { intervalMs, failureWeight, reason: wait.reason, waitMs, jitterMs: waitMs - wait.ms, ...said },
  };
}

const limits =
  ({ minIntervalMs, maxIntervalMs }: PaceSettings) =>
  (ms: number): number =>
    Math.min(maxIntervalMs, Math.max(minIntervalMs, Math.round(ms)));

/** At first sight everything is new, which says nothing of a habit. */
function nextHabitMs(
  { lastOkAt }: PollEnd['feed'],
  { ok, known, fresh }: PollFacts,
  intervalMs: number,
  now: Date,
): number {
  if (!ok || lastOkAt === null) return intervalMs;
  return habitIntervalMs({ intervalMs, elapsedMs: now.getTime() - lastOkAt.getTime(), known, fresh });
}

/** The longer of what the document asks for, as far as it may; what the last one said where none was read. */
function wishOf(pace: FeedPace, { asks }: PollFacts): DocumentWish | null {
  if (asks === null) return pace.wish;
  const ttl = { reason: 'ttl', ms: asks.ttlMs ?? 0 } as const;
  const period = { reason: 'update-period', ms: asks.updatePeriodMs ?? 0 } as const;
  const { reason, ms } = period.ms > ttl.ms ? period : ttl;
  return ms > 0 ? { reason, ms: Math.round(Math.min(ms, LONGEST_WISH_MS)) } : null;
}

function wishedWait(own: Wait, facts: PollFacts, wish: DocumentWish | null, longestMs: number): Wait {
  const cached = longer(own, 'cache-control', facts.cacheMs, longestMs);
  const wished = wish ? longer(cached, wish.reason, wish.ms, longestMs) : cached;
  return longer(wished, 'retry-after', facts.retryAfterMs, LONGEST_RETRY_AFTER_MS);
}

function backoff(intervalMs: number, failureWeight: number, facts: PollFacts): Wait {
  const ms = Math.min(Math.round(intervalMs * (1 + failureWeight)), LONGEST_BACKOFF_MS);
  return longer(
    { ms, reason: 'backoff', askedMs: 0 },
    'retry-after',
    facts.retryAfterMs,
    LONGEST_RETRY_AFTER_MS,
  );
}

function longer(wait: Wait, reason: PaceReason, wishMs: number | null, longestMs: number): Wait {
  const ms = Math.round(Math.min(wishMs ?? 0, longestMs));
  return ms > wait.ms ? { ms, reason, askedMs: ms } : { ...wait, askedMs: Math.max(ms, wait.askedMs) };
}

/** Drawn evenly from the part of wait ± 10 % that keeps to what was asked for and to the limits. */
function jittered({ ms, reason, askedMs }: Wait, settings: PaceSettings, random: number): number {
  const from = Math.max(ms * (1 - JITTER_SHARE), Math.min(settings.minIntervalMs, ms), askedMs);
  const to = Math.min(ms * (1 + JITTER_SHARE), Math.max(limitOf(reason, settings), ms));
  return Math.round(from + random * (to - from));
}

function limitOf(reason: PaceReason, { maxIntervalMs }: PaceSettings): number {
  if (reason === 'backoff') return LONGEST_BACKOFF_MS;
  return reason === 'retry-after' ? LONGEST_RETRY_AFTER_MS : maxIntervalMs;
}
