import type { Stores } from '#domain/ports/stores.js';
import { type Dump, dumpRows, hashOf } from './support/dump-rows.js';
import { ManualClock } from './support/manual-clock.js';
import { mortalMongo, mortalSqlite, type MortalStore } from './support/mortal-stores.js';
import { openSmallWorld, SMALL_NOW, type SmallWorld } from './support/small-world.js';

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

describe('a store that dies', () => {
  diesAnywhere('SQLite', mortalSqlite);
  if (mortalMongo) diesAnywhere('MongoDB', mortalMongo);
  else console.warn('LEFT OUT: dying MongoDB, since MONGODB_URI is not set');
});
