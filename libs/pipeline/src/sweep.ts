import { DELIVERABLE_MS } from '#alerts/advance-alert.js';
import { spikeRules } from '#domain/alert-rules.js';
import type { Job } from '#domain/job.js';
import { DAY_MS, dayAfter, dayOf, type Window } from '#domain/window.js';
import { URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import type { PipelineDeps } from './deps.js';
import { analyseJob, analyseJobs, evaluateJob, pollJob, rekeyJob, rollupJob, sendJob } from './next-jobs.js';
import { unrecordedDays } from './record-coverage.js';
import { unwatchedFeeds } from './watch-feed.js';

type Deps = Pick<
  PipelineDeps,
  | 'alerting'
  | 'alerts'
  | 'articles'
  | 'clock'
  | 'coverage'
  | 'deliveries'
  | 'feeds'
  | 'log'
  | 'register'
  | 'settings'
  | 'versions'
  | 'windows'
>;

/** What one sweep takes of each kind of work; the next one follows in seconds. */
const LIMITS = {
  feeds: 50,
  articles: 5_000,
  counts: 1_000,
  judgements: 10_000,
  deliveries: 100,
  forgotten: 500,
};

/** Tries after which an article is put aside with its error. */
const MAX_ATTEMPTS = 5;

/** Closed days that a rule must see even if nothing was published on them. */
const ENSURED_DAYS = 3;

/** Finds what is undone and names the job that does it. */
export async function sweep(_: Record<string, never>, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  await forgetOld(now, deps);
  await deps.windows.ensure(closedDays(now, deps));
  const polls = await dueFeeds(now, deps);
  const analyses = await unsettledArticles(now, deps);
  const windows = await outstandingWindows(now, analyses.length === 0, deps);
  const health = [...(await unrecordedDays(deps)), ...(await unwatchedFeeds(deps))];
  return [...polls, ...analyses, ...windows, ...health, ...(await dueDeliveries(now, deps))];
}

/** While keys of older rules are left nothing is polled, since it would make second articles of what is stored. */
async function dueFeeds(now: Date, { articles, feeds }: Deps): Promise<Job[]> {
  const outdated = await articles.keyedBelow(URL_KEY_VERSION, 1);
  if (outdated.length > 0) return [rekeyJob()];
  const due = await feeds.due({ now, limit: LIMITS.feeds });
  return due.map(({ id }) => pollJob(id));
}

/** Articles never tried go in batches; one that was in a batch that died goes alone, and after some tries not at all. */
async function unsettledArticles(now: Date, { articles, log, versions }: Deps): Promise<Job[]> {
  const version = await versions.newest();
  const found = await articles.unsettled({ version, now, limit: LIMITS.articles });
  const given = found.filter(({ attempts }) => attempts >= MAX_ATTEMPTS).map(({ id }) => id);
  if (given.length > 0) {
    await articles.quarantine(given, version);
    log.error('articles were put aside after too many tries', { articles: given });
  }
  const fresh = found.filter(({ attempts }) => attempts === 0).map(({ id }) => id);
  const retried = found.filter(({ attempts }) => attempts > 0 && attempts < MAX_ATTEMPTS);
  return [...analyseJobs(fresh), ...retried.map(({ id }) => analyseJob([id]))];
}

/**
 * Recounts, and judgements of closed days. Old days wait until the rest is counted and every feed was polled once: on
 * the way through a backlog they would be judged against half of their past.
 */
async function outstandingWindows(now: Date, settled: boolean, { feeds, windows }: Deps): Promise<Job[]> {
  const uncounted = await windows.outstanding({ work: 'count', now, limit: LIMITS.counts });
  const unjudged = await windows.outstanding({ work: 'judge', now, limit: LIMITS.judgements });
  const calm = unjudged.length > 0 && settled && uncounted.length === 0 && (await allPolled(feeds));
  const ready = calm
    ? unjudged
    : unjudged.filter(({ end }) => end.getTime() >= now.getTime() - DELIVERABLE_MS);
  return [...uncounted.map(({ id }) => rollupJob(id)), ...ready.map(({ id }) => evaluateJob(id))];
}

async function allPolled(feeds: Deps['feeds']): Promise<boolean> {
  return (await feeds.list()).every(
    ({ status, lastPolledAt }) => status !== 'active' || lastPolledAt !== null,
  );
}

async function dueDeliveries(now: Date, { deliveries }: Deps): Promise<Job[]> {
  const due = await deliveries.due(now, LIMITS.deliveries);
  return due.map(({ id }) => sendJob(id));
}

/** The last closed days of every zone that a rule watches. */
function closedDays(now: Date, { alerting }: Deps): Window[] {
  const zones = new Set(spikeRules(alerting).map(({ zone }) => zone));
  return [...zones].flatMap((zone) => {
    const today = dayOf(now, zone);
    return Array.from({ length: ENSURED_DAYS }, (_, i) => dayAfter(today, -1 - i));
  });
}

async function forgetOld(now: Date, { feeds, settings, windows }: Deps): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await windows.forgetHalfHours(before(settings.halfHourDays), LIMITS.forgotten);
  await feeds.forgetFetches(before(settings.fetchLogDays));
}
