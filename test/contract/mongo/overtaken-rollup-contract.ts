import type { Stores } from '#domain/ports/stores.js';
import type { Window } from '#domain/window.js';
import { connectMongo } from '#store/mongo/connect-mongo.js';
import { MongoStores } from '#store/mongo/mongo-stores.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { aRecord, day } from '../store/builders.js';
import { dropDatabase, freshDatabase } from './test-database.js';

const MARKS = [1, 2, 3, 4];

/** Rollups of one window that overtake each other, without a transaction to keep them apart. */
export function overtakenRollupContract(server: string): void {
  describe('rollups that overtake each other', () => {
    const uri = freshDatabase(server);
    let stores: Stores;
    beforeAll(async () => (stores = await openMongo({ uri })));
    afterAll(async () => {
      await stores.close();
      await dropDatabase(uri);
    });

    const marked = async (window: Window, mark: number) => {
      for (let i = 0; i < mark; i++) await stores.windows.mark([window]);
      return window;
    };
    const recordsIn = (window: Window) =>
      stores.windows.records({
        ...{ granularity: 'day', zone: 'UTC', from: window.start, to: window.end, group: null },
        series: ['all', ...MARKS.map(String)].map((theme) => ({ theme, about: 'both' })),
      });

    it('leave nothing but the newest one, whichever began first', async () => {
      for (let round = 0; round < 25; round++) {
        const window = await marked(day(round), 4);
        const turn = [...MARKS.slice(round % 4), ...MARKS.slice(0, round % 4)];
        await Promise.all(turn.map((mark) => stores.windows.replace(window, mark, recordsOf(window, mark))));
        const records = await recordsIn(window);
        expect(new Set(records.map((record) => record.mark))).toEqual(new Set([4]));
        const counted = records.filter((record) => record.totals.all.count > 0);
        expect(counted.map((record) => record.theme).sort()).toEqual(['4', 'all']);
        expect(await stores.windows.get(window.id)).toMatchObject({ marked: 4, rolled: 4 });
      }
    });

    it('take back what they wrote where a newer one ended while they slept', async () => {
      const window = await marked(day(-1), 2);
      const { sleeper, asleep, wake } = await openSleeper(uri);
      const late = sleeper.windows.replace(window, 1, recordsOf(window, 1));
      await asleep;
      expect(await stores.windows.replace(window, 2, recordsOf(window, 2))).toBe(true);
      wake();
      expect(await late.finally(() => sleeper.close())).toBe(false);
      expect((await recordsIn(window)).map((record) => record.theme).sort()).toEqual(['2', 'all']);
      expect(await stores.windows.get(window.id)).toMatchObject({ marked: 2, rolled: 2 });
    });
  });
}

/** Each rollup finds a theme that no other one does. */
function recordsOf(window: Window, mark: number) {
  return ['all', String(mark)].map((theme) => aRecord(window, mark, theme));
}

/** Stores that fall asleep at their first batch of records, and write it once woken. */
async function openSleeper(uri: string) {
  const connection = await connectMongo({ uri });
  const sleeper = new MongoStores(connection);
  const { collection } = connection.models['Record']!;
  const write = collection.bulkWrite.bind(collection);
  let wake = () => {};
  const woken = new Promise<void>((resolve) => (wake = resolve));
  const asleep = new Promise<void>((resolve) => {
    collection.bulkWrite = (...args) => {
      resolve();
      return woken.then(() => write(...args));
    };
  });
  return { sleeper, asleep, wake };
}
