import type { Queue } from 'bullmq';
import type { Job, JobHandler } from '#domain/job.js';
import type { Carrier } from '../checked-dispatcher.js';
import { endsWithin } from '../ends-within.js';
import { packJobs, type Parcel } from '../parcel.js';
import type { SpecTable } from '../spec-table.js';
import { openQueue, toBulkJob, type QueueParts } from './open-queue.js';
import { openWorker, type JobWorker } from './open-worker.js';

/** Jobs sent to Redis in one go. */
const BATCH = 500;

/** How long a question to Redis may stay without an answer. */
const ANSWER_DEADLINE_MS = 5_000;

/** One BullMQ queue for each job name, and a worker for each once it is at work. */
export class BullmqCarrier implements Carrier {
  private readonly queues: ReadonlyMap<string, Queue>;
  private workers: JobWorker[] = [];

  constructor(
    private readonly table: SpecTable,
    private readonly parts: QueueParts,
  ) {
    this.queues = new Map(table.all().map((spec) => [spec.name, openQueue(parts, spec)]));
  }

  async ready(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.waitUntilReady()));
  }

  async send(jobs: readonly Job[]): Promise<void> {
    await answerOf(this.sendAll(packJobs(this.table, jobs)));
  }

  async start(handlers: ReadonlyMap<string, JobHandler>): Promise<void> {
    const { log } = this.parts;
    const send = (jobs: Job[]): Promise<void> => this.send(jobs);
    this.workers = [...handlers].map(([name, handler]) =>
      openWorker(this.parts, { spec: this.table.of(name), handler, log, send }),
    );
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  async stop(deadlineMs: number): Promise<void> {
    const { redis, watch, log } = this.parts;
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if (!(await endsWithin(closed, deadlineMs))) {
      log.warn('jobs that ran too long were let go; another worker takes them', { deadlineMs });
      this.workers.forEach((worker) => worker.letGo());
    }
    watch.end();
    redis.wait.disconnect();
    redis.ask.disconnect();
  }

  async ping(): Promise<void> {
    await answerOf(this.parts.redis.ask.ping());
  }

  private async sendAll(parcels: readonly Parcel[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const bulk = parcels.filter(({ spec }) => spec.name === name).map(toBulkJob);
      for (let from = 0; from < bulk.length; from += BATCH)
        await queue.addBulk(bulk.slice(from, from + BATCH));
    }
  }
}

async function answerOf(question: Promise<unknown>): Promise<void> {
  if (await endsWithin(question, ANSWER_DEADLINE_MS)) return;
  throw new Error(`Redis gave no answer within ${ANSWER_DEADLINE_MS / 1000} s`);
}
