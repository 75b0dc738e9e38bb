import type { Alert, SilenceAlert, SpikeAlert } from '#domain/alert.js';
import { inHours } from '#domain/hours.js';
import type { AlertView } from './alerts-schema.js';

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
  const { feedId, sourceId, url, cause, lastArrivalAt, lastOkAt, usualMs, thresholdMs, error, ended } =
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
      usualHours: usualMs === null ? null : inHours(usualMs),
      thresholdHours: inHours(thresholdMs),
      silentHours: inHours(alert.until.getTime() - alert.from.getTime()),
      error,
      ended: ended ?? null,
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
