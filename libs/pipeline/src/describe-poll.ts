import { type Feed, type FeedState, type FetchLog, GOOD_OUTCOMES } from '#domain/feed.js';
import { HARD } from '#feeds/fetch/fetch-failure.js';
import type { FeedFetch } from '#feeds/fetch/fetch-feed.js';
import { type PaceSettings, planNextPoll, type PollFacts } from '#feeds/fetch/plan-next-poll.js';
import { addressToAsk } from '#feeds/fetch/remembered-redirect.js';
import type { ParsedFeed } from '#feeds/read/parse-feed.js';
import type { SavedItems } from './save-items.js';

/** Everything that came of a poll. `parsed` is null where there was no new document. */
export type Poll = {
  feed: Feed;
  fetched: FeedFetch;
  parsed: ParsedFeed | null;
  saved: SavedItems;
  startedAt: Date;
  endedAt: Date;
};

/** The log line of a poll and what the feed's row becomes. `random` in [0, 1) spreads the next polls. */
export function describePoll(
  poll: Poll,
  pace: PaceSettings,
  random: number,
): { line: FetchLog; state: FeedState } {
  const line = lineOf(poll);
  return { line, state: stateOf(poll, line, pace, random) };
}

function lineOf({ feed, fetched, parsed, saved, startedAt, endedAt }: Poll): FetchLog {
  const unreadable = parsed && !parsed.ok ? parsed.error : null;
  return {
    feedId: feed.id,
    at: startedAt,
    outcome: unreadable === null ? fetched.outcome : 'failed',
    httpStatus: fetched.httpStatus,
    bytes: 'bytes' in fetched ? fetched.bytes : 0,
    durationMs: endedAt.getTime() - startedAt.getTime(),
    items: parsed?.ok ? parsed.items.length : 0,
    dropped: parsed?.ok ? parsed.dropped.length : 0,
    inserted: saved.inserted.length,
    revised: saved.revised.length,
    error: unreadable ?? whyNot(fetched),
  };
}

function whyNot(fetched: FeedFetch): string | null {
  if (fetched.outcome === 'failed') return fetched.failure.message;
  return 'message' in fetched ? fetched.message : null;
}

/** Validators are kept unless a new document was read to its end, so that one that could not be is read again. */
function stateOf(poll: Poll, line: FetchLog, settings: PaceSettings, random: number): FeedState {
  const { feed, fetched, startedAt: now } = poll;
  const failed = line.outcome === 'failed';
  const facts = factsOf(poll, line);
  const planned = planNextPoll({ feed, facts, settings, now, random });
  const { etag, lastModified, bodyHash } = line.outcome === 'ok' && fetched.outcome === 'ok' ? fetched : feed;
  const whole = 'unconditional' in fetched && fetched.unconditional && !failed;
  const address = {
    // What is no feed, like the page of a domain that was given up, says nothing of where a feed moved to.
    redirect: failed ? feed.redirect : fetched.redirect,
    unconditionalAt: whole ? line.at : feed.unconditionalAt,
    lastPolledAt: line.at,
    failures: failed ? feed.failures + 1 : 0,
  };
  return {
    ...planned,
    ...address,
    status: line.outcome === 'gone' || line.outcome === 'opted-out' ? line.outcome : 'active',
    lastOkAt: facts.ok ? line.at : feed.lastOkAt,
    etag,
    lastModified,
    bodyHash,
    host: new URL(addressToAsk({ url: feed.url, ...address }, planned.nextPollAt)).host,
    error: line.error,
  };
}

function factsOf({ fetched, parsed }: Poll, line: FetchLog): PollFacts {
  return {
    ok: GOOD_OUTCOMES.includes(line.outcome),
    known: line.items - line.inserted,
    fresh: line.inserted,
    failureWeight: fetched.outcome === 'failed' ? fetched.failure.weight : HARD,
    retryAfterMs: 'retryAfterMs' in fetched ? fetched.retryAfterMs : null,
    cacheMs: 'cacheMs' in fetched ? fetched.cacheMs : null,
    asks: parsed?.ok ? parsed.feed : null,
  };
}
