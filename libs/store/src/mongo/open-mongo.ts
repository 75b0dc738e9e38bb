import type { Stores } from '#domain/ports/stores.js';
import { connectMongo, type MongoOptions } from './connect-mongo.js';
import { createIndexes } from './indexes.js';
import { MongoStores } from './mongo-stores.js';

/**
 * Opens the stores in a MongoDB database and creates the indexes that are missing.
 * Throws an OperatorError where the address is wrong or the server does not answer.
 */
export async function openMongo(options: MongoOptions): Promise<Stores> {
  const connection = await connectMongo(options);
  try {
    await createIndexes(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return new MongoStores(connection);
}
