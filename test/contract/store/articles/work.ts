import { MissingRowError } from '#domain/errors.js';
import { anArticle, at } from '../builders.js';
import { freshStores, idsOf, sortedIds, type OpenStores } from '../harness.js';

/** Who works on which article: unsettled, leases, failure, quarantine. */
export function articleWorkContract(open: OpenStores): void {
  describe('the work on articles', () => {
    const stores = freshStores(open);
    const unsettled = async (version: number, minutes: number, limit = 10) =>
      idsOf(await stores().articles.unsettled({ version, now: at(minutes), limit }));
    const claim = (ids: string[], from: number, until: number, version = 1) =>
      stores().articles.claim(ids, { version, now: at(from), until: at(until) });

    it('is due for articles settled at a lower version, the newest first, up to the limit', async () => {
      const versions = { d: 0, b: 1, a: 2, c: 3, e: 1 };
      await stores().articles.insert(
        Object.entries(versions).map(([id, settledVersion]) =>
          anArticle(id, { settledVersion, windowAt: at(id === 'a' ? 9 : 3) }),
        ),
      );
      expect(await unsettled(3, 0)).toEqual(['a', 'e', 'd', 'b']);
      expect(await unsettled(3, 0, 3)).toEqual(['a', 'e', 'd']);
      expect(await unsettled(1, 0)).toEqual(['d']);
      expect(await unsettled(4, 0)).toEqual(['a', 'e', 'd', 'c', 'b']);
    });

    it('is leased by a claim, which counts the attempt', async () => {
      await stores().articles.insert([anArticle('one')]);
      const [claimed] = await claim(['one'], 0, 5);
      expect(claimed).toEqual(
        anArticle('one', { work: { leaseUntil: at(5), attempts: 1, error: null, quarantinedVersion: null } }),
      );
      expect(await stores().articles.get('one')).toEqual(claimed);
      expect(await unsettled(1, 4)).toEqual([]);
    });

    it('is never given to two claimants at the same moment', async () => {
      const ids = Array.from({ length: 20 }, (_, i) => `id-${i}`);
      await stores().articles.insert(ids.map((id) => anArticle(id)));
      const asks = [ids, [...ids].reverse(), ids.slice(5)];
      const claimed = await Promise.all(asks.map((ask) => claim(ask, 0, 5)));
      expect(sortedIds(claimed.flat())).toEqual([...ids].sort());
    });

    it('is free again at the instant a lease ends', async () => {
      await stores().articles.insert([anArticle('one')]);
      await claim(['one'], 0, 5);
      expect(await claim(['one'], 4.999, 9)).toEqual([]);
      expect(await stores().articles.unsettled({ version: 1, now: at(5), limit: 1 })).toEqual([
        { id: 'one', attempts: 1 },
      ]);
      const [again] = await claim(['one'], 5, 9);
      expect(again?.work).toMatchObject({ leaseUntil: at(9), attempts: 2 });
    });

    it('is not claimed where it is settled, given up or unknown', async () => {
      await stores().articles.insert([
        anArticle('done', { settledVersion: 2 }),
        anArticle('given-up'),
        anArticle('todo', { settledVersion: 1 }),
      ]);
      await stores().articles.quarantine(['given-up'], 2);
      expect(sortedIds(await claim(['done', 'given-up', 'todo', 'nobody'], 0, 5, 2))).toEqual(['todo']);
      expect(await claim([], 0, 5)).toEqual([]);
    });

    it('notes why it failed and keeps lease and attempts', async () => {
      await stores().articles.insert([anArticle('one')]);
      await claim(['one'], 0, 5);
      await stores().articles.fail('one', 'the scorer broke: «خطا»');
      expect((await stores().articles.get('one'))?.work).toEqual({
        leaseUntil: at(5),
        attempts: 1,
        error: 'the scorer broke: «خطا»',
        quarantinedVersion: null,
      });
    });

    it('is given up until the version is passed, and then begins anew', async () => {
      await stores().articles.insert([anArticle('one'), anArticle('two')]);
      await claim(['one'], 0, 5, 3);
      await stores().articles.fail('one', 'it broke');
      await stores().articles.quarantine(['one', 'nobody'], 3);
      expect(await unsettled(3, 60)).toEqual(['two']);
      expect(await unsettled(4, 60)).toEqual(['two', 'one']);
      expect((await stores().articles.get('one'))?.work).toEqual({
        leaseUntil: null,
        attempts: 0,
        error: 'it broke',
        quarantinedVersion: 3,
      });
    });

    it('is due at once after a release', async () => {
      await stores().articles.insert([anArticle('one')]);
      await claim(['one'], 0, 5);
      await stores().articles.quarantine(['one'], 1);
      await stores().articles.release('one');
      expect(await stores().articles.unsettled({ version: 1, now: at(1), limit: 5 })).toEqual([
        { id: 'one', attempts: 0 },
      ]);
      expect((await stores().articles.get('one'))?.work.quarantinedVersion).toBeNull();
    });

    it('cannot fail or be released for an id that is not there', async () => {
      await expect(stores().articles.fail('nobody', 'x')).rejects.toThrow(MissingRowError);
      await expect(stores().articles.release('nobody')).rejects.toThrow(MissingRowError);
    });
  });
}
