import { type AnyBulkWriteOperation, type Model, mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;
const TRIES = 3;

export type Write<D extends mongo.Document> = AnyBulkWriteOperation<D>;

/** What `write` answers; false where another document has its unique key. */
export async function unlessTaken(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** Runs writes that do not depend on each other, in no order; returns those that a unique key refused. */
export async function writeOnce<D extends mongo.Document, W extends Write<D>>(
  model: Model<D>,
  writes: W[],
): Promise<W[]> {
  if (writes.length === 0) return [];
  try {
    const options = { ordered: false, throwOnValidationError: true } as const;
    await model.bulkWrite<mongo.Document>(writes as AnyBulkWriteOperation[], options);
    return [];
  } catch (error) {
    return refusedOf(error, writes);
  }
}

/**
 * As {@link writeOnce}, for upserts: of two that create one document at the same moment the later is refused once, and
 * finds the document when it tries again. What is still refused does not fit the document that is there.
 */
export async function upsertAll<D extends mongo.Document, W extends Write<D>>(
  model: Model<D>,
  writes: W[],
): Promise<W[]> {
  let open = writes;
  for (let i = 0; i < TRIES && open.length > 0; i++) open = await writeOnce(model, open);
  return open;
}

function refusedOf<W>(error: unknown, writes: W[]): W[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  if (failures.length === 0 || failures.some((failure) => failure.code !== DUPLICATE_KEY)) throw error;
  const refused = new Set(failures.map((failure) => failure.index));
  return writes.filter((_, index) => refused.has(index));
}
