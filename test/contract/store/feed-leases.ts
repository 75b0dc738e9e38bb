import { aFeed, aFetch, at, polled } from './builders.js';
import { freshStores, idsOf, sortedIds, type OpenStores } from './harness.js';

/** Which feeds are due, and what keeps two callers and two feeds of a host apart. */
export function feedLeasesContract(open: OpenStores): void {
  describe('due feeds', () => {
    const stores = freshStores(open);
    const due = (from: number, until: number, limit = 10) =>
      stores().feeds.due({ now: at(from), until: at(until), limit });
    /** Polls a feed, leased till now or from now: what it says of feed and host holds afterwards. */
    const next = async (id: string, minutes: number, hostFree = 0, over = {}) => {
      await due(0, 0);
      const state = polled({ nextPollAt: at(minutes), ...over });
      await stores().feeds.savePoll(id, state, aFetch(id), at(hostFree));
    };

    it('are those whose time has come, the longest due first, up to the limit', async () => {
      await stores().feeds.register(
        ['a', 'b', 'c', 'd'].map((id) => aFeed(id)),
        at(0),
      );
      await next('a', 10);
      await next('b', 5);
      await next('c', 10.00005);
      await next('d', 1, 0, { status: 'gone' });
      expect(idsOf(await due(10, 10, 1))).toEqual(['b']);
      expect(idsOf(await due(10, 20))).toEqual(['b', 'a']);
    });

    it('come leased until the end asked for, and are due again after it', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      expect(await due(0, 5)).toMatchObject([{ id: 'a', leaseUntil: at(5) }]);
      expect((await stores().feeds.get('a'))?.leaseUntil).toEqual(at(5));
      expect(await due(4.999, 9)).toEqual([]);
      expect(idsOf(await due(5, 9))).toEqual(['a']);
    });

    it('are one of a host at a time, the longest due', async () => {
      const host = 'shared.example:443';
      await stores().feeds.register(['a', 'b'].map((id) => aFeed(id, { host })).concat(aFeed('c')), at(0));
      await next('a', 2);
      await next('b', 1);
      await next('c', 3);
      expect(idsOf(await due(5, 10))).toEqual(['b', 'c']);
      expect(await due(6, 10)).toEqual([]);
      expect(idsOf(await due(10, 15))).toEqual(['b', 'c']);
    });

    it('do not let a busy host use up the limit', async () => {
      const host = 'shared.example:443';
      await stores().feeds.register(
        ['a', 'b', 'c'].map((id) => aFeed(id, { host })).concat(aFeed('z')),
        at(0),
      );
      await next('z', 1);
      expect(idsOf(await due(5, 10, 2))).toEqual(['a', 'z']);
    });

    it('wait until a poll says the host is free', async () => {
      const host = 'shared.example:443';
      await stores().feeds.register(
        ['a', 'b'].map((id) => aFeed(id, { host })),
        at(0),
      );
      expect(idsOf(await due(0, 5))).toEqual(['a']);
      await next('a', 60, 2);
      expect(await due(1.999, 5)).toEqual([]);
      expect(idsOf(await due(2, 5))).toEqual(['b']);
    });

    it('are never given to two callers at the same moment', async () => {
      const host = (i: number) => `host-${i % 4}.example:443`;
      await stores().feeds.register(
        Array.from({ length: 12 }, (_, i) => aFeed(`f-${i}`, { host: host(i) })),
        at(0),
      );
      const given = (await Promise.all([due(0, 5), due(0, 5), due(0, 5)])).flat();
      expect(new Set(sortedIds(given)).size).toBe(given.length);
      expect(given.map((feed) => feed.host).sort()).toEqual([0, 1, 2, 3].map(host));
    });
  });
}
