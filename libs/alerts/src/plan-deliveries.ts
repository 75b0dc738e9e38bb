import type { Alert, Delivery } from '#domain/alert.js';
import type { Subscription } from '#domain/alert-rules.js';
import { stableId } from '#domain/hash.js';
import { DELIVERABLE_MS } from './advance-alert.js';

/**
 * Every delivery that the state of an alert calls for, whether or not it is already stored; ids follow from alert,
 * event and subscription, so planning twice plans the same. History is not delivered, nor is what was over before a
 * subscription was added.
 */
export function planDeliveries(alert: Alert, subscriptions: Subscription[], now: Date): Delivery[] {
  if (alert.historical || isLongOver(alert, now)) return [];
  const events = alert.status === 'resolved' ? (['opened', 'resolved'] as const) : (['opened'] as const);
  return subscriptions
    .filter((subscription) => !subscription.rules || subscription.rules.includes(alert.ruleId))
    .flatMap((subscription) => events.map((event) => delivery(alert, event, subscription, now)));
}

function isLongOver({ resolvedAt }: Alert, now: Date): boolean {
  return resolvedAt !== null && now.getTime() - resolvedAt.getTime() > DELIVERABLE_MS;
}

function delivery(alert: Alert, event: Delivery['event'], subscription: Subscription, now: Date): Delivery {
  return {
    id: stableId(alert.id, event, subscription.id),
    alertId: alert.id,
    event,
    subscriptionId: subscription.id,
    status: 'due',
    attempts: 0,
    nextAttemptAt: now,
    leaseUntil: null,
    deliveredAt: null,
    error: null,
  };
}
