import { randomUUID } from 'node:crypto';
import { Queue, type JobsOptions } from 'bullmq';
import type { JobSpec } from '#domain/job.js';
import type { DispatchLog } from '../dispatch-log.js';
import type { Parcel } from '../parcel.js';
import type { Connections } from './connect-redis.js';
import type { RedisWatch } from './redis-watch.js';

export type QueueParts = {
  redis: Connections;
  watch: RedisWatch;
  log: DispatchLog;
  prefix: string;
  stalledIntervalMs: number;
};

/** How many failed jobs of one name are kept for people to look at. */
const FAILED_KEPT = 100;

export function openQueue({ redis, watch, prefix }: QueueParts, spec: JobSpec): Queue {
  const queue = new Queue(spec.name, {
    connection: redis.ask,
    prefix,
    // Nobody reads BullMQ's event streams here, so they are kept short.
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: {
      attempts: spec.retry.attempts,
      backoff: { type: 'custom' },
      delay: spec.delayMs,
      removeOnComplete: true,
      removeOnFail: { count: FAILED_KEPT },
      stackTraceLimit: 1,
    },
  });
  queue.on('error', (error) => watch.tell(spec.name, error));
  return queue;
}

/** A job as `Queue.addBulk` takes it. */
export function toBulkJob({ spec, json, key }: Parcel): { name: string; data: unknown; opts: JobsOptions } {
  // An id of our own: BullMQ's counter starts again after FLUSHALL, and would then give a second job the id of one
  // that still runs.
  const jobId = randomUUID();
  const opts = key === null ? { jobId } : { jobId, deduplication: { id: key } };
  return { name: spec.name, data: JSON.parse(json), opts };
}
