import { MissingRowError } from '#domain/errors.js';
import { at } from '../builders.js';
import { aFeed, aFetch, newlyStored, polled } from '../feed-builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

const HOST = 'shared.example:443';

/** Which feeds are due, and what keeps two callers and two feeds of a host apart. */
export function feedClaimsContract(open: OpenStores): void {
  describe('due feeds', () => {
    const stores = freshStores(open);
    const due = (now: number, limit = 10) => stores().feeds.due({ now: at(now), limit });
    const claim = (id: string, now: number, until: number, retry = 0) =>
      stores().feeds.claim(id, { now: at(now), until: at(until), retryAt: at(retry) });
    const reserve = (host: string, now: number, until: number) =>
      stores().feeds.reserveHost(host, { now: at(now), until: at(until) });
    const register = (ids: string[], over = {}) =>
      stores().feeds.register(
        ids.map((id) => aFeed(id, over)),
        at(0),
      );
    /** Polls a feed at noon: what it says of feed and host holds afterwards. */
    const next = async (id: string, minutes: number, over = {}) => {
      const { host } = (await claim(id, 0, 0.01))!;
      const ended = { state: polled({ host, nextPollAt: at(minutes), ...over }), log: aFetch(id) };
      await stores().feeds.savePoll({ feedId: id, lease: at(0.01), hostFreeAt: at(0), ...ended });
    };

    it('are those whose time has come, the longest due first, up to the limit', async () => {
      await register(['a', 'b', 'c', 'd']);
      await next('a', 10);
      await next('b', 5);
      await next('c', 10.00005);
      await next('d', 1, { status: 'gone' });
      expect(idsOf(await due(10, 1))).toEqual(['b']);
      expect(idsOf(await due(10))).toEqual(['b', 'a']);
    });

    it('are given to everybody who asks, until they are claimed', async () => {
      await register(['a']);
      expect(await due(0)).toEqual([newlyStored(aFeed('a'), at(0))]);
      expect(await due(0)).toHaveLength(1);
      expect((await stores().feeds.get('a'))?.leaseUntil).toBeNull();
      await claim('a', 0, 5);
      expect(await due(4.999)).toEqual([]);
      expect(idsOf(await due(5))).toEqual(['a']);
    });

    it('are one of a host at a time, the longest due', async () => {
      await stores().feeds.register(
        ['a', 'b'].map((id) => aFeed(id, { host: HOST })).concat(aFeed('c')),
        at(0),
      );
      await next('a', 2);
      await next('b', 1);
      await next('c', 3);
      expect(idsOf(await due(5))).toEqual(['b', 'c']);
      await claim('b', 5, 10);
      expect(idsOf(await due(6))).toEqual(['c']);
      expect(idsOf(await due(10))).toEqual(['b', 'c']);
    });

    it('do not let a busy host use up the limit', async () => {
      await stores().feeds.register(
        ['a', 'b', 'c'].map((id) => aFeed(id, { host: HOST })).concat(aFeed('z')),
        at(0),
      );
      await next('z', 1);
      expect(idsOf(await due(5, 2))).toEqual(['a', 'z']);
      await reserve(HOST, 5, 6);
      expect(idsOf(await due(5, 1))).toEqual(['z']);
    });

    it('are none of a host that is reserved, and cannot be claimed then', async () => {
      await register(['a', 'b'], { host: HOST });
      expect(await reserve(HOST, 0, 5)).toBe(true);
      expect(await due(4.999)).toEqual([]);
      expect(await claim('b', 4.999, 9)).toBeNull();
      expect(idsOf(await due(5))).toEqual(['a']);
      expect(await claim('b', 5, 9)).toMatchObject({ id: 'b' });
    });
  });

  describe('the claim of a feed', () => {
    const stores = freshStores(open);
    const claim = (id: string, now: number, until: number, retry = 0) =>
      stores().feeds.claim(id, { now: at(now), until: at(until), retryAt: at(retry) });
    const leaseOf = async (id: string) => (await stores().feeds.get(id))?.leaseUntil;
    const reserve = (now: number, until: number) =>
      stores().feeds.reserveHost(aFeed('a').host, { now: at(now), until: at(until) });
    const putOff = (lease: number, due: number, hostFree: number, feedId = 'a') =>
      stores().feeds.putOff({
        ...{ feedId, lease: at(lease), nextPollAt: at(due), hostFreeAt: at(hostFree) },
      });

    it('leases it and its host until the end asked for', async () => {
      await stores().feeds.register(
        ['a', 'b'].map((id) => aFeed(id, { host: HOST })),
        at(0),
      );
      const a = newlyStored(aFeed('a', { host: HOST }), at(7), { leaseUntil: at(5) });
      expect(await claim('a', 0, 5, 7)).toStrictEqual(a);
      expect(await stores().feeds.get('a')).toStrictEqual(a);
      expect(await claim('b', 4.999, 9)).toBeNull();
      expect(await stores().feeds.reserveHost(HOST, { now: at(4.999), until: at(9) })).toBe(false);
      expect(await claim('b', 5, 9)).toMatchObject({ id: 'b', leaseUntil: at(9) });
    });

    it('is refused for a feed that is not due, not active, leased or unknown, and then reserves nothing', async () => {
      await stores().feeds.register([aFeed('later', { host: HOST })], at(1));
      await stores().feeds.register(
        [
          aFeed('later', { host: HOST }),
          aFeed('out', { host: HOST, optedOut: true }),
          aFeed('free', { host: HOST }),
          aFeed('leased'),
        ],
        at(0),
      );
      for (const id of ['later', 'out', 'nobody']) expect(await claim(id, 0.999, 9)).toBeNull();
      expect(await claim('free', 0.999, 9)).toMatchObject({ id: 'free' });
      await claim('leased', 0, 5);
      expect(await claim('leased', 4.999, 9)).toBeNull();
      expect(await leaseOf('leased')).toEqual(at(5));
    });

    it('makes it due again when asked to, where nothing is heard of the poll any more', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await claim('a', 0, 5, 7);
      expect(await stores().feeds.due({ now: at(6.999), limit: 9 })).toEqual([]);
      expect(await claim('a', 6.999, 9)).toBeNull();
      expect(await claim('a', 7, 9)).toMatchObject({ id: 'a' });
    });

    it('is free again at the instant the lease ends', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await claim('a', 0, 5);
      expect(await claim('a', 5, 9)).toMatchObject({ leaseUntil: at(9) });
    });

    it('succeeds for one of many callers at the same moment', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      const claimed = await Promise.all(Array.from({ length: 8 }, (_, i) => claim('a', 0, 5 + i)));
      const winners = claimed.filter((feed) => feed !== null);
      expect(winners).toHaveLength(1);
      expect(await leaseOf('a')).toEqual(winners[0]?.leaseUntil);
    });

    it('succeeds for one feed of a host at the same moment', async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `f-${i}`);
      const hostOf = (i: number) => `host-${i % 4}.example:443`;
      await stores().feeds.register(
        ids.map((id, i) => aFeed(id, { host: hostOf(i) })),
        at(0),
      );
      const claimed = await Promise.all([...ids, ...ids].map((id) => claim(id, 0, 5)));
      const hosts = claimed.flatMap((feed) => feed?.host ?? []);
      expect(hosts.sort()).toEqual([0, 1, 2, 3].map(hostOf));
    });

    it('leaves a host alone that another reserves at the same moment', async () => {
      await stores().feeds.register([aFeed('a', { host: HOST })], at(0));
      const [claimed, ...reserved] = await Promise.all([
        claim('a', 0, 5),
        ...Array.from({ length: 4 }, () => stores().feeds.reserveHost(HOST, { now: at(0), until: at(5) })),
      ]);
      expect([claimed !== null, ...reserved].filter(Boolean)).toHaveLength(1);
      expect(await leaseOf('a')).toEqual(claimed ? at(5) : null);
    });

    it('may be given back: then only the due time has changed, and the log has no line', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await claim('a', 0, 5);
      await putOff(5, 3, 2);
      expect(await stores().feeds.get('a')).toStrictEqual(newlyStored(aFeed('a'), at(3)));
      expect(await stores().feeds.fetches('a', 5)).toEqual([]);
      expect(await reserve(1.999, 9)).toBe(false);
      expect(await reserve(2, 9)).toBe(true);
    });

    it('is not given back by one that no longer has it', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await claim('a', 0, 5);
      const other = await claim('a', 5, 9);
      await putOff(5, 3, 2);
      expect(await stores().feeds.get('a')).toStrictEqual(other);
      expect(await reserve(8.999, 12)).toBe(false);
      await expect(putOff(5, 3, 2, 'nobody')).rejects.toThrow(MissingRowError);
    });
  });
}
