import { advanceSilence, endSilence, isSameSilence } from '#alerts/silence/advance-silence.js';
import { judgeSilence, type SilenceVerdict } from '#alerts/silence/judge-silence.js';
import { type Alert, feedSeries, isOpen, type SilenceAlert } from '#domain/alert.js';
import { type SilenceRule, silenceRules } from '#domain/alert-rules.js';
import type { Feed } from '#domain/feed.js';
import { stableId } from '#domain/hash.js';
import type { Job } from '#domain/job.js';
import type { AlertCursor, AlertPage, AlertStore } from '#domain/ports/alert-store.js';
import { deliverAlerts, undelivered } from './deliver-alerts.js';
import type { PipelineDeps } from './deps.js';
import { type FeedPast, judgeQuiet, pastOf } from './feed-past.js';
import { watchJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'alerts' | 'clock' | 'deliveries' | 'feeds'>;

/** The newest alerts of a feed that are looked at: a rule has one that is open at most, and few have ended of late. */
const ALERTS_READ = 100;

/** Alerts on one page of those that are looked through. */
const PAGE = 500;

/**
 * Judges after a poll, good or bad, whether a feed is silent against its own habit: the alerts first, then their
 * deliveries. Those of an alert that ended before they were stored are made up for.
 */
export async function watchFeed({ feedId }: { feedId: string }, deps: Deps): Promise<Job[]> {
  const feed = await deps.feeds.get(feedId);
  const rules = silenceRules(deps.alerting);
  if (feed && rules.length > 0 && (!isPolled(feed) || feed.lastPolledAt)) {
    const past = await pastOf(feed, deps.feeds);
    for (const rule of rules) await watch(rule, feed, past, deps);
  }
  const alerts = await endUnwatched(await latestAlerts(feedId, deps), feed ? rules : [], deps);
  return deliverAlerts(await undelivered(alerts.filter(isToldOf), deps), deps);
}

/**
 * Names the feeds with an alert that no poll will end or tell of: an open one of a feed that is not polled any more, or
 * of a rule that is gone; or one that ended on such a feed and was not told of. What the sweep emits for them does it, so
 * it finds none the next time.
 */
export async function unwatchedFeeds(deps: Deps): Promise<Job[]> {
  const { alerting, alerts, feeds } = deps;
  const rules = new Set(silenceRules(alerting).map(({ id }) => id));
  const known = await feeds.list();
  const polled = new Set(known.filter(isPolled).map(({ id }) => id));
  const others = known.map(({ id }) => id).filter((id) => !polled.has(id));
  const open = (await openAlerts(alerts)).filter(isSilence);
  const stray = open.filter(({ evidence, ruleId }) => !polled.has(evidence.feedId) || !rules.has(ruleId));
  const untold = await undelivered(await endedAlerts(others, alerts), deps);
  return [...new Set([...stray, ...untold].map(({ evidence }) => evidence.feedId))].map(watchJob);
}

async function watch(rule: SilenceRule, feed: Feed, past: FeedPast, deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const verdict = await judgeQuiet(judgeSilence(rule, past), rule, past, deps.feeds);
  const next = advanceSilence(await knownAlert(rule, feed, verdict, deps), {
    rule,
    verdict,
    isPolled: isPolled(feed),
    lastPolledAt: feed.lastPolledAt ?? now,
    lastArrivalAt: past.arrivals.at(-1) ?? null,
    now,
  });
  if (!next) return;
  const isNew = next.seq === 0;
  await save(isNew ? { ...next, id: await freeId(next.id, deps.alerts) } : next, deps);
}

/** The open alert of the feed, else the last one if it is of this very silence and a person dismissed it. */
async function knownAlert(
  rule: SilenceRule,
  feed: Feed,
  verdict: SilenceVerdict | null,
  deps: Deps,
): Promise<SilenceAlert | null> {
  const open = await deps.alerts.openFor(rule.id, feedSeries(feed.id));
  if (open) return isSilence(open) ? open : null;
  if (!verdict?.silent) return null;
  const last = (await latestAlerts(feed.id, deps)).find(({ ruleId }) => ruleId === rule.id);
  return last?.status === 'dismissed' && isSameSilence(last, verdict) ? last : null;
}

/** A silence that is found again after its alert was resolved has another alert, since people were told that it ended. */
async function freeId(id: string, alerts: AlertStore): Promise<string> {
  return (await alerts.get(id)) ? freeId(stableId(id, 'again'), alerts) : id;
}

/** The alerts as they are once those whose rule or feed is gone are resolved. */
async function endUnwatched(
  alerts: SilenceAlert[],
  rules: SilenceRule[],
  deps: Deps,
): Promise<SilenceAlert[]> {
  const watched = new Set(rules.map(({ id }) => id));
  const current: SilenceAlert[] = [];
  for (const alert of alerts) {
    const ended = watched.has(alert.ruleId) ? null : endSilence(alert, 'unwatched', deps.clock.now());
    if (ended) await save(ended, deps);
    current.push(ended ?? alert);
  }
  return current;
}

async function save(alert: SilenceAlert, { alerts }: Deps): Promise<void> {
  if (!(await alerts.save(alert)))
    throw new Error(`the alert on the feed ${alert.evidence.feedId} changed while it was saved`);
}

async function latestAlerts(feedId: string, { alerts }: Deps): Promise<SilenceAlert[]> {
  return (await alerts.page({ series: [feedSeries(feedId)], limit: ALERTS_READ })).alerts.filter(isSilence);
}

async function openAlerts(alerts: AlertStore): Promise<Alert[]> {
  const open: Alert[] = [];
  let after: AlertCursor | null = null;
  do {
    const page: AlertPage = await alerts.page({
      status: ['open', 'acknowledged'],
      limit: PAGE,
      ...(after && { after }),
    });
    open.push(...page.alerts);
    after = page.next;
  } while (after);
  return open;
}

/** The newest are enough: a feed that is not polled any more gets no new ones. */
async function endedAlerts(feedIds: string[], alerts: AlertStore): Promise<SilenceAlert[]> {
  if (feedIds.length === 0) return [];
  const series = feedIds.map(feedSeries);
  return (await alerts.page({ status: ['resolved'], series, limit: PAGE })).alerts.filter(isSilence);
}

const isPolled = ({ status }: Feed): boolean => status === 'active';

const isToldOf = (alert: Alert): boolean => isOpen(alert) || alert.status === 'resolved';

const isSilence = (alert: Alert): alert is SilenceAlert => alert.kind === 'silence';
