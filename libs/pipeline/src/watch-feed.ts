import { advanceSilence, silenceId } from '#alerts/silence/advance-silence.js';
import { type FeedHistory, judgeSilence, type SilenceVerdict } from '#alerts/silence/judge-silence.js';
import { type Alert, feedSeries, type SilenceAlert } from '#domain/alert.js';
import { type SilenceRule, silenceRules } from '#domain/alert-rules.js';
import type { Feed } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import { deliverAlerts } from './deliver-alerts.js';
import type { PipelineDeps } from './deps.js';
import { watchJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'alerts' | 'clock' | 'deliveries' | 'feeds'>;

/** Arrivals and log lines that are looked through: of a feed that is polled every ten minutes, more than a week. */
const ARRIVALS_READ = 1_500;
const LINES_READ = 500;

/** Open alerts that are looked through for feeds which nobody polls any more. */
const OPEN_ALERTS = 500;

const EPOCH = new Date(0);

/** Judges after a poll, good or bad, whether a feed is silent against its own habit: the alert first, then its deliveries. */
export async function watchFeed({ feedId }: { feedId: string }, deps: Deps): Promise<Job[]> {
  const rules = silenceRules(deps.alerting);
  const feed = rules.length > 0 ? await deps.feeds.get(feedId) : null;
  if (!feed || (isPolled(feed) && !feed.lastPolledAt)) return [];
  const history = await historyOf(feed, deps.feeds);
  const sends: Job[] = [];
  for (const rule of rules) sends.push(...(await watch(rule, feed, history, deps)));
  return sends;
}

/**
 * Names the feeds with an open alert that are not polled any more, since no poll will end it. What the sweep emits for
 * them resolves the alerts, so it finds none the next time.
 */
export async function unwatchedFeeds({
  alerting,
  alerts,
  feeds,
}: Pick<Deps, 'alerting' | 'alerts' | 'feeds'>): Promise<Job[]> {
  const rules = new Set(silenceRules(alerting).map(({ id }) => id));
  if (rules.size === 0) return [];
  const open = await alerts.page({ status: ['open', 'acknowledged'], limit: OPEN_ALERTS });
  const watched = open.alerts.filter(isSilence).filter(({ ruleId }) => rules.has(ruleId));
  if (watched.length === 0) return [];
  const polled = new Set((await feeds.list()).filter(isPolled).map(({ id }) => id));
  const ended = watched.map(({ evidence }) => evidence.feedId).filter((id) => !polled.has(id));
  return [...new Set(ended)].map(watchJob);
}

async function watch(rule: SilenceRule, feed: Feed, history: FeedHistory, deps: Deps): Promise<Job[]> {
  const verdict = await judge(rule, history, deps.feeds);
  const known = await knownAlert(rule, feed, verdict, deps);
  const now = deps.clock.now();
  const next = advanceSilence(known, {
    rule,
    verdict,
    isPolled: isPolled(feed),
    lastPolledAt: feed.lastPolledAt ?? now,
    lastArrivalAt: history.arrivals.at(-1) ?? null,
    now,
  });
  if (next && !(await deps.alerts.save(next)))
    throw new Error(`the alert on the feed ${feed.id} changed while it was saved`);
  const latest = next ?? known;
  return latest ? deliverAlerts([latest], deps) : [];
}

/** Other feeds of the source, and what changed in the document, are looked up only where the feed seems to be quiet. */
async function judge(
  rule: SilenceRule,
  history: FeedHistory,
  feeds: FeedStore,
): Promise<SilenceVerdict | null> {
  const verdict = judgeSilence(rule, history);
  if (!verdict?.silent || verdict.evidence.cause !== 'quiet') return verdict;
  const lines = await feeds.fetches(history.feed.id, LINES_READ);
  const changedAt = lines.find(({ outcome }) => outcome === 'ok')?.at ?? null;
  const siblingArrivalAt = await lastSiblingArrival(history.feed, verdict.since, feeds);
  return judgeSilence(rule, { ...history, changedAt, siblingArrivalAt });
}

async function historyOf(feed: Feed, feeds: FeedStore): Promise<FeedHistory> {
  const arrivals = await feeds.arrivals(feed.id, EPOCH, ARRIVALS_READ);
  const failed = feed.failures > 0 ? await feeds.fetches(feed.id, Math.min(feed.failures, LINES_READ)) : [];
  return {
    feed,
    arrivals,
    failingSince: failed.at(-1)?.at ?? null,
    changedAt: null,
    siblingArrivalAt: null,
  };
}

async function lastSiblingArrival(
  { id, sourceId }: Pick<Feed, 'id' | 'sourceId'>,
  since: Date,
  feeds: FeedStore,
): Promise<Date | null> {
  const siblings = (await feeds.list()).filter((other) => other.sourceId === sourceId && other.id !== id);
  const arrivals: Date[] = [];
  for (const sibling of siblings) arrivals.push(...(await feeds.arrivals(sibling.id, since, 1)));
  return arrivals.sort((a, b) => a.getTime() - b.getTime()).at(-1) ?? null;
}

/** The open alert of the feed, else the closed one of this very silence. */
async function knownAlert(
  rule: SilenceRule,
  feed: Feed,
  verdict: SilenceVerdict | null,
  { alerts }: Deps,
): Promise<SilenceAlert | null> {
  const open = await alerts.openFor(rule.id, feedSeries(feed.id));
  const found = open ?? (verdict?.silent ? await alerts.get(silenceId(rule, verdict)) : null);
  return found && isSilence(found) ? found : null;
}

const isPolled = ({ status }: Feed): boolean => status === 'active';

const isSilence = (alert: Alert): alert is SilenceAlert => alert.kind === 'silence';
