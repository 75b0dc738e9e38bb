import { SystemClock } from '#domain/clock.js';
import { learnSources } from '#domain/learn-sources.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import type { Env } from './env.js';
import { loadConfig } from './load-config.js';
import { openReader } from './open-reader.js';
import { openStores } from './open-stores.js';
import { buildUseCases } from './use-cases.js';

/** Runs `use` with the store open and nothing else: no queue, no schedule, no claim to the analysis version. */
export async function withTool<T>(env: Env, use: (deps: UseCaseDeps) => Promise<T>): Promise<T> {
  const config = loadConfig(env);
  const reader = openReader(env, config);
  const stores = await openStores(env);
  try {
    await learnSources(config.register, stores.sources);
    // Before any server ran there is none; what was imported waits for the first.
    const version = Math.max(1, await stores.versions.newest());
    const parts = { env, stores, clock: new SystemClock(), config, reader, version };
    return await use(buildUseCases({ ...parts, wake: async () => undefined }));
  } finally {
    await reader.close();
    await stores.close();
  }
}
