import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { runJob, type RunContext } from '../run-job.js';

/** Runs one job of BullMQ and tells it by exception, as it wants it, what is to become of the job. */
export async function processJob(context: RunContext, job: Job, token: string | undefined): Promise<void> {
  // Before the handler reads anything, or a hint of what it did not see would be dropped as a twin. BullMQ removes
  // the key only if it is this job's own, so a retry leaves alone that of a twin which waits by now.
  await job.removeDeduplicationKey();
  const outcome = await runJob(context, job.data, job.attemptsMade);
  switch (outcome.kind) {
    case 'done':
      return;
    case 'given up':
      throw new UnrecoverableError(outcome.error.message);
    case 'retry':
      throw outcome.error;
    case 'later':
      await job.moveToDelayed(Date.now() + outcome.afterMs, token);
      throw new DelayedError();
  }
}
