import type { SilenceEvidence } from '#domain/alert.js';
import type { SilenceRule } from '#domain/alert-rules.js';
import type { Feed } from '#domain/feed.js';
import { HOUR_MS } from '#domain/hours.js';
import { usualPause } from './usual-pause.js';

/** What the polling log tells of a feed. */
export type FeedHistory = {
  feed: Pick<Feed, 'id' | 'sourceId' | 'url' | 'lastPolledAt' | 'lastOkAt' | 'failures' | 'error'>;
  /** When polls brought new articles, in ascending order. */
  arrivals: readonly Date[];
  /** The first of the failed polls since the last good one, or null where the last poll succeeded. */
  failingSince: Date | null;
  /** Whether a feed of another host answered since then, or no other is polled: else the failure may be our own. */
  othersAnswer: boolean;
  /** When a poll last got a document that had changed, whatever was in it. */
  changedAt: Date | null;
  /** When another feed of the same source last brought something new. */
  siblingArrivalAt: Date | null;
};

export type SilenceVerdict = {
  silent: boolean;
  /** When the silence began, if there is one. */
  since: Date;
  evidence: SilenceEvidence;
};

/** Failed polls in a row below which a feed is not called failing, however far apart they were. */
const MIN_FAILURES = 3;

/**
 * Judges whether a feed is silent against its own habit.
 *
 * - `failing`: its last {@link MIN_FAILURES} polls or more all failed, over `minHours` or longer, while others answered.
 *   Only a feed that once answered can fall silent.
 * - `quiet`: from the last poll that brought something new to the last good one, more than `minHours` passed, and more
 *   than `factor` times its usual pause (see usualPause). Only good polls prove it quiet, so a pause of ours or a
 *   failing server is not taken for it. Nor is a feed that lists other articles while another feed of its source brings
 *   them first: its document changes, so it is alive.
 *
 * Null where nothing can be said: no poll failed and there is no habit yet.
 */
export function judgeSilence(rule: SilenceRule, history: FeedHistory): SilenceVerdict | null {
  const usualMs = usualPause(history.arrivals);
  const minMs = rule.minHours * HOUR_MS;
  const thresholdMs = Math.max(minMs, usualMs === null ? 0 : usualMs * rule.factor);
  const failing = isFailing(history, minMs);
  if (failing || usualMs === null) {
    if (!history.failingSince) return null;
    return {
      silent: failing,
      since: history.failingSince,
      evidence: evidenceOf(history, 'failing', usualMs, minMs),
    };
  }
  const since = history.arrivals.at(-1)!;
  const silent = quietMs(history, since) > thresholdMs && !isOutrun(history, since);
  return { silent, since, evidence: evidenceOf(history, 'quiet', usualMs, thresholdMs) };
}

function isFailing({ feed, failingSince, othersAnswer }: FeedHistory, minMs: number): boolean {
  if (!failingSince || !feed.lastPolledAt || feed.failures < MIN_FAILURES) return false;
  if (!feed.lastOkAt || !othersAnswer) return false;
  return feed.lastPolledAt.getTime() - failingSince.getTime() >= minMs;
}

function quietMs({ feed }: FeedHistory, since: Date): number {
  return feed.lastOkAt ? feed.lastOkAt.getTime() - since.getTime() : 0;
}

/** Whether another feed of the source brings first what this one lists. */
function isOutrun({ changedAt, siblingArrivalAt }: FeedHistory, since: Date): boolean {
  return changedAt !== null && siblingArrivalAt !== null && changedAt > since && siblingArrivalAt > since;
}

function evidenceOf(
  { feed, arrivals }: FeedHistory,
  cause: SilenceEvidence['cause'],
  usualMs: number | null,
  thresholdMs: number,
): SilenceEvidence {
  return {
    feedId: feed.id,
    sourceId: feed.sourceId,
    url: feed.url,
    cause,
    lastArrivalAt: arrivals.at(-1) ?? null,
    lastOkAt: feed.lastOkAt,
    usualMs,
    thresholdMs,
    error: feed.error,
  };
}
