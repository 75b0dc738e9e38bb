import { ANALYSIS_CODE_VERSION } from '#analysis/analyser.js';
import { Clock, SystemClock } from '#domain/clock.js';
import type { FeedRegistration } from '#domain/feed.js';
import { learnSources } from '#domain/learn-sources.js';
import { Log } from '#domain/log.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { Stores } from '#domain/ports/stores.js';
import { isOptedOut } from '#feeds/fetch/opt-out.js';
import { buildHandlers } from '#pipeline/build-handlers.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { sweepJob } from '#pipeline/next-jobs.js';
import { PIPELINE } from '#pipeline/pipeline.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import { buildPipelineDeps } from './deps.js';
import type { Env } from './env.js';
import { Lifetime } from './lifetime.js';
import { type Config, loadConfig } from './load-config.js';
import { openDispatcher } from './open-dispatcher.js';
import { openReader } from './open-reader.js';
import { openStores } from './open-stores.js';
import { buildUseCases } from './use-cases.js';

/** What a process is for: the server takes requests and keeps the clock, a worker runs steps. */
export type Role = 'server' | 'worker';

/** Of the drain: what is fetched still when it is over is ended, and there is time left to give its feed back. */
const FETCHING_SHARE = 0.7;

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
export async function openRuntime(
  env: Env,
  role: Role,
  log: Log,
  clock: Clock = new SystemClock(),
): Promise<Runtime> {
  const config = loadConfig(env);
  const lifetime = new Lifetime(log);
  try {
    const stores = await openStores(env);
    lifetime.onStop('stores', 'store', () => stores.close());
    const dispatcher = await openDispatcher(env, PIPELINE, log);
    lifetime.onStop('work', 'dispatcher', () => dispatcher.drain(env.DRAIN_MS));
    return await compose({ env, role, log, clock, lifetime, stores, dispatcher, config });
  } catch (error) {
    await lifetime.stop();
    throw error;
  }
}

type Opened = {
  env: Env;
  role: Role;
  log: Log;
  clock: Clock;
  lifetime: Lifetime;
  stores: Stores;
  dispatcher: Dispatcher;
  config: Config;
};

async function compose({ role, ...opened }: Opened): Promise<Runtime> {
  const { env, log, clock, lifetime, stores, dispatcher, config } = opened;
  const identity = { code: ANALYSIS_CODE_VERSION, taxonomy: config.taxonomy.hash };
  const version = await stores.versions.register(identity, role === 'server');
  await learnSources(config.register, stores.sources);
  const reader = openReader(env, config);
  lifetime.onStop('stores', 'outgoing connections', () => reader.close());
  lifetime.onStop('work', 'outgoing requests', () => reader.closeAfter(env.DRAIN_MS * FETCHING_SHARE));
  if (role === 'server') await registerFeeds(stores.feeds, config, clock.now());
  if (!env.CONTACT) log.warn('set CONTACT, so that the owners of the servers that are polled can reach you');
  const pipeline = buildPipelineDeps({ env, log, clock, stores, reader, config, version });
  const wake = () => wakeUp(dispatcher, log);
  const useCases = buildUseCases({ env, stores, clock, config, reader, version, wake });
  return { env, log, lifetime, stores, dispatcher, useCases, pipeline };
}

/** A hint that is lost costs the time to the next sweep. */
async function wakeUp(dispatcher: Dispatcher, log: Log): Promise<void> {
  try {
    await dispatcher.dispatch([sweepJob()]);
  } catch (error) {
    log.warn('the queue did not take a sweep', { error: (error as Error).message });
  }
}

async function registerFeeds(feeds: FeedStore, config: Config, now: Date): Promise<void> {
  await feeds.register(registrationsOf(config), now);
  const added = (await feeds.list()).filter(({ origin }) => origin === 'added');
  const optedOut = added.filter(({ url }) => isOptedOut(config.optOut, new URL(url)));
  await feeds.optOutAdded(optedOut.map(({ id }) => id));
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

function registrationsOf({ register, optOut }: Config): FeedRegistration[] {
  return register.feeds.map(({ id, sourceId, url, language, verified }) => ({
    ...{ id, sourceId, url, host: new URL(url).host },
    language: language ?? null,
    verified: verified || null,
    optedOut: isOptedOut(optOut, new URL(url)),
  }));
}
