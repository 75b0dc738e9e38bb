import type { Delivery } from '#domain/alert.js';
import type { Job } from '#domain/job.js';
import type { WebhookResult } from '#notify/send-webhook.js';
import type { PipelineDeps } from './deps.js';

type Deps = Pick<
  PipelineDeps,
  'alerting' | 'alerts' | 'clock' | 'deliveries' | 'log' | 'sendAlert' | 'settings'
>;

/** Some 28 hours in all. */
const MAX_ATTEMPTS = 14;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 60 * 60_000;

/** Sends one message and records the attempt. A failed one is due again after a wait that doubles. */
export async function sendDelivery({ deliveryId }: { deliveryId: string }, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + deps.settings.deliveryLeaseMs);
  const delivery = await deps.deliveries.claim(deliveryId, now, until);
  if (!delivery) return [];
  const result = await send(delivery, now, deps);
  const recorded = after(delivery, result, deps.clock.now());
  await deps.deliveries.record(recorded);
  if (recorded.error)
    deps.log.warn('an alert could not be delivered', { delivery: deliveryId, error: recorded.error });
  return [];
}

async function send(
  delivery: Delivery,
  at: Date,
  { alerting, alerts, sendAlert }: Deps,
): Promise<WebhookResult> {
  const subscription = alerting.subscriptions.find(({ id }) => id === delivery.subscriptionId);
  // Another process, or this one after a change, may know it.
  if (!subscription) return failed(`the subscription ${delivery.subscriptionId} is not configured`);
  const alert = await alerts.get(delivery.alertId);
  if (!alert) return failed(`the alert ${delivery.alertId} does not exist`);
  return sendAlert(subscription, { delivery, alert, at }).catch((error: Error) => failed(error.message));
}

const failed = (error: string): WebhookResult => ({ ok: false, error, permanent: false, retryAfterMs: null });

function after(delivery: Delivery, result: WebhookResult, now: Date): Delivery {
  if (result.ok) return { ...delivery, status: 'delivered', deliveredAt: now, error: null };
  const givenUp = result.permanent || delivery.attempts >= MAX_ATTEMPTS;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (delivery.attempts - 1), LONGEST_WAIT_MS);
  const asked = Math.min(result.retryAfterMs ?? 0, LONGEST_WAIT_MS);
  const nextAttemptAt = new Date(now.getTime() + Math.max(wait, asked));
  return { ...delivery, status: givenUp ? 'failed' : 'due', nextAttemptAt, error: result.error };
}
