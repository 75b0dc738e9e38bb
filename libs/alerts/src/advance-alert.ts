import { isDeepStrictEqual } from 'node:util';
import { isOpen, type SpikeAlert, type SpikeEvidence } from '#domain/alert.js';
import type { SpikeRule } from '#domain/alert-rules.js';
import { stableId } from '#domain/hash.js';
import { DAY_MS } from '#domain/window.js';
import type { Incident } from './find-incident.js';
import type { Verdict } from './judge-spike.js';

/** Windows that ended longer ago than this open no alert that is delivered: it is history, imported or re-tagged. */
export const DELIVERABLE_MS = 3 * DAY_MS;

export type Observation = {
  rule: SpikeRule;
  series: string;
  incident: Incident | null;
  /** The day under evaluation, and when it ended. */
  verdict: Verdict;
  end: Date;
  /** The articles behind the day's spike. */
  articleIds: string[];
  now: Date;
};

/** The id of the alert of an incident: rule, series, first window. */
export function alertId(rule: SpikeRule, series: string, incident: Incident): string {
  return stableId(rule.id, series, incident[0]!.day.windowId);
}

/**
 * What one day's figures make of the alert of a series: opened, extended by evidence, reopened, resolved after
 * `calmDays` without a spike, or (null) left as it is. Days too old to be delivered open it as history, resolved.
 */
export function advanceAlert(alert: SpikeAlert | null, seen: Observation): SpikeAlert | null {
  if (seen.verdict.spike) return alert ? extend(alert, seen) : open(seen);
  return alert && isCalm(alert, seen) ? { ...alert, status: 'resolved', resolvedAt: seen.now } : null;
}

function open(seen: Observation): SpikeAlert {
  const incident = seen.incident!;
  const historical = isHistory(seen);
  return {
    id: alertId(seen.rule, seen.series, incident),
    kind: 'spike',
    ruleId: seen.rule.id,
    series: seen.series,
    status: historical ? 'resolved' : 'open',
    historical,
    firstWindowId: incident[0]!.day.windowId,
    from: incident[0]!.day.start,
    until: seen.verdict.day.start,
    evidence: [evidenceOf(seen)],
    openedAt: seen.now,
    resolvedAt: historical ? seen.now : null,
    seq: 0,
  };
}

function extend(alert: SpikeAlert, seen: Observation): SpikeAlert | null {
  const fresh = evidenceOf(seen);
  const known = alert.evidence.find((evidence) => evidence.windowId === fresh.windowId);
  if (known && isDeepStrictEqual(known, fresh)) return null;
  const others = alert.evidence.filter((evidence) => evidence !== known);
  const evidence = [...others, fresh].sort((a, b) => a.start.getTime() - b.start.getTime());
  const extended = { ...alert, evidence, from: evidence[0]!.start, until: evidence.at(-1)!.start };
  const reopens = alert.status === 'resolved' && !known && !isHistory(seen);
  return reopens ? { ...extended, status: 'open', historical: false, resolvedAt: null } : extended;
}

function isCalm(alert: SpikeAlert, seen: Observation): boolean {
  const calmSince = alert.until.getTime() + seen.rule.calmDays * DAY_MS;
  return isOpen(alert) && seen.verdict.day.start.getTime() >= calmSince;
}

/** Whether the day under evaluation ended too long ago for an alert of it to be delivered. */
export function isHistory(seen: Pick<Observation, 'end' | 'now'>): boolean {
  return seen.end.getTime() < seen.now.getTime() - DELIVERABLE_MS;
}

function evidenceOf(seen: Observation): SpikeEvidence {
  const { day, expected, threshold } = seen.verdict;
  const { windowId, start, negative, count } = day;
  return { windowId, start, negative, count, expected, threshold, articleIds: seen.articleIds };
}
