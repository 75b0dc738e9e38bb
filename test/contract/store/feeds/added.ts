import { at } from '../builders.js';
import { aFeed, aFetch, newlyStored, polled } from '../feed-builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

const U = 'https://one.example/rss';

/** Feeds that people add while the system runs, beside those of the configuration. */
export function addedFeedsContract(open: OpenStores): void {
  describe('feeds that people add', () => {
    const stores = freshStores(open);
    const stored = (id: string) => stores().feeds.get(id);
    const add = (id: string, over = {}, minute = 0) => stores().feeds.add(aFeed(id, over), at(minute));
    const register = (...ids: string[]) =>
      stores().feeds.register(
        ids.map((id) => aFeed(id)),
        at(5),
      );

    it('are due at once and stay when the configuration does not name them', async () => {
      expect(await add('mine', { language: 'ps' }, 3)).toBe(true);
      await register('theirs');
      const mine = newlyStored(aFeed('mine', { language: 'ps' }), at(3), { origin: 'added' });
      expect(await stored('mine')).toStrictEqual(mine);
      expect(idsOf(await stores().feeds.due({ now: at(9), limit: 9 }))).toEqual(['mine', 'theirs']);
    });

    it('are kept, but not polled, where their publisher opted out', async () => {
      expect(await add('mine', { optedOut: true })).toBe(true);
      expect(await stored('mine')).toMatchObject({ origin: 'added', status: 'opted-out' });
      expect(await stores().feeds.due({ now: at(9), limit: 9 })).toEqual([]);
    });

    it('follow the list of those who opted out, whatever they were before, and nobody else does', async () => {
      for (const id of ['a', 'b', 'c']) await add(id);
      await stores().feeds.register([aFeed('theirs'), aFeed('theirs-out', { optedOut: true })], at(0));
      const statuses = async () => (await stores().feeds.list()).map(({ id, status }) => [id, status]);
      await stores().feeds.optOutAdded(['a', 'b', 'theirs', 'nobody']);
      const theirs = [
        ['theirs', 'active'],
        ['theirs-out', 'opted-out'],
      ];
      const out = [
        ['a', 'opted-out'],
        ['b', 'opted-out'],
        ['c', 'active'],
      ];
      expect(await statuses()).toEqual([...out, ...theirs]);
      await stores().feeds.optOutAdded(['b']);
      expect(await statuses()).toEqual([['a', 'active'], ['b', 'opted-out'], ['c', 'active'], ...theirs]);
      await stores().feeds.optOutAdded([]);
      expect((await statuses()).slice(0, 3).map(([, status]) => status)).toEqual(Array(3).fill('active'));
    });

    it('are refused where the id or the URL is taken, whoever named it', async () => {
      await stores().feeds.register([aFeed('theirs'), aFeed('left')], at(0));
      await stores().feeds.register([aFeed('theirs')], at(0));
      await add('mine');
      const before = await stores().feeds.list();
      for (const id of ['theirs', 'left', 'mine']) {
        expect(await add(id, { url: 'https://free.example/rss' }, 9)).toBe(false);
        expect(await add(`another-${id}`, { url: aFeed(id).url }, 9)).toBe(false);
      }
      expect(await stores().feeds.list()).toEqual(before);
    });

    it('are added by one of many callers who name one id at the same moment', async () => {
      const calls = Array.from({ length: 6 }, (_, i) => add('mine', { url: `https://a.example/${i}` }));
      expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
      expect(await stores().feeds.list()).toHaveLength(1);
    });

    it('are added by one of many callers who name one URL at the same moment', async () => {
      const calls = Array.from({ length: 6 }, (_, i) => add(`mine-${i}`, { url: U }));
      const added = await Promise.all(calls);
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(idsOf(await stores().feeds.list())).toEqual([`mine-${added.indexOf(true)}`]);
    });

    it("become the configuration's with their state when it names them, and unlisted when it forgets them", async () => {
      await add('mine');
      await stores().feeds.claim('mine', { now: at(0), until: at(1), retryAt: at(0) });
      const ended = { state: polled(), log: aFetch('mine'), hostFreeAt: at(1) };
      await stores().feeds.savePoll({ feedId: 'mine', lease: at(1), ...ended });
      await register('mine');
      expect(await stored('mine')).toStrictEqual(newlyStored(aFeed('mine'), at(5), polled()));
      await register();
      expect(await stored('mine')).toMatchObject({ origin: 'config', status: 'unlisted', etag: '"v1"' });
    });

    it('give way where the configuration names their URL by another id, so that one URL is polled once', async () => {
      await add('mine', { url: U });
      await stores().feeds.register([aFeed('theirs', { url: U })], at(5));
      expect(await stored('mine')).toMatchObject({ origin: 'config', status: 'unlisted' });
      expect(idsOf(await stores().feeds.due({ now: at(9), limit: 9 }))).toEqual(['theirs']);
    });

    it('are polled once where configuration and person name one URL at the same moment', async () => {
      const named = [aFeed('theirs', { url: U })];
      await Promise.all([add('mine', { url: U }), stores().feeds.register(named, at(0))]);
      expect(idsOf(await stores().feeds.due({ now: at(9), limit: 9 }))).toEqual(['theirs']);
    });

    it('leave their URL to others when the configuration gives them a new one', async () => {
      await add('mine', { url: U });
      await register('mine');
      expect(await add('other', { url: U })).toBe(true);
      expect(await stored('mine')).toMatchObject({ url: aFeed('mine').url, origin: 'config' });
    });
  });
}
