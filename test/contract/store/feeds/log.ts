import type { FetchLog, FetchOutcome } from '#domain/feed.js';
import { at } from '../builders.js';
import { aFeed, aFetch, polled } from '../feed-builders.js';
import { freshStores, type OpenStores } from '../harness.js';

/** The log of polls, and what is counted from it. */
export function fetchLogContract(open: OpenStores): void {
  describe('the log of polls', () => {
    const stores = freshStores(open);
    beforeEach(() => stores().feeds.register([aFeed('a'), aFeed('b'), aFeed('c')], at(0)));
    const append = async (...lines: FetchLog[]) => {
      for (const log of lines)
        await stores().feeds.savePoll({
          feedId: log.feedId,
          lease: at(0),
          state: polled(),
          log,
          hostFreeAt: at(0),
        });
    };
    const line = (minute: number, over: Partial<FetchLog> = {}) => aFetch('a', { at: at(minute), ...over });

    it('has every poll, the newest line first', async () => {
      const failed = line(2, { outcome: 'failed', httpStatus: null, error: 'no answer: «خطا»' });
      const newest = line(3, { outcome: 'opted-out', bytes: 0 });
      await append(line(1), failed, newest, aFetch('b', { at: at(4) }));
      expect(await stores().feeds.fetches('a', 5)).toEqual([newest, failed, line(1)]);
      expect(await stores().feeds.fetches('a', 1)).toEqual([newest]);
      expect(await stores().feeds.fetches('nobody', 5)).toEqual([]);
    });

    it('forgets the lines older than asked for', async () => {
      await append(...[1, 2, 3].map((minute) => line(minute)));
      expect(await stores().feeds.forgetFetches(at(2))).toBe(1);
      expect((await stores().feeds.fetches('a', 9)).map((one) => one.at)).toEqual([at(3), at(2)]);
      expect(await stores().feeds.forgetFetches(at(2))).toBe(0);
    });

    it('counts good and bad polls of each feed', async () => {
      const outcomes: FetchOutcome[] = ['ok', 'not-modified', 'same-body', 'failed', 'gone', 'opted-out'];
      await append(...outcomes.map((outcome, i) => line(i, { outcome })));
      await append(aFetch('b', { at: at(1), outcome: 'failed' }), aFetch('c', { at: at(1) }));
      const counts = await stores().feeds.pollCounts(at(0), at(10));
      expect(counts.sort((one, other) => (one.feedId < other.feedId ? -1 : 1))).toEqual([
        { feedId: 'a', ok: 3, failed: 3 },
        { feedId: 'b', ok: 0, failed: 1 },
        { feedId: 'c', ok: 1, failed: 0 },
      ]);
    });

    it('counts from the start of the span on, and not at its end', async () => {
      await append(...[-0.001, 0, 5, 9.999, 10].map((minute) => line(minute)));
      expect(await stores().feeds.pollCounts(at(0), at(10))).toEqual([{ feedId: 'a', ok: 3, failed: 0 }]);
      expect(await stores().feeds.pollCounts(at(20), at(30))).toEqual([]);
    });

    it('tells when polls of a feed brought new articles, the newest of them, in order of time', async () => {
      await append(
        line(4, { inserted: 2 }),
        line(1, { inserted: 1 }),
        line(2, { inserted: 0, revised: 7 }),
        line(3, { inserted: 5 }),
        aFetch('b', { at: at(5), inserted: 9 }),
      );
      expect(await stores().feeds.arrivals('a', at(0), 9)).toEqual([at(1), at(3), at(4)]);
      expect(await stores().feeds.arrivals('a', at(0), 2)).toEqual([at(3), at(4)]);
      expect(await stores().feeds.arrivals('a', at(3), 9)).toEqual([at(3), at(4)]);
      expect(await stores().feeds.arrivals('a', at(4.001), 9)).toEqual([]);
      expect(await stores().feeds.arrivals('c', at(0), 9)).toEqual([]);
    });
  });
}
