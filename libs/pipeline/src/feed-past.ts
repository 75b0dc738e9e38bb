import { type FeedHistory, judgeSilence, type SilenceVerdict } from '#alerts/silence/judge-silence.js';
import type { SilenceRule } from '#domain/alert-rules.js';
import type { Feed } from '#domain/feed.js';
import type { FeedStore } from '#domain/ports/feed-store.js';

/** Arrivals and log lines that are looked through: of a feed that is polled every ten minutes, more than a week. */
const ARRIVALS_READ = 1_500;
const LINES_READ = 500;

const EPOCH = new Date(0);

/** A feed with what the polling log tells of it, but for what only matters where it seems to be quiet. */
export type FeedPast = FeedHistory & { feed: Feed };

export async function pastOf(feed: Feed, feeds: FeedStore): Promise<FeedPast> {
  const arrivals = await feeds.arrivals(feed.id, EPOCH, ARRIVALS_READ);
  const failed = feed.failures > 0 ? await feeds.fetches(feed.id, Math.min(feed.failures, LINES_READ)) : [];
  const failingSince = failed.at(-1)?.at ?? null;
  return {
    feed,
    arrivals,
    failingSince,
    othersAnswer: failingSince === null || (await doOthersAnswer(feed, failingSince, feeds)),
    changedAt: null,
    siblingArrivalAt: null,
  };
}

/** Other feeds of the source, and what changed in the document, are looked up only where the feed seems to be quiet. */
export async function judgeQuiet(
  verdict: SilenceVerdict | null,
  rule: SilenceRule,
  past: FeedPast,
  feeds: FeedStore,
): Promise<SilenceVerdict | null> {
  if (!verdict?.silent || verdict.evidence.cause !== 'quiet') return verdict;
  const lines = await feeds.fetches(past.feed.id, LINES_READ);
  const changedAt = lines.find(({ outcome }) => outcome === 'ok')?.at ?? null;
  const siblingArrivalAt = await lastSiblingArrival(past.feed, verdict.since, feeds);
  return judgeSilence(rule, { ...past, changedAt, siblingArrivalAt });
}

/** Where no host answers, it is our own network that fails; where only one is polled, there is no telling. */
async function doOthersAnswer(feed: Feed, since: Date, feeds: FeedStore): Promise<boolean> {
  const others = (await feeds.list()).filter(({ host, status }) => status === 'active' && host !== feed.host);
  return others.length === 0 || others.some(({ lastOkAt }) => lastOkAt !== null && lastOkAt > since);
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
