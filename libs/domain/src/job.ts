import type { z } from 'zod';

/** A hint that something is undone. The store is the truth: a lost job costs one sweep. */
export type Job = { name: string; payload: unknown };

export type RetryPolicy = {
  /** How often a job is tried in all before it is given up; the sweep finds the work again. */
  attempts: number;
  /** Wait before the second try; it doubles with each further one. */
  backoffMs: number;
};

/** All that a dispatcher needs to know of a kind of job. */
export type JobSpec = {
  name: string;
  schema: z.ZodType;
  retry: RetryPolicy;
  /** How many run at once in one process. */
  concurrency: number;
  /** Jobs of one key are one while they wait. Holds no ":". Null: never dropped. */
  dedupeKey: (payload: never) => string | null;
  /** Wait before the job may start, so that hints that follow each other fast become one. */
  delayMs: number;
};

/** Runs one job and returns those that follow. */
export type JobHandler = (payload: unknown) => Promise<Job[]>;
