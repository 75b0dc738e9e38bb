import { at } from '../builders.js';
import { aFeed, aFetch, newlyStored, polled } from '../feed-builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

/** What the configuration makes of the stored feeds. */
export function feedRegisterContract(open: OpenStores): void {
  describe('feeds of the configuration', () => {
    const stores = freshStores(open);
    const stored = (id: string) => stores().feeds.get(id);
    const lease = (id: string) => stores().feeds.claim(id, { now: at(0), until: at(1), retryAt: at(0) });
    /** A poll of a feed that is due at noon, from its lease to its end. */
    const poll = async (id: string, over = {}) => {
      await lease(id);
      const ended = { state: polled(over), log: aFetch(id), hostFreeAt: at(1) };
      await stores().feeds.savePoll({ feedId: id, lease: at(1), ...ended });
    };

    it('are new and due when first registered, and listed by id', async () => {
      const b = aFeed('b', { language: 'ur', verified: '2026-01-31' });
      await stores().feeds.register([b, aFeed('a')], at(0));
      expect(idsOf(await stores().feeds.list())).toEqual(['a', 'b']);
      expect(await stored('b')).toStrictEqual(newlyStored(b, at(0)));
      expect(await stored('nobody')).toBeNull();
    });

    it('keep their polling state when registered again, and take the rest anew', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { failures: 2, error: 'timeout' });
      const anew = aFeed('a', { sourceId: 'other', language: 'ps', verified: '2026-02-01' });
      await stores().feeds.register([anew], at(5));
      const state = polled({ failures: 2, error: 'timeout' });
      expect(await stored('a')).toStrictEqual(newlyStored(anew, at(5), state));
    });

    it('begin anew and are due at once when the URL changes', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { status: 'gone', failures: 3, error: 'HTTP 410' });
      const moved = aFeed('a', { url: 'https://a.example/new', host: 'a.example:8443' });
      await stores().feeds.register([moved], at(5));
      expect(await stored('a')).toStrictEqual(newlyStored(moved, at(5)));
    });

    it('stay gone while the URL that answered so is still configured', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { status: 'gone' });
      await stores().feeds.register([aFeed('a')], at(5));
      expect(await stored('a')).toMatchObject({ status: 'gone', etag: '"v1"' });
    });

    it('are polled again though they were gone where a person wants it, and only then', async () => {
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(0));
      await poll('a', { status: 'gone', failures: 3, error: 'HTTP 410' });
      expect(await stores().feeds.revive('a', at(5))).toBe(true);
      const anew = { status: 'active', nextPollAt: at(5), failures: 0, error: null, etag: '"v1"' };
      expect(await stored('a')).toMatchObject(anew);
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(6));
      expect(await stored('a')).toMatchObject(anew);
      const before = await stored('b');
      for (const id of ['b', 'nobody']) expect(await stores().feeds.revive(id, at(7))).toBe(false);
      expect(await stored('b')).toEqual(before);
    });

    it('become unlisted when left out, and active with their state when they return', async () => {
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(0));
      await poll('a');
      await stores().feeds.register([aFeed('b')], at(5));
      expect(await stored('a')).toMatchObject({ status: 'unlisted', etag: '"v1"' });
      expect(idsOf(await stores().feeds.due({ now: at(99), limit: 9 }))).toEqual(['b']);
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(6));
      expect(await stored('a')).toMatchObject({ status: 'active', etag: '"v1"', nextPollAt: at(60) });
      await stores().feeds.register([], at(7));
      expect((await stores().feeds.list()).map((feed) => feed.status)).toEqual(['unlisted', 'unlisted']);
    });

    it('are not polled where their publisher opted out, whatever they were before', async () => {
      const before = ['active', 'gone', 'unlisted', 'anew'];
      await stores().feeds.register(
        ['active', 'gone', 'unlisted'].map((id) => aFeed(id)),
        at(0),
      );
      await poll('gone', { status: 'gone' });
      await stores().feeds.register([aFeed('active'), aFeed('gone')], at(1));
      const optedOut = before.map((id) => aFeed(id, { optedOut: true }));
      await stores().feeds.register(optedOut, at(2));
      const statuses = (await stores().feeds.list()).map((feed) => feed.status);
      expect(statuses).toEqual(before.map(() => 'opted-out'));
      expect(await stores().feeds.due({ now: at(99), limit: 9 })).toEqual([]);
      expect(await stored('gone')).toMatchObject({ etag: '"v1"', nextPollAt: at(60) });
    });

    it('are polled again when their publisher no longer opts out', async () => {
      const optedOut = [
        aFeed('a', { optedOut: true }),
        aFeed('b', { optedOut: true }),
        aFeed('c', { optedOut: true }),
      ];
      await stores().feeds.register(optedOut, at(0));
      const moved = aFeed('b', { url: 'https://b.example/new' });
      const stillOut = aFeed('c', { url: 'https://c.example/new', optedOut: true });
      await stores().feeds.register([aFeed('a'), moved, stillOut], at(5));
      expect(idsOf(await stores().feeds.due({ now: at(5), limit: 9 }))).toEqual(['a', 'b']);
      expect(await stored('c')).toStrictEqual(newlyStored(stillOut, at(5)));
    });

    it('are active again at the next boot where a poll found the publisher opted out', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { status: 'opted-out' });
      expect(await stored('a')).toMatchObject({ status: 'opted-out' });
      await stores().feeds.register([aFeed('a')], at(5));
      expect(await stored('a')).toMatchObject({ status: 'active', etag: '"v1"' });
    });

    it('are the same when two processes start at the same moment', async () => {
      const feeds = ['a', 'b', 'c'].map((id) => aFeed(id));
      await stores().feeds.register([aFeed('a', { url: 'https://a.example/old' }), aFeed('d')], at(0));
      await Promise.all([stores().feeds.register(feeds, at(1)), stores().feeds.register(feeds, at(1))]);
      expect(await stores().feeds.list()).toEqual([
        ...feeds.map((feed) => newlyStored(feed, at(1))),
        newlyStored(aFeed('d'), at(0), { status: 'unlisted' }),
      ]);
    });
  });
}
