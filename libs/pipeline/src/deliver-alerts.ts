import { planDeliveries } from '#alerts/plan-deliveries.js';
import type { Alert } from '#domain/alert.js';
import type { Job } from '#domain/job.js';
import type { PipelineDeps } from './deps.js';
import { sendJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'clock' | 'deliveries'>;

/** Stores the deliveries that the state of alerts calls for, and names the jobs that send them. */
export async function deliverAlerts(known: Alert[], { alerting, clock, deliveries }: Deps): Promise<Job[]> {
  const now = clock.now();
  const planned = known.flatMap((alert) => planDeliveries(alert, alerting.subscriptions, now));
  if (planned.length === 0) return [];
  await deliveries.addMissing(planned);
  return planned.map(({ id }) => sendJob(id));
}

/** Of these alerts, those whose state calls for a delivery that is not stored. */
export async function undelivered<A extends Alert>(
  known: A[],
  { alerting, clock, deliveries }: Deps,
): Promise<A[]> {
  const now = clock.now();
  const missing: A[] = [];
  for (const alert of known) {
    const planned = planDeliveries(alert, alerting.subscriptions, now);
    const stored = await Promise.all(planned.map(({ id }) => deliveries.get(id)));
    if (stored.includes(null)) missing.push(alert);
  }
  return missing;
}
