import type { Stores } from '#domain/ports/stores.js';
import { URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import { list, migrate, type Place, placeIn, rowsOf, settle } from './support/keyed-world.js';
import { type Listing, listing, MINUTE_MS } from './support/listings.js';
import { mortalMongo, mortalSqlite, type MortalStore } from './support/mortal-stores.js';

/** Leases of a process that died have run out by then. */
const RESTART_MS = 10 * MINUTE_MS;
const NEVER = Number.MAX_SAFE_INTEGER;

const BASE = 'https://example.org/world';
const ATTACK = 'Deadly attack at Torkham kills five as Pakistan and Afghanistan trade blame';
const ACCORD = 'Pakistan and Afghanistan sign a transit trade accord in Kabul';
const BORDER = 'Chaman border reopens for trade trucks after talks';

const WORLD: Listing[] = [
  listing('b', `${BASE}/item-0`, { title: ACCORD }),
  listing('c', `${BASE}/item-0/amp`, { title: ATTACK, hour: 2 }),
  listing('a', `https://m.example.org/world/item-0`, { title: ATTACK, hour: 3 }),
  listing('d', 'https://other.example/print-7', { title: ATTACK, hour: 4 }),
  // The second of these is a double of the first, and the origin of the third's story.
  listing('b', `${BASE}/item-2`, { title: 'A headline of its own', hour: 1 }),
  listing('c', `${BASE}/item-2/amp`, {
    title: BORDER,
    hour: 2,
  }),
  listing('d', 'https://other.example/print-8', {
    title: BORDER,
    hour: 4,
  }),
  listing('aggregator', `https://www.google.com/url?url=${encodeURIComponent(`${BASE}/item-1`)}`, {
    title: 'Refugees return from Pakistan to Afghanistan',
    hour: 5,
  }),
];
/** Stored under the present rules before the migration came to its double. */
const NEWCOMER = listing('a', `${BASE}/item-1`, { title: ACCORD, hour: 6 });

async function playOld(stores: Stores): Promise<void> {
  const place = await placeIn(stores);
  await list(place, WORLD, 'old');
  await list(place, [NEWCOMER], 'new');
  await settle(place);
  await stores.close();
}

/** Migrates in a store that dies at write `dieAt`, goes on after a restart, and returns the end. */
async function liveAndDie(store: MortalStore, dieAt: number): Promise<{ rows: object; writes: number }> {
  await playOld(await store.reopen());
  const dying = await store.openDying(dieAt);
  let died = false;
  try {
    await migrate(await placeIn(dying.stores), false);
  } catch (error) {
    if (dying.statements() < dieAt) throw error;
    died = true;
  }
  expect(died).toBe(dieAt !== NEVER);
  await dying.stores.close().catch(() => undefined);
  const place = await placeIn(await store.reopen());
  place.clock.advance(RESTART_MS);
  await migrate(place);
  await settle(place);
  const rows = await everything(place);
  await place.stores.close();
  await store.remove();
  return { rows, writes: dying.statements() };
}

/** All rows with their ids, doubles too, and what is left to be done. */
async function everything(place: Place): Promise<object> {
  const { articles, windows } = place.stores;
  const ids = (await articles.keyedBelow(URL_KEY_VERSION + 1, 100)).map(({ id }) => id);
  const doubles = (await Promise.all(ids.map((id) => articles.get(id)))).filter(
    (one) => one!.mergedInto !== null,
  );
  const lagging = await windows.outstanding({ work: 'count', now: place.clock.now(), limit: 100 });
  return {
    ...(await rowsOf(place)),
    doubles: doubles.map((one) => ({
      id: one!.id,
      into: one!.mergedInto,
      key: one!.urlKey,
      version: one!.keyVersion,
    })),
    lagging,
  };
}

function diesAnywhere(name: string, openStore: () => Promise<MortalStore>): void {
  it(`the migration of URL keys in ${name} ends with the same rows at whatever write it dies`, async () => {
    const whole = await liveAndDie(await openStore(), NEVER);
    expect(whole.rows).toMatchObject({ articles: { length: 5 }, doubles: { length: 4 }, lagging: [] });
    expect(whole.writes).toBeGreaterThan(40);
    for (let n = 1; n <= whole.writes; n++) {
      const { rows } = await liveAndDie(await openStore(), n);
      expect({ n, ...rows }).toEqual({ n, ...whole.rows });
    }
    console.info(`${name}: the migration died at each of ${whole.writes} writes`);
  }, 600_000);
}

diesAnywhere('SQLite', mortalSqlite);
if (mortalMongo) diesAnywhere('MongoDB', mortalMongo);
else console.warn('LEFT OUT: the migration of URL keys in MongoDB, since MONGODB_URI is not set');
