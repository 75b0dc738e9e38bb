import { EndingError } from '#domain/errors.js';
import type { Feed } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import { learnSources } from '#domain/learn-sources.js';
import { brokenOff, type FeedFetch } from '#feeds/fetch/fetch-feed.js';
import { HostTurns, hostRestMs } from '#feeds/fetch/host-turns.js';
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

/** What a poll holds: the feed with its host, and the hosts that redirects lead to. */
type Claim = { feed: Feed; lease: Date; startedAt: Date; turns: HostTurns };

/** What a poll has found by its end. */
type Findings = Pick<Poll, 'fetched' | 'parsed' | 'saved'>;

const NOTHING_SAVED: SavedItems = { inserted: [], revised: [] };

/** A host on the way is asked by someone else at the moment, or rests. */
class BusyHostError extends Error {}

/**
 * Claims a feed that is due together with its host, fetches it, saves what it lists, then the feed's new state. A feed
 * that is not due or whose host is taken is left alone: the sweep offers it again. A poll that throws counts as a failed
 * one, so that it is not tried again for ever unseen; one that is led to a host that is taken, or that the end of the
 * program cuts short, is put off and not held against the feed.
 */
export async function pollFeed({ feedId }: { feedId: string }, deps: Deps): Promise<Job[]> {
  const claim = await claimFeed(feedId, deps);
  if (!claim) return [];
  try {
    const found = await read(claim, deps);
    await save(claim, found, deps);
    return nextJobs(claim, found.saved);
  } catch (error) {
    const dueAt = dueAfter(error, claim, deps);
    if (!dueAt) await saveFailure(claim, error, deps);
    if (!dueAt) throw error;
    await putOff(claim, dueAt, error as Error, deps);
    return [];
  }
}

async function claimFeed(feedId: string, { clock, feeds, settings }: Deps): Promise<Claim | null> {
  const startedAt = clock.now();
  const lease = after(startedAt, settings.feedLeaseMs);
  const retryAt = after(startedAt, settings.pace.minIntervalMs);
  const feed = await feeds.claim(feedId, { now: startedAt, until: lease, retryAt });
  return feed && { feed, lease, startedAt, turns: new HostTurns(feeds) };
}

async function read(claim: Claim, deps: Deps): Promise<Findings> {
  const { feed, startedAt } = claim;
  await learnSources(deps.register, deps.sources);
  const fetched = await deps.fetchFeed(feed, startedAt, (host) => takeHost(host, claim, deps));
  const parsed = await parse(fetched, startedAt, deps);
  const saved = parsed?.ok ? await saveItems(feed, parsed, startedAt, deps) : NOTHING_SAVED;
  return { fetched, parsed, saved };
}

async function takeHost(host: string, { feed, lease, turns }: Claim, { clock }: Deps): Promise<void> {
  if (host === feed.host || (await turns.take(host, { now: clock.now(), until: lease }))) return;
  throw new BusyHostError(`${host}, where it is redirected to, has its turn with another`);
}

async function parse(fetched: FeedFetch, now: Date, { parseDocument }: Deps): Promise<ParsedFeed | null> {
  if (fetched.outcome !== 'ok') return null;
  const { body, contentType, finalUrl } = fetched;
  return parseDocument(body, { contentType, base: finalUrl, now, keepHtml: true });
}

/** Hosts rest from the end of the poll on. */
async function save(claim: Claim, found: Findings, deps: Deps): Promise<void> {
  const { feed, lease, startedAt, turns } = claim;
  const { clock, feeds, log, random, settings } = deps;
  const endedAt = clock.now();
  const { line, state } = describePoll({ feed, startedAt, endedAt, ...found }, settings.pace, random());
  const refusal = found.fetched.outcome === 'failed' ? found.fetched : null;
  const freeAt = (host: string): Date => after(endedAt, hostRestMs(host, settings.hostGapMs, refusal));
  await feeds.savePoll({ feedId: feed.id, lease, state, log: line, hostFreeAt: freeAt(feed.host) });
  await turns.end(freeAt);
  if (line.error)
    log.warn('a feed could not be read', { feed: feed.id, error: line.error, nextPollAt: state.nextPollAt });
}

/** What cannot be saved either is left to the lease: the first error says why. */
async function saveFailure(claim: Claim, error: unknown, deps: Deps): Promise<void> {
  const fetched = brokenOff(claim.feed, error);
  await save(claim, { fetched, parsed: null, saved: NOTHING_SAVED }, deps).catch(() => undefined);
}

/**
 * When a poll that came to nothing is due again; null where it is a failure. The address that redirects is not asked
 * again as soon as the host behind it is free: that may go on, and two feeds that redirect to each other's hosts shall
 * not meet each time.
 */
function dueAfter(error: unknown, { startedAt }: Claim, { random, settings }: Deps): Date | null {
  if (error instanceof EndingError) return startedAt;
  if (!(error instanceof BusyHostError)) return null;
  const waitMs = (settings.pace.minIntervalMs * (1 + random())) / 2;
  return after(startedAt, Math.max(settings.hostGapMs, Math.round(waitMs)));
}

async function putOff(
  { feed, lease, turns }: Claim,
  nextPollAt: Date,
  { message }: Error,
  { clock, feeds, log, settings }: Deps,
): Promise<void> {
  const hostFreeAt = after(clock.now(), settings.hostGapMs);
  await feeds.putOff({ feedId: feed.id, lease, nextPollAt, hostFreeAt });
  await turns.end(() => hostFreeAt);
  log.debug('a poll was put off', { feed: feed.id, why: message, nextPollAt });
}

function nextJobs({ feed, startedAt }: Claim, { inserted, revised }: SavedItems): Job[] {
  const health = [watchJob(feed.id), coverageJob(dayToRecordAfter(startedAt))];
  return [...analyseJobs([...inserted, ...revised]), ...health];
}

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
