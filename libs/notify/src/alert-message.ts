import type { Alert, SpikeEvidence } from '#domain/alert.js';

/** What people receive. Field names and meanings are a contract with their programs: add, never change. */
export type AlertMessage = {
  type: 'alert.opened' | 'alert.resolved';
  /** ISO 8601, UTC. When the alert was opened or resolved. */
  timestamp: string;
  data: {
    alertId: string;
    ruleId: string;
    theme: string;
    status: Alert['status'];
    /** Start of the first and of the last window that spiked. */
    from: string;
    until: string;
    openedAt: string;
    resolvedAt: string | null;
    /** Figures of the window with the most negative articles over what was expected. */
    peak: WindowFigures | null;
    /** Every window that spiked, in order of time. */
    evidence: (WindowFigures & { articleIds: string[] })[];
  };
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
export function alertMessage(alert: Alert, event: 'opened' | 'resolved'): AlertMessage {
  const happened = event === 'opened' ? alert.openedAt : (alert.resolvedAt ?? alert.until);
  const windows = alert.evidence.toSorted((one, other) => one.start.getTime() - other.start.getTime());
  return {
    type: `alert.${event}`,
    timestamp: happened.toISOString(),
    data: {
      alertId: alert.id,
      ruleId: alert.ruleId,
      theme: alert.series,
      status: alert.status,
      from: alert.from.toISOString(),
      until: alert.until.toISOString(),
      openedAt: alert.openedAt.toISOString(),
      resolvedAt: alert.resolvedAt?.toISOString() ?? null,
      peak: peakOf(windows),
      evidence: windows.map((window) => ({ ...figuresOf(window), articleIds: window.articleIds })),
    },
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
