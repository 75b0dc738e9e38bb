import { OperatorError } from '#domain/errors.js';
import { anAlert } from '../store/alert-builders.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { dropDatabase, freshDatabase } from './test-database.js';

/** What an operator reads when MongoDB cannot be opened. Needs no server. */
export function refusedMongoContract(): void {
  describe('opening MongoDB', () => {
    const failure = async (uri: string) => {
      const error: unknown = await openMongo({ uri }).then(
        () => null,
        (reason) => reason,
      );
      expect(error).toBeInstanceOf(OperatorError);
      return (error as OperatorError).message;
    };

    it.each([
      '',
      'localhost:27017',
      'http://localhost/',
      'mongodb://',
      'mongodb://host:port/x',
      'mongodb://h/?w=1&nonsense=1',
    ])('names the variable and shows the form where the address is "%s"', async (uri) => {
      expect(await failure(uri)).toMatch(/^MONGODB_URI is not .*mongodb:\/\/localhost:27017\/narrative$/s);
    });

    it('names the host, but not the password, where nobody answers there', async () => {
      const message = await failure(
        'mongodb://user:se-cret@127.0.0.1:1/narrative?serverSelectionTimeoutMS=300',
      );
      expect(message).toContain('MongoDB at 127.0.0.1:1 does not answer');
      expect(message).toContain('check MONGODB_URI');
      expect(message).not.toContain('se-cret');
    });
  });
}

/** What holds of an open MongoDB store beyond the contract of all stores. */
export function openMongoContract(server: string): void {
  describe('an open MongoDB', () => {
    it('has its indexes when opened again, and keeps its rows', async () => {
      const uri = freshDatabase(server);
      const first = await openMongo({ uri });
      await first.alerts.save(anAlert('one'));
      await first.close();
      const second = await openMongo({ uri });
      expect(await second.alerts.save(anAlert('two'))).toBe(false);
      expect(await second.alerts.get('one')).not.toBeNull();
      await second.close();
      await dropDatabase(uri);
    });

    it('rejects calls once it is closed', async () => {
      const uri = freshDatabase(server);
      const stores = await openMongo({ uri });
      await stores.close();
      await expect(stores.ping()).rejects.toThrow();
      await expect(stores.articles.get('one')).rejects.toThrow();
    });
  });
}
