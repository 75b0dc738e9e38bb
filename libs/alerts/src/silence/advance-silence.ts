import { isOpen, feedSeries, type SilenceAlert, type SilenceEvidence } from '#domain/alert.js';
import type { SilenceRule } from '#domain/alert-rules.js';
import { stableId } from '#domain/hash.js';
import { halfHourOf } from '#domain/window.js';
import type { SilenceVerdict } from './judge-silence.js';

export type SilenceSeen = {
  rule: SilenceRule;
  /** Null where nothing can be said. */
  verdict: SilenceVerdict | null;
  /** Whether the feed is polled at all: one that is gone, unlisted or opted out is not watched. */
  isPolled: boolean;
  /** When the feed was last polled, and when a poll last brought a new article. */
  lastPolledAt: Date;
  lastArrivalAt: Date | null;
  now: Date;
};

/** The id of the alert on a silence: rule, feed, and the half hour in which it began. */
export function silenceId(rule: SilenceRule, { since, evidence }: SilenceVerdict): string {
  return stableId(rule.id, feedSeries(evidence.feedId), halfHourOf(since).id);
}

/**
 * What a poll makes of the alert on a feed: opened, renewed by what the poll told, reopened, resolved when the feed
 * brings something again or is not watched any more, or (null) left as it is. `alert` is the open one of the feed, else
 * the one of this very silence, if it was closed before: one that a person dismissed stays so.
 */
export function advanceSilence(alert: SilenceAlert | null, seen: SilenceSeen): SilenceAlert | null {
  const { verdict } = seen;
  if (!seen.isPolled) return resolve(alert, seen);
  if (verdict?.silent) {
    if (!alert) return open(verdict, seen);
    return alert.status === 'dismissed' ? null : renew(alert, verdict, seen);
  }
  return alert && goesOn(alert, seen) ? null : resolve(alert, seen);
}

function open(verdict: SilenceVerdict, { rule, now, lastPolledAt }: SilenceSeen): SilenceAlert {
  return {
    id: silenceId(rule, verdict),
    kind: 'silence',
    ruleId: rule.id,
    series: feedSeries(verdict.evidence.feedId),
    status: 'open',
    historical: false,
    firstWindowId: halfHourOf(verdict.since).id,
    from: verdict.since,
    until: lastPolledAt,
    evidence: verdict.evidence,
    openedAt: now,
    resolvedAt: null,
    seq: 0,
  };
}

function renew(alert: SilenceAlert, { evidence }: SilenceVerdict, seen: SilenceSeen): SilenceAlert | null {
  const renewed = { ...alert, until: seen.lastPolledAt, evidence };
  if (!isOpen(alert)) return { ...renewed, status: 'open', resolvedAt: null };
  const isSame =
    alert.until.getTime() === renewed.until.getTime() && textOf(evidence) === textOf(alert.evidence);
  return isSame ? null : renewed;
}

/** A store may give the parts back in another order. */
const textOf = (evidence: SilenceEvidence): string => JSON.stringify(Object.entries(evidence).sort());

/** A quiet feed that brings nothing goes on to be silent, also when its habit is no longer on record. */
function goesOn({ evidence }: SilenceAlert, { verdict, lastArrivalAt }: SilenceSeen): boolean {
  const brought =
    lastArrivalAt !== null && evidence.lastArrivalAt !== null && lastArrivalAt > evidence.lastArrivalAt;
  return evidence.cause === 'quiet' && !brought && verdict?.evidence.cause !== 'quiet';
}

function resolve(alert: SilenceAlert | null, { now }: SilenceSeen): SilenceAlert | null {
  return alert && isOpen(alert) ? { ...alert, status: 'resolved', resolvedAt: now } : null;
}
