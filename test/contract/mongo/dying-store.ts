import type { mongo } from 'mongoose';
import type { Stores } from '#domain/ports/stores.js';
import { connectMongo } from '#store/mongo/connect-mongo.js';
import { createIndexes } from '#store/mongo/indexes.js';
import { MongoStores } from '#store/mongo/mongo-stores.js';

type Document = Record<string, unknown>;
type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

const READS = ['find', 'findOne', 'countDocuments', 'estimatedDocumentCount', 'aggregate', 'distinct'];
const SINGLE_WRITES = ['insertOne', 'updateOne', 'replaceOne', 'deleteOne', 'findOneAndUpdate'];
const BATCHES = ['bulkWrite', 'insertMany'];
const MANY_WRITES = ['updateMany', 'deleteMany'];
/** What would get past the count; the stores do not use it, and must not begin to unseen. */
const FORBIDDEN = ['findOneAndReplace', 'findOneAndDelete'];

/**
 * Opens the Mongo stores so that they die at the write number `dieAt`, counted from 1 after the boot: that write is
 * not done, and every call after it fails. A write is a single statement, or one document of a batch or of a
 * statement over many; what came before it in the same batch is done. `Infinity` never dies and only counts.
 */
export async function openDyingMongo({
  uri,
  dieAt,
}: {
  uri: string;
  dieAt: number;
}): Promise<{ stores: Stores; statements(): number }> {
  const connection = await connectMongo({ uri });
  await createIndexes(connection);
  const stores = new MongoStores(connection);
  const fate = new Fate(dieAt);
  for (const model of Object.values(connection.models)) {
    doom(model.collection as unknown as Methods, fate);
  }
  return { stores, statements: () => fate.writes };
}

class Fate {
  writes = 0;
  private dead = false;

  constructor(private readonly dieAt: number) {}

  assertAlive(): void {
    if (this.dead) throw new Error('the store died');
  }

  /** How many of the next `count` writes are still done; fewer where it dies among them. */
  spend(count: number): number {
    this.assertAlive();
    const left = this.dieAt - 1 - this.writes;
    this.dead = left < count;
    this.writes += Math.min(count, left + 1);
    return Math.min(count, left);
  }
}

function doom(methods: Methods, fate: Fate): void {
  const replace = (names: string[], wrap: (original: Method) => Method) => {
    for (const name of names) methods[name] = wrap(methods[name]!.bind(methods));
  };
  const find = methods['find']!.bind(methods) as unknown as Find;
  replace(READS, (original) => (...args) => {
    fate.assertAlive();
    return original(...args);
  });
  replace(SINGLE_WRITES, (original) => async (...args) => {
    if (fate.spend(1) === 0) fate.assertAlive();
    return original(...args);
  });
  replace(
    BATCHES,
    (original) =>
      (...args) =>
        runBatch(original, fate, args),
  );
  replace(
    MANY_WRITES,
    (original) =>
      (...args) =>
        runOverMany(original, find, fate, args),
  );
  replace(FORBIDDEN, () => () => {
    throw new Error('teach test/contract/mongo/dying-store.ts this statement first');
  });
}

async function runBatch(original: Method, fate: Fate, args: unknown[]): Promise<unknown> {
  const [documents, ...rest] = args as [Document[], ...unknown[]];
  const done = fate.spend(documents.length);
  if (done === documents.length) return original(...args);
  // Whether these were refused or not, nobody is left to hear of it.
  if (done > 0) await Promise.resolve(original(documents.slice(0, done), ...rest)).catch(() => undefined);
  return fate.assertAlive();
}

type Find = (filter: Document, options: Document) => mongo.FindCursor<{ _id: unknown }>;

/** One statement that changes several documents may end after any of them. */
async function runOverMany(original: Method, find: Find, fate: Fate, args: unknown[]): Promise<unknown> {
  const [filter, ...rest] = args as [Document, ...unknown[]];
  fate.assertAlive();
  const ids = (await find(filter, { projection: { _id: 1 } }).toArray()).map((document) => document._id);
  const count = Math.max(ids.length, 1);
  const done = fate.spend(count);
  if (done === count) return original(...args);
  if (done > 0) await original({ $and: [filter, { _id: { $in: ids.slice(0, done) } }] }, ...rest);
  return fate.assertAlive();
}
