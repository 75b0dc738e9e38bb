import type { Stores } from '#domain/ports/stores.js';
import type { Window } from '#domain/window.js';
import { connectMongo } from '#store/mongo/connect-mongo.js';
import { createIndexes } from '#store/mongo/indexes.js';
import { MongoStores } from '#store/mongo/mongo-stores.js';
import { toRecordDocument } from '#store/mongo/windows/window-document.js';
import { aRecord } from '../store/builders.js';
import { dropDatabase, freshDatabase } from './test-database.js';

export const MARKS = [1, 2, 3, 4];

/** A database on which rollups meet, with a look below the port. */
export type RollupBench = Awaited<ReturnType<typeof openBench>>;

/** Opens a bench for the tests of the enclosing `describe`. */
export function rollupBench(server: string): () => RollupBench {
  let bench: RollupBench | undefined;
  beforeAll(async () => (bench = await openBench(freshDatabase(server))));
  afterAll(() => bench?.close());
  return () => bench!;
}

async function openBench(uri: string) {
  const connection = await connectMongo({ uri });
  await createIndexes(connection);
  const stores: Stores = new MongoStores(connection);
  const documents = connection.models['Record']!;
  const series = ['all', ...MARKS.map(String)].map((theme) => ({ theme, about: 'both' as const }));
  return {
    stores,
    sleeper: (over?: Partial<Sleep>) => openSleeper(uri, { at: 'bulkWrite', dies: false, ...over }),
    async marked(window: Window, times: number) {
      for (let i = 0; i < times; i++) await stores.windows.mark([window]);
      return window;
    },
    recordsIn({ granularity, zone, start: from, end: to }: Window) {
      return stores.windows.records({ granularity, zone, from, to, group: null, series });
    },
    /** The marks of all documents of a window, served or not. */
    async marksOf(window: Window): Promise<number[]> {
      const found = await documents
        .find({ windowId: window.id })
        .sort({ mark: 1 })
        .lean<{ mark: number }[]>();
      return found.map((document) => document.mark);
    },
    /** Leaves the documents of a rollup that ended no other way. */
    async leave(window: Window, mark: number) {
      await documents.insertMany(recordsOf(window, mark).map((record) => toRecordDocument(window, record)));
    },
    async close() {
      await stores.close();
      await dropDatabase(uri);
    },
  };
}

/** Each rollup finds a theme that no other one does. */
export function recordsOf(window: Window, mark: number) {
  return ['all', String(mark)].map((theme) => aRecord(window, mark, theme));
}

/** Before which statement on records to sleep, and whether to die after it. */
type Sleep = { at: 'bulkWrite' | 'deleteMany'; dies: boolean };
type Statement = (...args: unknown[]) => Promise<unknown>;

/** Stores that fall asleep before a statement on records; once woken they run it, and may die of it. */
async function openSleeper(uri: string, { at, dies }: Sleep) {
  const connection = await connectMongo({ uri });
  const sleeper = new MongoStores(connection);
  const collection = connection.models['Record']!.collection as unknown as Record<Sleep['at'], Statement>;
  const write = collection[at].bind(collection);
  let wake = () => {};
  const woken = new Promise<void>((resolve) => (wake = resolve));
  const asleep = new Promise<void>((resolve) => {
    collection[at] = async (...args) => {
      resolve();
      await woken;
      const written = await write(...args);
      if (dies) throw new Error('the store died');
      return written;
    };
  });
  return { sleeper, asleep, wake };
}
