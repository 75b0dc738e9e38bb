import type { Stores } from '#domain/ports/stores.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { bySourceAndLanguage, anArticle, aRecord, at, counts, day } from '../store/builders.js';
import { aFeed, aFetch, newlyStored, polled } from '../store/feed-builders.js';
import { sortedIds } from '../store/harness.js';
import { openDyingMongo } from './dying-store.js';
import { dropDatabase, freshDatabase } from './test-database.js';

/** The store that dies on purpose, and that what it leaves can be done again. */
export function dyingStoreContract(server: string): void {
  describe('a Mongo store that dies at its n-th write', () => {
    let uri = '';
    beforeEach(() => (uri = freshDatabase(server)));
    afterEach(() => dropDatabase(uri));

    /** Runs `work` until it dies or ends; tells how many writes there were. */
    const dieIn = async (dieAt: number, work: (stores: Stores) => Promise<unknown>) => {
      const { stores, statements } = await openDyingMongo({ uri, dieAt });
      const died = await work(stores).then(
        () => false,
        (error: Error) => error.message === 'the store died',
      );
      await stores.close();
      return { died, writes: statements() };
    };
    const after = async <T>(read: (stores: Stores) => Promise<T>) => {
      const stores = await openMongo({ uri });
      return read(stores).finally(() => stores.close());
    };

    it('has done what came before in the same batch, and nothing afterwards', async () => {
      const end = await dieIn(3, async ({ articles }) => {
        await articles.insert(['a', 'b', 'c', 'd'].map((id) => anArticle(id))).catch(() => undefined);
        await articles.get('a');
      });
      expect(end).toEqual({ died: true, writes: 3 });
      const stored = await after(({ articles }) => articles.page({ limit: 9 }));
      expect(sortedIds(stored.articles)).toEqual(['a', 'b']);
    });

    it('may die among the documents of one statement', async () => {
      await after(({ articles }) => articles.insert(['a', 'b', 'c'].map((id) => anArticle(id))));
      const claim = { version: 1, now: at(0), until: at(5) };
      expect(await dieIn(3, ({ articles }) => articles.claim(['a', 'b', 'c'], claim))).toMatchObject({
        died: true,
      });
      const free = await after(({ articles }) => articles.unsettled({ version: 1, now: at(0), limit: 9 }));
      expect(free).toHaveLength(1);
    });

    /** Dies at each write of `work` in turn, on a store that `prepare` filled, and then does `again`. */
    const dieEverywhere = async (
      prepare: (stores: Stores) => Promise<unknown>,
      work: (stores: Stores) => Promise<unknown>,
      again: (stores: Stores) => Promise<unknown>,
    ) => {
      let dieAt = 0;
      for (let died = true; died;) {
        await dropDatabase(uri);
        await after(prepare);
        ({ died } = await dieIn(++dieAt, work));
        await after(again);
      }
      return dieAt;
    };

    it('leaves feeds that the next boot brings to where they would have been', async () => {
      const added = aFeed('mine');
      const prepare = async ({ feeds }: Stores) => {
        await feeds.register([aFeed('moves'), aFeed('opts-out'), aFeed('left')], at(0));
        await feeds.claim('moves', { now: at(0), until: at(5), retryAt: at(9) });
        await feeds.add(added, at(0));
      };
      const configured = [
        aFeed('moves', { url: 'https://moves.example/new' }),
        aFeed('opts-out', { optedOut: true }),
        aFeed('theirs', { url: added.url }),
      ];
      const boot = ({ feeds }: Stores) => feeds.register(configured, at(1));
      const check = async (stores: Stores) => {
        await boot(stores);
        expect(await stores.feeds.list()).toEqual([
          newlyStored(aFeed('left'), at(0), { status: 'unlisted' }),
          newlyStored(added, at(0), { status: 'unlisted' }),
          newlyStored(configured[0]!, at(1)),
          newlyStored(configured[1]!, at(0)),
          newlyStored(configured[2]!, at(1)),
        ]);
      };
      expect(await dieEverywhere(prepare, boot, check)).toBeGreaterThan(7);
    });

    it('leaves a poll that is done again when its lease is over, and its host free then', async () => {
      const poll = async ({ feeds }: Stores, minute: number, etag: string) => {
        const claimed = await feeds.claim('a', {
          ...{ now: at(minute), until: at(minute + 5), retryAt: at(minute) },
        });
        if (!claimed) throw new Error('the feed is not free');
        const ended = { state: polled({ etag, nextPollAt: at(minute) }), log: aFetch('a') };
        const lease = { lease: claimed.leaseUntil!, hostFreeAt: at(minute) };
        await feeds.savePoll({ feedId: 'a', ...lease, ...ended });
      };
      const again = async (stores: Stores) => {
        const { etag, pace, leaseUntil } = (await stores.feeds.get('a'))!;
        if (etag === null) expect(pace.reason).toBe('first');
        else expect([etag, pace, leaseUntil]).toEqual(['"1"', polled().pace, null]);
        await poll(stores, 5, '"2"');
        expect(await stores.feeds.get('a')).toMatchObject({ etag: '"2"', leaseUntil: null });
      };
      const prepare = ({ feeds }: Stores) => feeds.register([aFeed('a')], at(0));
      expect(await dieEverywhere(prepare, (stores) => poll(stores, 0, '"1"'), again)).toBeGreaterThan(5);
    });

    it('leaves a rollup that ends, done again, as if it had never died', async () => {
      const window = day();
      const prepare = async ({ windows }: Stores) => {
        await windows.mark([window]);
        await windows.replace(
          window,
          1,
          ['all', 'trade', 'water'].map((theme) => aRecord(window, 1, theme)),
        );
        await windows.mark([window]);
      };
      const roll = ({ windows }: Stores) =>
        windows.replace(
          window,
          2,
          ['all', 'water', 'new'].map((theme) => aRecord(window, 2, theme, { totals: counts(9) })),
        );
      const rows = ({ windows }: Stores) =>
        Promise.all([windows.get(window.id), windows.records(EVERYTHING)]);
      await after(prepare);
      await after(roll);
      const expected = await after(rows);
      const again = async (stores: Stores) => {
        expect(await roll(stores)).toBe(true);
        expect(await rows(stores)).toEqual(expected);
      };
      expect(await dieEverywhere(prepare, roll, again)).toBeGreaterThan(7);
    });
  });
}

const EVERYTHING = {
  granularity: 'day' as const,
  zone: 'UTC',
  from: day(-1).start,
  to: day(2).start,
  series: ['all', 'new', 'trade', 'water'].map((theme) => ({ theme, about: 'both' as const })),
  group: bySourceAndLanguage,
};
