import type { Feed, FeedState, FetchLog } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import type { FeedFetch } from '#feeds/fetch/fetch-feed.js';
import { parseFeed, type ParsedFeed } from '#feeds/read/parse-feed.js';
import type { PipelineDeps } from './deps.js';
import { analyseJobs } from './next-jobs.js';
import { saveItems, type SavedItems } from './save-items.js';

type Deps = Pick<
  PipelineDeps,
  'articles' | 'clock' | 'feeds' | 'fetchFeed' | 'log' | 'register' | 'settings'
>;

const NOTHING_SAVED: SavedItems = { inserted: [], revised: [] };

/**
 * Fetches a feed that is leased for it, saves what it lists, then the feed's new state. A feed without a lease is left
 * alone: the sweep offers it again when host and time allow.
 */
export async function pollFeed({ feedId }: { feedId: string }, deps: Deps): Promise<Job[]> {
  const startedAt = deps.clock.now();
  const feed = await deps.feeds.get(feedId);
  if (!feed || feed.status !== 'active' || !feed.leaseUntil || feed.leaseUntil <= startedAt) return [];

  const fetched = await deps.fetchFeed(feed);
  const parsed = await parse(fetched, startedAt);
  const saved = parsed?.ok ? await saveItems(feed, parsed, startedAt, deps) : NOTHING_SAVED;

  const log = logOf(feed, fetched, parsed, saved, startedAt, deps.clock.now());
  const state = nextState(feed, fetched, log, deps.settings);
  await deps.feeds.savePoll(
    feedId,
    state,
    log,
    new Date(log.at.getTime() + log.durationMs + deps.settings.hostGapMs),
  );
  if (log.error)
    deps.log.warn('a feed could not be read', {
      feed: feedId,
      error: log.error,
      nextPollAt: state.nextPollAt,
    });
  return analyseJobs([...saved.inserted, ...saved.revised]);
}

async function parse(fetched: FeedFetch, now: Date): Promise<ParsedFeed | null> {
  if (fetched.outcome !== 'ok') return null;
  return parseFeed(fetched.body, { contentType: fetched.contentType, base: fetched.finalUrl, now });
}

function logOf(
  feed: Feed,
  fetched: FeedFetch,
  parsed: ParsedFeed | null,
  saved: SavedItems,
  at: Date,
  endedAt: Date,
): FetchLog {
  const unreadable = parsed && !parsed.ok ? parsed.error : null;
  return {
    feedId: feed.id,
    at,
    outcome: unreadable ? 'failed' : fetched.outcome,
    httpStatus: fetched.httpStatus,
    bytes: fetched.outcome === 'ok' ? fetched.bytes : 0,
    durationMs: endedAt.getTime() - at.getTime(),
    items: parsed?.ok ? parsed.items.length : 0,
    dropped: parsed?.ok ? parsed.dropped.length : 0,
    inserted: saved.inserted.length,
    revised: saved.revised.length,
    error: unreadable ?? (fetched.outcome === 'failed' ? fetched.error : null),
  };
}

/** What the feed's row becomes. Validators are kept unless a new document was read to its end. */
function nextState(
  feed: Feed,
  fetched: FeedFetch,
  log: FetchLog,
  settings: PipelineDeps['settings'],
): FeedState {
  const failed = log.outcome === 'failed';
  const failures = failed ? feed.failures + 1 : 0;
  const read = log.outcome === 'ok' && fetched.outcome === 'ok';
  const { etag, lastModified, bodyHash } = read ? fetched : feed;
  return {
    status: log.outcome === 'gone' ? 'gone' : 'active',
    nextPollAt: new Date(log.at.getTime() + waitMs(failures, fetched, settings)),
    lastPolledAt: log.at,
    lastOkAt: failed ? feed.lastOkAt : log.at,
    etag,
    lastModified,
    bodyHash,
    failures,
    error: log.error,
  };
}

/** The interval, lengthened by one more interval for each failure in a row, and never shorter than the server asked. */
function waitMs(failures: number, fetched: FeedFetch, settings: PipelineDeps['settings']): number {
  const backoff = Math.min(settings.pollIntervalMs * (1 + failures), settings.maxPollIntervalMs);
  const asked = fetched.outcome === 'failed' ? (fetched.retryAfterMs ?? 0) : 0;
  return Math.max(backoff, Math.min(asked, settings.maxPollIntervalMs));
}
