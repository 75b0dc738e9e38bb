import type { JobSpec } from '#domain/job.js';
import type { Log } from '#domain/log.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import type { Env } from './env.js';

/** The dispatcher of the run mode. */
export async function openDispatcher(env: Env, specs: readonly JobSpec[], log: Log): Promise<Dispatcher> {
  if (env.RUN_MODE === 'distributed') {
    const { openBullmq } = await import('#dispatch/bullmq/open-bullmq.js');
    return openBullmq({ redisUrl: env.REDIS_URL!, specs, log });
  }
  const { openInProcess } = await import('#dispatch/in-process/open-in-process.js');
  return openInProcess({ specs, log });
}
