import { ANALYSIS_CODE_VERSION } from '#analysis/analyser.js';
import { Clock, SystemClock } from '#domain/clock.js';
import type { FeedRegistration } from '#domain/feed.js';
import { Log } from '#domain/log.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import type { Stores } from '#domain/ports/stores.js';
import type { RegisteredFeed } from '#domain/source-register.js';
import { openOutbound } from '#outbound/open-outbound.js';
import { buildHandlers } from '#pipeline/build-handlers.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { PIPELINE } from '#pipeline/pipeline.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import { buildPipelineDeps } from './deps.js';
import type { Env } from './env.js';
import { Lifetime } from './lifetime.js';
import { type Config, loadConfig } from './load-config.js';
import { openDispatcher } from './open-dispatcher.js';
import { openStores } from './open-stores.js';

/** What a process is for: the server takes requests and keeps the clock, a worker runs steps. */
export type Role = 'server' | 'worker';

export type Runtime = {
  env: Env;
  log: Log;
  lifetime: Lifetime;
  stores: Stores;
  dispatcher: Dispatcher;
  useCases: UseCaseDeps;
  pipeline: PipelineDeps;
};

/**
 * Opens everything that a process needs, and registers with its lifetime how each part ends. What was opened is closed
 * again where a later part cannot be.
 */
export async function openRuntime(env: Env, role: Role, log: Log): Promise<Runtime> {
  const config = loadConfig(env);
  const lifetime = new Lifetime(log);
  try {
    const stores = await openStores(env);
    lifetime.onStop('stores', 'store', () => stores.close());
    const dispatcher = await openDispatcher(env, PIPELINE, log);
    lifetime.onStop('work', 'dispatcher', () => dispatcher.drain(env.DRAIN_MS));
    return await compose({ env, role, log, lifetime, stores, dispatcher, config });
  } catch (error) {
    await lifetime.stop();
    throw error;
  }
}

type Opened = {
  env: Env;
  role: Role;
  log: Log;
  lifetime: Lifetime;
  stores: Stores;
  dispatcher: Dispatcher;
  config: Config;
};

async function compose({ env, role, log, lifetime, stores, dispatcher, config }: Opened): Promise<Runtime> {
  const clock = new SystemClock();
  const identity = { code: ANALYSIS_CODE_VERSION, taxonomy: config.taxonomy.hash };
  const version = await stores.versions.register(identity, role === 'server');
  if (role === 'server') await stores.feeds.register(config.register.feeds.map(registration), clock.now());
  const outbound = openOutbound({
    userAgent: userAgentOf(env),
    allowOrigins: env.ALLOW_ORIGINS,
    timeoutMs: env.FETCH_TIMEOUT_MS,
    maxBytes: 10 * 1024 * 1024,
    maxRedirects: 5,
  });
  lifetime.onStop('stores', 'outgoing connections', () => outbound.close());
  if (!env.CONTACT) log.warn('set CONTACT, so that the owners of the servers that are polled can reach you');
  const pipeline = buildPipelineDeps({ env, log, clock, stores, outbound, config, version });
  const useCases = useCasesOf(env, stores, clock, config, version);
  return { env, log, lifetime, stores, dispatcher, useCases, pipeline };
}

/** Begins to run the steps in this process. */
export async function runSteps({
  dispatcher,
  pipeline,
}: Pick<Runtime, 'dispatcher' | 'pipeline'>): Promise<void> {
  await dispatcher.work(buildHandlers(PIPELINE, pipeline));
}

/** Whether a process of this role runs the steps: in embedded mode the server does, else the workers do. */
export const runsSteps = (env: Env, role: Role): boolean => role === 'worker' || env.RUN_MODE === 'embedded';

export function useCasesOf(
  env: Env,
  stores: Stores,
  clock: Clock,
  config: Config,
  version: number,
): UseCaseDeps {
  const { register, taxonomy } = config;
  return { stores, clock, register, taxonomy, version, zones: env.ZONES, halfHourDays: env.HALF_HOUR_DAYS };
}

/** Who polls, and how to reach them. */
function userAgentOf({ CONTACT }: Env): string {
  return `NarrativeMonitor/0.1 (feed reader; contact: ${CONTACT ?? 'not given'})`;
}

function registration({ id, sourceId, url, language, verified }: RegisteredFeed): FeedRegistration {
  return {
    id,
    sourceId,
    url,
    host: new URL(url).host,
    language: language ?? null,
    verified: verified || null,
  };
}
