import type { Delivery } from '#domain/alert.js';
import { dateOf, msOf } from '../sql.js';

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
