import { planDeliveries } from '#alerts/plan-deliveries.js';
import type { Alert } from '#domain/alert.js';
import type { Job } from '#domain/job.js';
import type { PipelineDeps } from './deps.js';
import { sendJob } from './next-jobs.js';

/** Stores the deliveries that the state of alerts calls for, and names the jobs that send them. */
export async function deliverAlerts(
  known: Alert[],
  { alerting, clock, deliveries }: Pick<PipelineDeps, 'alerting' | 'clock' | 'deliveries'>,
): Promise<Job[]> {
  const now = clock.now();
  const planned = known.flatMap((alert) => planDeliveries(alert, alerting.subscriptions, now));
  if (planned.length === 0) return [];
  await deliveries.addMissing(planned);
  return planned.map(({ id }) => sendJob(id));
}
