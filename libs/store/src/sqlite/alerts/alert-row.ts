import type { Alert, AlertKind, AlertStatus, SilenceEvidence, SpikeEvidence } from '#domain/alert.js';
import { dateOf, msOf } from '../sql.js';

export type AlertRow = {
  id: string;
  kind: AlertKind;
  rule_id: string;
  series: string;
  status: AlertStatus;
  historical: number;
  first_window_id: string;
  from_at: number;
  until_at: number;
  evidence: string;
  opened_at: number;
  resolved_at: number | null;
  seq: number;
};

export const ALERT_COLUMNS = [
  'id',
  'kind',
  'rule_id',
  'series',
  'status',
  'historical',
  'first_window_id',
  'from_at',
  'until_at',
  'evidence',
  'opened_at',
  'resolved_at',
  'seq',
] as const satisfies (keyof AlertRow)[];

/** Dates within JSON are milliseconds, as in the columns. */
type StoredSpike = Omit<SpikeEvidence, 'start'> & { start: number };
type StoredSilence = Omit<SilenceEvidence, 'lastArrivalAt' | 'lastOkAt'> & {
  lastArrivalAt: number | null;
  lastOkAt: number | null;
};

export function alertRow(alert: Alert): AlertRow {
  return {
    id: alert.id,
    kind: alert.kind,
    rule_id: alert.ruleId,
    series: alert.series,
    status: alert.status,
    historical: Number(alert.historical),
    first_window_id: alert.firstWindowId,
    from_at: msOf(alert.from),
    until_at: msOf(alert.until),
    evidence: evidenceOf(alert),
    opened_at: msOf(alert.openedAt),
    resolved_at: msOf(alert.resolvedAt),
    seq: alert.seq,
  };
}

function evidenceOf(alert: Alert): string {
  if (alert.kind === 'spike')
    return JSON.stringify(alert.evidence.map((one): StoredSpike => ({ ...one, start: msOf(one.start) })));
  const { lastArrivalAt, lastOkAt, ...rest } = alert.evidence;
  const stored: StoredSilence = { ...rest, lastArrivalAt: msOf(lastArrivalAt), lastOkAt: msOf(lastOkAt) };
  return JSON.stringify(stored);
}

export function toAlert(row: AlertRow): Alert {
  return {
    ...toKindAndEvidence(row),
    id: row.id,
    ruleId: row.rule_id,
    series: row.series,
    status: row.status,
    historical: row.historical === 1,
    firstWindowId: row.first_window_id,
    from: dateOf(row.from_at),
    until: dateOf(row.until_at),
    openedAt: dateOf(row.opened_at),
    resolvedAt: dateOf(row.resolved_at),
    seq: row.seq,
  };
}

type KindAndEvidence =
  { kind: 'spike'; evidence: SpikeEvidence[] } | { kind: 'silence'; evidence: SilenceEvidence };

function toKindAndEvidence({ kind, evidence }: AlertRow): KindAndEvidence {
  if (kind === 'spike') {
    const stored = JSON.parse(evidence) as StoredSpike[];
    return { kind, evidence: stored.map((one) => ({ ...one, start: dateOf(one.start) })) };
  }
  const { lastArrivalAt, lastOkAt, ...rest } = JSON.parse(evidence) as StoredSilence;
  return { kind, evidence: { ...rest, lastArrivalAt: dateOf(lastArrivalAt), lastOkAt: dateOf(lastOkAt) } };
}
