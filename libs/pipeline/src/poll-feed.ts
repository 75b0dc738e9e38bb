import type { Feed } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import type { FeedFetch } from '#feeds/fetch/fetch-feed.js';
import type { ParsedFeed } from '#feeds/read/parse-feed.js';
import type { PipelineDeps } from './deps.js';
import { describePoll, type Poll } from './describe-poll.js';
import { analyseJobs, coverageJob, watchJob } from './next-jobs.js';
import { dayToRecordAfter } from './record-coverage.js';
import { saveItems, type SavedItems } from './save-items.js';

type Deps = Pick<
  PipelineDeps,
  | 'articles'
  | 'clock'
  | 'feeds'
  | 'fetchFeed'
  | 'log'
  | 'parseDocument'
  | 'random'
  | 'register'
  | 'settings'
  | 'sources'
>;

const NOTHING_SAVED: SavedItems = { inserted: [], revised: [] };

/**
 * Claims a feed that is due together with its host, fetches it, saves what it lists, then the feed's new state. A feed
 * that is not due or whose host is taken is left alone: the sweep offers it again.
 */
export async function pollFeed({ feedId }: { feedId: string }, deps: Deps): Promise<Job[]> {
  const startedAt = deps.clock.now();
  const lease = new Date(startedAt.getTime() + deps.settings.feedLeaseMs);
  const feed = await deps.feeds.claim(feedId, { now: startedAt, until: lease });
  if (!feed) return [];
  deps.register.include(await deps.sources.list());

  const fetched = await deps.fetchFeed(feed, startedAt);
  const parsed = await parse(fetched, startedAt, deps);
  const saved = parsed?.ok ? await saveItems(feed, parsed, startedAt, deps) : NOTHING_SAVED;

  const poll: Poll = { feed, fetched, parsed, saved, startedAt, endedAt: deps.clock.now() };
  await save(feed, lease, poll, deps);
  const health = [watchJob(feedId), coverageJob(dayToRecordAfter(startedAt))];
  return [...analyseJobs([...saved.inserted, ...saved.revised]), ...health];
}

async function parse(fetched: FeedFetch, now: Date, { parseDocument }: Deps): Promise<ParsedFeed | null> {
  if (fetched.outcome !== 'ok') return null;
  const { body, contentType, finalUrl } = fetched;
  return parseDocument(body, { contentType, base: finalUrl, now, keepHtml: true });
}

/** The host rests from the end of the poll on. */
async function save(
  feed: Feed,
  lease: Date,
  poll: Poll,
  { feeds, log, random, settings }: Deps,
): Promise<void> {
  const { line, state } = describePoll(poll, settings.pace, random());
  const hostFreeAt = new Date(poll.endedAt.getTime() + settings.hostGapMs);
  await feeds.savePoll({ feedId: feed.id, lease, state, log: line, hostFreeAt });
  if (line.error)
    log.warn('a feed could not be read', { feed: feed.id, error: line.error, nextPollAt: state.nextPollAt });
}
