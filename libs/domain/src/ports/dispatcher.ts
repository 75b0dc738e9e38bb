import type { Job, JobHandler } from '../job.js';

/**
 * Carries hints to whoever runs the steps. Retry, backoff, dedupe key, delay and concurrency of a job are those of
 * its JobSpec, which the adapter is opened with.
 *
 * A dedupe key drops a *waiting* twin only: it is free again when the job starts. A handler that throws a
 * PermanentError is not tried again; one that throws a RetryLaterError is tried after its `afterMs` without using up
 * an attempt; any other error uses one up.
 */
export abstract class Dispatcher {
  /** Rejects for an unknown job name, and after `drain`. */
  abstract dispatch(jobs: Job[]): Promise<void>;

  /** Begins to run jobs. Jobs that a handler returns are dispatched. Rejects where a job has no handler. */
  abstract work(handlers: ReadonlyMap<string, JobHandler>): Promise<void>;

  /** Refuses new jobs, waits for the running ones at most `deadlineMs`, lets go of the rest. Safe to call twice. */
  abstract drain(deadlineMs: number): Promise<void>;

  /** Resolves while the queue behind it answers; rejects otherwise. */
  abstract ping(): Promise<void>;
}
