import type { Job } from '#domain/job.js';
import type { Stores } from '#domain/ports/stores.js';
import { buildHandlers } from '#pipeline/build-handlers.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { sweepJob } from '#pipeline/next-jobs.js';
import { PIPELINE } from '#pipeline/pipeline.js';
import { buildPipelineDeps } from '#runtime/deps.js';
import { readEnv } from '#runtime/env.js';
import type { Config } from '#runtime/load-config.js';
import type { Reader } from '#runtime/open-reader.js';
import type { ManualClock } from './manual-clock.js';
import { SilentLog } from './silent-log.js';

const SWEEPS = 60;

export type Workplace = { stores: Stores; clock: ManualClock; config: Config; reader: Reader };

/** Sweeps and does what follows, one job after the other, until a sweep finds nothing. Jobs that fail throw. */
export async function workUntilDone(
  place: Workplace,
  change: (deps: PipelineDeps) => PipelineDeps = (deps) => deps,
): Promise<void> {
  const handlers = buildHandlers(PIPELINE, change(await depsOf(place)));
  for (let sweeps = 0; sweeps < SWEEPS; sweeps++) {
    const jobs: Job[] = [sweepJob()];
    let done = 0;
    for (let job = jobs.shift(); job; job = jobs.shift(), done++)
      jobs.push(...(await handlers.get(job.name)!(job.payload)));
    if (done === 1) return;
  }
  throw new Error(`${SWEEPS} sweeps left work undone`);
}

/** What a server does at its boot, then the dependencies of its steps. */
async function depsOf({ stores, clock, config, reader }: Workplace): Promise<PipelineDeps> {
  const env = readEnv({ ZONES: 'UTC', HOST_GAP_MS: '0', HALF_HOUR_DAYS: '1' });
  const version = await stores.versions.register({ code: 'test', taxonomy: config.taxonomy.hash }, true);
  const registrations = config.register.feeds.map(({ id, sourceId, url }) => ({
    ...{ id, sourceId, url, host: new URL(url).host, language: null, verified: null, optedOut: false },
  }));
  await stores.feeds.register(registrations, clock.now());
  return buildPipelineDeps({ env, log: new SilentLog(), clock, stores, reader, config, version });
}
