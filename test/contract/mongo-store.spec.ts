import { jest } from '@jest/globals';
import type { Stores } from '#domain/ports/stores.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { shapeCheckContract } from './mongo/check-shapes-contract.js';
import { ShapeCheck } from './mongo/check-shapes.js';
import { openMongoContract, refusedMongoContract } from './mongo/connect-contract.js';
import { dyingStoreContract } from './mongo/dying-store-contract.js';
import { interruptedCallContract } from './mongo/interrupted-call-contract.js';
import { oldDocumentsContract } from './mongo/old-documents-contract.js';
import { overtakenRollupContract } from './mongo/overtaken-rollup-contract.js';
import { dropDatabase, freshDatabase } from './mongo/test-database.js';
import { storeContract } from './store/store-contract.js';

const server = process.env['MONGODB_URI'];
// A stand-in without indexes on conditions walks the collection for each of 5,000 conditional updates.
jest.setTimeout(120_000);

refusedMongoContract();
shapeCheckContract();

if (!server)
  console.warn(
    'MONGODB_URI is not set: 6 suites of the MongoDB store are left out (see npm run services:up)',
  );
(server ? describe : describe.skip)('with MONGODB_URI', () => {
  const uri = server ?? 'mongodb://127.0.0.1:1';
  openMongoContract(uri);
  dyingStoreContract(uri);
  overtakenRollupContract(uri);
  interruptedCallContract(uri);
  oldDocumentsContract(uri);

  describe('every query', () => {
    const shapes = new ShapeCheck();

    storeContract('MongoDB', async () => {
      const database = freshDatabase(uri);
      return dropAfterClose(await openMongo({ uri: database, onCommand: shapes.watch }), database);
    });

    it('of the suite above is served by a declared index', () => {
      expect(shapes.shapes).toBeGreaterThan(60);
      expect(shapes.unserved).toEqual([]);
    });
  });
});

function dropAfterClose(stores: Stores, database: string): Stores {
  const close = stores.close.bind(stores);
  stores.close = async () => {
    await close();
    await dropDatabase(database);
  };
  return stores;
}
