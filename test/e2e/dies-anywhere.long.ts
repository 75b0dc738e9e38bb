import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { openDyingMongo } from '../contract/mongo/dying-store.js';
import { type Dump, dumpRows, hashOf } from './support/dump-rows.js';
import { ManualClock } from './support/manual-clock.js';
import { openSmallWorld, SMALL_NOW, type SmallWorld } from './support/small-world.js';

/** A store that dies at its n-th statement, and the same store opened again after a restart. */
type MortalStore = {
  openDying(dieAt: number): Promise<{ stores: Stores; statements: () => number }>;
  reopen(): Promise<Stores>;
  remove(): Promise<void>;
};

/** Leases of the process that died have run out by then. */
const RESTART_MS = 10 * 60_000;
const NEVER = Number.MAX_SAFE_INTEGER;

let world: SmallWorld;
beforeAll(async () => (world = await openSmallWorld()));
afterAll(() => world.close());

async function playAll(
  stores: Stores,
  clock: ManualClock,
  from: number,
  reached: (phase: number) => void,
): Promise<void> {
  for (let phase = from; phase < world.phases; phase++) {
    reached(phase);
    await world.play(phase, stores, clock);
  }
}

/** Plays the small world on a store that dies at statement `dieAt`, goes on after a restart, and returns the end. */
async function liveAndDie(
  mortal: MortalStore,
  dieAt: number,
): Promise<{ dump: Dump; died: boolean; statements: number }> {
  const clock = new ManualClock(SMALL_NOW);
  let reached = 0;
  let died = false;
  const dying = await mortal.openDying(dieAt);
  try {
    await playAll(dying.stores, clock, 0, (phase) => (reached = phase));
  } catch (error) {
    if (dying.statements() < dieAt) throw error;
    died = true;
  }
  await dying.stores.close().catch(() => undefined);
  if (died) clock.advance(RESTART_MS);
  const stores = await mortal.reopen();
  if (died) await playAll(stores, clock, reached, () => undefined);
  const dump = await dumpRows(stores, world.config.taxonomy, world.zones);
  await stores.close();
  return { dump, died, statements: dying.statements() };
}

function diesAnywhere(name: string, open: () => Promise<MortalStore>): void {
  it(`${name} has the same rows at the end, at whatever statement it dies`, async () => {
    const whole = await withStore(open, (mortal) => liveAndDie(mortal, NEVER));
    expect(whole.died).toBe(false);
    expect(whole.dump.articles).toHaveLength(14);
    expect(whole.dump.alerts).toHaveLength(1);
    expect(whole.dump.deliveries).toMatchObject([{ event: 'opened', status: 'delivered' }]);
    expect(whole.statements).toBeGreaterThanOrEqual(60);
    for (let n = 1; n <= whole.statements; n++) {
      const { dump, died } = await withStore(open, (mortal) => liveAndDie(mortal, n));
      expect({ n, died }).toEqual({ n, died: true });
      if (hashOf(dump) !== hashOf(whole.dump)) expect({ n, ...dump }).toEqual({ n, ...whole.dump });
    }
    console.info(`${name}: died at each of ${whole.statements} statements`);
  }, 600_000);
}

async function withStore<T>(
  open: () => Promise<MortalStore>,
  use: (mortal: MortalStore) => Promise<T>,
): Promise<T> {
  const mortal = await open();
  try {
    return await use(mortal);
  } finally {
    await mortal.remove();
  }
}

/** A store may die before any of these; a statement that only reads leaves nothing behind. */
const WRITES = /^\s*(insert|update|delete|commit)/i;

async function mortalSqlite(): Promise<MortalStore> {
  const folder = mkdtempSync(join(tmpdir(), 'narrative-mortal-'));
  const file = join(folder, 'narrative.db');
  // The file is made first: what is tried here is the run, and migrations have tests of their own.
  await (await openSqlite({ file })).close();
  return {
    openDying: async (dieAt) => {
      let count = 0;
      let opened = false;
      const onStatement = (sql: string): void => {
        if (opened && WRITES.test(sql) && ++count >= dieAt)
          throw new Error(`the store died at statement ${count}`);
      };
      const stores = await openSqlite({ file, onStatement });
      opened = true;
      return { stores, statements: () => count };
    },
    reopen: () => openSqlite({ file }),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

const MONGODB_URI = process.env['MONGODB_URI'];
let databases = 0;

async function mortalMongo(): Promise<MortalStore> {
  const uri = new URL(MONGODB_URI!);
  uri.pathname = `/mortal_${process.pid}_${databases++}`;
  await (await openMongo({ uri: uri.href })).close();
  return {
    openDying: (dieAt) => openDyingMongo({ uri: uri.href, dieAt }),
    reopen: () => openMongo({ uri: uri.href }),
    remove: async () => undefined,
  };
}

describe('a store that dies', () => {
  diesAnywhere('SQLite', mortalSqlite);
  if (MONGODB_URI) diesAnywhere('MongoDB', mortalMongo);
  else console.warn('LEFT OUT: dying MongoDB, since MONGODB_URI is not set');
});
