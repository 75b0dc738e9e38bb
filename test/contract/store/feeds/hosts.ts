import { at } from '../builders.js';
import { freshStores, type OpenStores } from '../harness.js';

const HOST = 'shared.example:443';

/** What politeness keeps of hosts, whether a feed names them or not. */
export function hostsContract(open: OpenStores): void {
  describe('hosts', () => {
    const stores = freshStores(open);
    const reserve = (now: number, until: number, host = HOST) =>
      stores().feeds.reserveHost(host, { now: at(now), until: at(until) });

    const release = (lease: number, freeAt: number) =>
      stores().feeds.releaseHost(HOST, { lease: at(lease), freeAt: at(freeAt) });

    it('are reserved where they are free, and free again at the end of it', async () => {
      expect(await reserve(0, 5)).toBe(true);
      expect(await reserve(0, 6)).toBe(false);
      expect(await reserve(4.999, 9)).toBe(false);
      expect(await reserve(0, 5, 'shared.example:80')).toBe(true);
      expect(await reserve(5, 9)).toBe(true);
      expect(await reserve(8.999, 12)).toBe(false);
    });

    it('are reserved by one of many callers at the same moment', async () => {
      const first = await Promise.all(Array.from({ length: 8 }, () => reserve(0, 5)));
      expect(first.filter(Boolean)).toHaveLength(1);
      const next = await Promise.all(Array.from({ length: 8 }, () => reserve(5, 9)));
      expect(next.filter(Boolean)).toHaveLength(1);
    });

    it('rest after their release for as long as it says, shorter or longer than reserved', async () => {
      await reserve(0, 5);
      await release(5, 1);
      expect(await reserve(0.999, 5)).toBe(false);
      expect(await reserve(1, 5)).toBe(true);
      await release(5, 8);
      expect(await reserve(7.999, 9)).toBe(false);
      expect(await reserve(8, 9)).toBe(true);
    });

    it('may be told to rest though nobody reserved them', async () => {
      await release(5, 1);
      expect(await reserve(0, 5)).toBe(false);
      expect(await reserve(1, 5)).toBe(true);
    });

    it('stay reserved for who has them now, whatever one says whose reservation is over', async () => {
      await reserve(0, 5);
      await reserve(5, 9);
      await release(5, 6);
      expect(await reserve(8.999, 12)).toBe(false);
      await release(5, 10);
      expect(await reserve(9.999, 12)).toBe(false);
      expect(await reserve(10, 12)).toBe(true);
    });
  });
}
