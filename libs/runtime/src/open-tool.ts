import { SystemClock } from '#domain/clock.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import type { Env } from './env.js';
import { loadConfig } from './load-config.js';
import { useCasesOf } from './open-runtime.js';
import { openStores } from './open-stores.js';

/** Runs `use` with the store open and nothing else: no queue, no schedule, no claim to the analysis version. */
export async function withTool<T>(env: Env, use: (deps: UseCaseDeps) => Promise<T>): Promise<T> {
  const config = loadConfig(env);
  const stores = await openStores(env);
  try {
    return await use(useCasesOf(env, stores, new SystemClock(), config, await stores.versions.newest()));
  } finally {
    await stores.close();
  }
}
