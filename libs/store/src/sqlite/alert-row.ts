import type { Alert, AlertStatus, Delivery, SpikeEvidence } from '#domain/alert.js';
import { dateOf, msOf } from './sql.js';

export type AlertRow = {
  id: string;
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
type StoredEvidence = Omit<SpikeEvidence, 'start'> & { start: number };

export function alertRow(alert: Alert): AlertRow {
  const evidence = alert.evidence.map((one): StoredEvidence => ({ ...one, start: msOf(one.start) }));
  return {
    id: alert.id,
    rule_id: alert.ruleId,
    series: alert.series,
    status: alert.status,
    historical: Number(alert.historical),
    first_window_id: alert.firstWindowId,
    from_at: msOf(alert.from),
    until_at: msOf(alert.until),
    evidence: JSON.stringify(evidence),
    opened_at: msOf(alert.openedAt),
    resolved_at: msOf(alert.resolvedAt),
    seq: alert.seq,
  };
}

export function toAlert(row: AlertRow): Alert {
  const evidence = JSON.parse(row.evidence) as StoredEvidence[];
  return {
    id: row.id,
    ruleId: row.rule_id,
    series: row.series,
    status: row.status,
    historical: row.historical === 1,
    firstWindowId: row.first_window_id,
    from: dateOf(row.from_at),
    until: dateOf(row.until_at),
    evidence: evidence.map((one) => ({ ...one, start: dateOf(one.start) })),
    openedAt: dateOf(row.opened_at),
    resolvedAt: dateOf(row.resolved_at),
    seq: row.seq,
  };
}

export type DeliveryRow = {
  id: string;
  alert_id: string;
  event: Delivery['event'];
  subscription_id: string;
  status: Delivery['status'];
  attempts: number;
  next_attempt_at: number;
  lease_until: number | null;
  delivered_at: number | null;
  error: string | null;
};

export const DELIVERY_COLUMNS = [
  'id',
  'alert_id',
  'event',
  'subscription_id',
  'status',
  'attempts',
  'next_attempt_at',
  'lease_until',
  'delivered_at',
  'error',
] as const satisfies (keyof DeliveryRow)[];

export function deliveryRow(delivery: Delivery): DeliveryRow {
  return {
    id: delivery.id,
    alert_id: delivery.alertId,
    event: delivery.event,
    subscription_id: delivery.subscriptionId,
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: msOf(delivery.nextAttemptAt),
    lease_until: msOf(delivery.leaseUntil),
    delivered_at: msOf(delivery.deliveredAt),
    error: delivery.error,
  };
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    alertId: row.alert_id,
    event: row.event,
    subscriptionId: row.subscription_id,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: dateOf(row.next_attempt_at),
    leaseUntil: dateOf(row.lease_until),
    deliveredAt: dateOf(row.delivered_at),
    error: row.error,
  };
}
