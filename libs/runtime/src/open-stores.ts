import { join } from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import type { Env } from './env.js';

/** The store of the run mode. Adapters are loaded when they are chosen, so embedded mode starts without Mongoose. */
export async function openStores(env: Env): Promise<Stores> {
  if (env.RUN_MODE === 'distributed') {
    const { openMongo } = await import('#store/mongo/open-mongo.js');
    return openMongo({ uri: env.MONGODB_URI! });
  }
  const { openSqlite } = await import('#store/sqlite/open-sqlite.js');
  return openSqlite({ file: join(env.DATA_DIR, 'narrative.db') });
}
