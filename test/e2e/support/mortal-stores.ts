import { randomUUID } from 'node:crypto';
import type { Stores } from '#domain/ports/stores.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { openDyingMongo } from '../../contract/mongo/dying-store.js';
import { ScratchStores } from '../../support/scratch-store.js';

/** A store that dies at its n-th statement, and the same store opened again after a restart. */
export type MortalStore = {
  openDying(dieAt: number): Promise<{ stores: Stores; statements: () => number }>;
  reopen(): Promise<Stores>;
  remove(): Promise<void>;
};

/** A store may die before any of these; a statement that only reads leaves nothing behind. */
const WRITES = /^\s*(insert|update|delete|commit)/i;

export async function mortalSqlite(): Promise<MortalStore> {
  const scratch = new ScratchStores();
  const file = scratch.newFile();
  // The file is made first: what is tried here is the run, and migrations have tests of their own.
  await (await scratch.open(file)).close();
  return {
    openDying: async (dieAt) => {
      let count = 0;
      const stores = await scratch.open(file, (sql) => {
        if (WRITES.test(sql) && ++count >= dieAt) throw new Error(`the store died at statement ${count}`);
      });
      return { stores, statements: () => count };
    },
    reopen: () => scratch.open(file),
    remove: () => scratch.remove(),
  };
}

const MONGODB_URI = process.env['MONGODB_URI'];

/** Null where no MongoDB is at hand. */
export const mortalMongo = MONGODB_URI ? () => openMortalMongo(MONGODB_URI) : null;

async function openMortalMongo(server: string): Promise<MortalStore> {
  const uri = new URL(server);
  uri.pathname = `/mortal_${randomUUID()}`;
  await (await openMongo({ uri: uri.href })).close();
  return {
    openDying: (dieAt) => openDyingMongo({ uri: uri.href, dieAt }),
    reopen: () => openMongo({ uri: uri.href }),
    remove: async () => undefined,
  };
}
