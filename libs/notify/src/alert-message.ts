import type {
  Alert,
  SilenceAlert,
  SilenceCause,
  SilenceEnd,
  SpikeAlert,
  SpikeEvidence,
} from '#domain/alert.js';
import { inHours } from '#domain/hours.js';
import { silenceText } from './silence-text.js';

/** What people receive. Field names and meanings are a contract with their programs: add, never change. */
export type AlertMessage = {
  type: 'alert.opened' | 'alert.resolved';
  /** ISO 8601, UTC. When the alert was opened or resolved. */
  timestamp: string;
  data: SpikeData | SilenceData;
};

type CommonData = {
  alertId: string;
  ruleId: string;
  status: Alert['status'];
  from: string;
  until: string;
  openedAt: string;
  resolvedAt: string | null;
};

/** `from` and `until`: start of the first and of the last window that spiked. */
export type SpikeData = CommonData & {
  kind: 'spike';
  theme: string;
  /** Figures of the window with the most negative articles over what was expected. */
  peak: WindowFigures | null;
  /** Every window that spiked, in order of time. */
  evidence: (WindowFigures & { articleIds: string[] })[];
};

/** `from` and `until`: when the silence began, and the last poll that found it going on. */
export type SilenceData = CommonData & {
  kind: 'silence';
  feed: string;
  source: string;
  url: string;
  /** `quiet`: the feed answers, but lists nothing new. `failing`: none of its polls succeeds. */
  cause: SilenceCause;
  lastArrivalAt: string | null;
  lastOkAt: string | null;
  /** The longest pause of a usual week of the feed; null where too little is known of it. */
  usualHours: number | null;
  /** From the beginning of the silence to the last poll in it. */
  silentHours: number;
  error: string | null;
  /** Why it was resolved: `heard` again, `unpolled` (no longer polled), `unwatched` (no rule is left); null before. */
  ended: SilenceEnd | null;
  /** The same in a sentence, for people. */
  text: string;
};

/** `share`: negative / count, 0 to 1, or null of nothing. `expected` and `threshold`: of negative articles. */
export type WindowFigures = {
  windowId: string;
  start: string;
  negative: number;
  count: number;
  share: number | null;
  expected: number;
  threshold: number;
};

/**
 * The JSON body of a message on `alert`. It is the same each time it is made of one state of the alert. An alert that is
 * said to be resolved and carries no such time is taken to be so since its last window.
 */
export function alertMessage(
  alert: SpikeAlert,
  event: 'opened' | 'resolved',
): AlertMessage & { data: SpikeData };
export function alertMessage(alert: Alert, event: 'opened' | 'resolved'): AlertMessage;
export function alertMessage(alert: Alert, event: 'opened' | 'resolved'): AlertMessage {
  const happened = event === 'opened' ? alert.openedAt : (alert.resolvedAt ?? alert.until);
  const data = alert.kind === 'spike' ? spikeData(alert) : silenceData(alert, event);
  return { type: `alert.${event}`, timestamp: happened.toISOString(), data };
}

function commonData(alert: Alert): CommonData {
  return {
    alertId: alert.id,
    ruleId: alert.ruleId,
    status: alert.status,
    from: alert.from.toISOString(),
    until: alert.until.toISOString(),
    openedAt: alert.openedAt.toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
  };
}

function spikeData(alert: SpikeAlert): SpikeData {
  const windows = alert.evidence.toSorted((one, other) => one.start.getTime() - other.start.getTime());
  return {
    ...commonData(alert),
    kind: 'spike',
    theme: alert.series,
    peak: peakOf(windows),
    evidence: windows.map((window) => ({ ...figuresOf(window), articleIds: window.articleIds })),
  };
}

function silenceData(alert: SilenceAlert, event: 'opened' | 'resolved'): SilenceData {
  const { feedId, sourceId, url, cause, lastArrivalAt, lastOkAt, usualMs, error, ended } = alert.evidence;
  return {
    ...commonData(alert),
    kind: 'silence',
    feed: feedId,
    source: sourceId,
    url,
    cause,
    lastArrivalAt: lastArrivalAt?.toISOString() ?? null,
    lastOkAt: lastOkAt?.toISOString() ?? null,
    usualHours: usualMs === null ? null : inHours(usualMs),
    silentHours: inHours(alert.until.getTime() - alert.from.getTime()),
    error,
    ended: ended ?? null,
    text: silenceText(alert, event),
  };
}

function peakOf(windows: SpikeEvidence[]): WindowFigures | null {
  const [first, ...rest] = windows;
  if (!first) return null;
  return figuresOf(rest.reduce((peak, window) => (excessOf(window) > excessOf(peak) ? window : peak), first));
}

function excessOf({ negative, expected }: SpikeEvidence): number {
  return negative - expected;
}

function figuresOf({ windowId, start, negative, count, expected, threshold }: SpikeEvidence): WindowFigures {
  const share = count > 0 ? negative / count : null;
  return { windowId, start: start.toISOString(), negative, count, share, expected, threshold };
}
