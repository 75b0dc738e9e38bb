import type { Alert, SilenceAlert, SpikeAlert } from '#domain/alert.js';
import type { AlertView } from './alerts-schema.js';

const HOUR_MS = 60 * 60_000;

export function alertView(alert: Alert): AlertView {
  return alert.kind === 'spike' ? spikeView(alert) : silenceView(alert);
}

function spikeView(alert: SpikeAlert): AlertView {
  return {
    ...commonView(alert),
    kind: 'spike',
    theme: alert.series,
    evidence: alert.evidence.map((day) => ({ ...day, start: day.start.toISOString() })),
  };
}

function silenceView(alert: SilenceAlert): AlertView {
  const { feedId, sourceId, url, cause, lastArrivalAt, lastOkAt, usualMs, thresholdMs, error } =
    alert.evidence;
  return {
    ...commonView(alert),
    kind: 'silence',
    feed: feedId,
    source: sourceId,
    evidence: {
      url,
      cause,
      lastArrivalAt: lastArrivalAt?.toISOString() ?? null,
      lastOkAt: lastOkAt?.toISOString() ?? null,
      usualHours: usualMs === null ? null : hours(usualMs),
      thresholdHours: hours(thresholdMs),
      silentHours: hours(alert.until.getTime() - alert.from.getTime()),
      error,
    },
  };
}

function commonView(alert: Alert) {
  const { id, ruleId, status, historical } = alert;
  return {
    id,
    rule: ruleId,
    status,
    historical,
    from: alert.from.toISOString(),
    until: alert.until.toISOString(),
    openedAt: alert.openedAt.toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
  };
}

/** To a tenth. */
const hours = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10;
