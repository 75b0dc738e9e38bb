import { PermanentError, RetryLaterError } from '#domain/errors.js';
import type { Job, JobHandler, JobSpec } from '#domain/job.js';
import { backoffDelay } from './backoff-delay.js';
import type { DispatchLog } from './dispatch-log.js';

export type RunContext = {
  spec: JobSpec;
  handler: JobHandler;
  log: DispatchLog;
  /** Takes the jobs that follow. */
  send: (jobs: Job[]) => Promise<void>;
};

/** What is to become of a job after one try. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'retry'; afterMs: number; error: Error }
  | { kind: 'later'; afterMs: number; error: Error }
  | { kind: 'given up'; error: Error };

/**
 * Tries a job once, tells the log how it went, and passes on the jobs that follow. `triesBefore` counts the tries
 * that used up an attempt. Never rejects.
 */
export async function runJob(context: RunContext, payload: unknown, triesBefore: number): Promise<Outcome> {
  const { spec, handler, log } = context;
  try {
    const next = await handler(parsePayload(spec, payload));
    await passOn(context, next);
    return { kind: 'done' };
  } catch (thrown) {
    const outcome = judge(spec, thrown, triesBefore + 1);
    report(log, spec, outcome, triesBefore + 1);
    return outcome;
  }
}

function parsePayload(spec: JobSpec, payload: unknown): unknown {
  const parsed = spec.schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'payload'}: ${message}`);
  throw new PermanentError(`the payload does not match (${faults.join('; ')})`);
}

/** The work is done and would be done again for nothing: what cannot be passed on is left to the sweep. */
async function passOn({ spec, log, send }: RunContext, next: Job[]): Promise<void> {
  try {
    await send(next);
  } catch (error) {
    log.error('the jobs that follow could not be passed on', { job: spec.name, error: messageOf(error) });
  }
}

function judge({ retry }: JobSpec, thrown: unknown, tries: number): Outcome {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof RetryLaterError) return { kind: 'later', afterMs: Math.max(0, error.afterMs), error };
  if (error instanceof PermanentError || tries >= retry.attempts) return { kind: 'given up', error };
  return { kind: 'retry', afterMs: backoffDelay(retry, tries), error };
}

function report(log: DispatchLog, spec: JobSpec, outcome: Outcome, tries: number): void {
  if (outcome.kind === 'done') return;
  const fields = { job: spec.name, error: outcome.error.message, try: tries, of: spec.retry.attempts };
  if (outcome.kind === 'given up') log.error('job given up', fields);
  if (outcome.kind === 'retry')
    log.warn('job failed, will be tried again', { ...fields, afterMs: outcome.afterMs });
  if (outcome.kind === 'later') log.debug('job put off', { ...fields, afterMs: outcome.afterMs });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
