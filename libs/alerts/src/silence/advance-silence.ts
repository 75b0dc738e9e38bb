import { isDeepStrictEqual } from 'node:util';
import { feedSeries, isOpen, type SilenceAlert, type SilenceEnd } from '#domain/alert.js';
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

/**
 * What a poll makes of the alert on a feed: opened, renewed by what the poll told, resolved when the feed is heard again
 * or is not polled any more, or (null) left as it is. `alert` is the open one of the feed, else the one of this very
 * silence that a person dismissed, which stays so. One that is resolved does not open again: nobody would be told.
 */
export function advanceSilence(alert: SilenceAlert | null, seen: SilenceSeen): SilenceAlert | null {
  const { verdict } = seen;
  if (!seen.isPolled) return endSilence(alert, 'unpolled', seen.now);
  if (verdict?.silent) {
    if (!alert) return open(verdict, seen);
    return isOpen(alert) ? renew(alert, verdict, seen) : null;
  }
  return alert && goesOn(alert, seen) ? null : endSilence(alert, 'heard', seen.now);
}

/** Resolves the alert; null where it is not open. */
export function endSilence(alert: SilenceAlert | null, ended: SilenceEnd, now: Date): SilenceAlert | null {
  if (!alert || !isOpen(alert)) return null;
  return { ...alert, status: 'resolved', resolvedAt: now, evidence: { ...alert.evidence, ended } };
}

/**
 * Whether a verdict is about the silence of an alert: of a failing feed that did not answer meanwhile, or of a quiet one
 * that brought nothing. Not by when it began, since a polling log forgets its first lines.
 */
export function isSameSilence({ evidence: known }: SilenceAlert, { evidence }: SilenceVerdict): boolean {
  if (known.cause !== evidence.cause) return false;
  const [one, other] =
    evidence.cause === 'failing'
      ? [known.lastOkAt, evidence.lastOkAt]
      : [known.lastArrivalAt, evidence.lastArrivalAt];
  return one?.getTime() === other?.getTime();
}

/** Its id is made of rule, feed, and the half hour in which the silence began. */
function open(verdict: SilenceVerdict, { rule, now, lastPolledAt }: SilenceSeen): SilenceAlert {
  const series = feedSeries(verdict.evidence.feedId);
  const firstWindowId = halfHourOf(verdict.since).id;
  return {
    id: stableId(rule.id, series, firstWindowId),
    kind: 'silence',
    ruleId: rule.id,
    series,
    status: 'open',
    historical: false,
    firstWindowId,
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
  return isDeepStrictEqual(renewed, alert) ? null : renewed;
}

/** A quiet feed that brings nothing goes on to be silent, also when its habit is no longer on record. */
function goesOn({ evidence }: SilenceAlert, { verdict, lastArrivalAt }: SilenceSeen): boolean {
  const brought =
    lastArrivalAt !== null && evidence.lastArrivalAt !== null && lastArrivalAt > evidence.lastArrivalAt;
  return evidence.cause === 'quiet' && !brought && verdict?.evidence.cause !== 'quiet';
}
