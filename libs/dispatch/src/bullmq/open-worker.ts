import { Worker, type Job } from 'bullmq';
import { backoffDelay } from '../backoff-delay.js';
import type { RunContext } from '../run-job.js';
import type { QueueParts } from './open-queue.js';
import { processJob } from './process-job.js';

/** Deaths of its worker that a job survives; after that it is taken to be their cause and is given up. */
const MOST_STALLS = 5;

export class JobWorker extends Worker {
  /** Renews no lock and fetches no job any more. `close` waits for running jobs and for Redis, this for neither. */
  letGo(): void {
    void this.lockManager.close();
    this.getBackend().blockingClient?.then(
      (client) => client.disconnect(),
      () => undefined,
    );
  }
}

/**
 * A worker that runs jobs at once. Locks last twice `stalledIntervalMs`, so the job of a dead worker is taken by
 * another after at most four such intervals.
 */
export function openWorker(parts: QueueParts, context: RunContext): JobWorker {
  const { spec } = context;
  const worker = new JobWorker(spec.name, (job: Job, token?: string) => processJob(context, job, token), {
    connection: parts.redis.wait,
    prefix: parts.prefix,
    concurrency: spec.concurrency,
    lockDuration: 2 * parts.stalledIntervalMs,
    stalledInterval: parts.stalledIntervalMs,
    maxStalledCount: MOST_STALLS,
    settings: { backoffStrategy: (triesMade) => backoffDelay(spec.retry, triesMade) },
  });
  worker.on('error', (error) => parts.watch.tell(spec.name, error));
  worker.on('stalled', () => parts.log.warn('a worker died with a job, it is run again', { job: spec.name }));
  worker.on('failed', (job) => {
    if (job?.deferredFailure) parts.log.error('job given up', { job: spec.name, error: job.deferredFailure });
  });
  return worker;
}
