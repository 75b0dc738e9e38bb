import type { Stores } from '#domain/ports/stores.js';

/** Opens a store that holds nothing yet. */
export type OpenStores = () => Promise<Stores>;

/** Gives each test of the enclosing `describe` a fresh store and closes it afterwards. */
export function freshStores(open: OpenStores): () => Stores {
  let stores: Stores | undefined;
  beforeEach(async () => {
    stores = await open();
  });
  afterEach(async () => {
    await stores?.close();
    stores = undefined;
  });
  return () => {
    if (!stores) throw new Error('the store is only there while a test runs');
    return stores;
  };
}

export function idsOf(rows: { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

/** For answers that the port gives in no order. */
export function sortedIds(rows: { id: string }[]): string[] {
  return idsOf(rows).sort();
}
