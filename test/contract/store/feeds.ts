import { MissingRowError } from '#domain/errors.js';
import { aFeed, aFetch, at, polled } from './builders.js';
import { freshStores, idsOf, type OpenStores } from './harness.js';

/** The register of feeds and what polls leave in it. */
export function feedsContract(open: OpenStores): void {
  describe('feeds', () => {
    const stores = freshStores(open);
    const lease = () => stores().feeds.due({ now: at(0), until: at(1), limit: 9 });
    const save = (id: string, over = {}) => stores().feeds.savePoll(id, polled(over), aFetch(id), at(1));
    const poll = async (id: string, over = {}) => {
      await lease();
      await save(id, over);
    };

    it('are new and due when first registered, and listed by id', async () => {
      await stores().feeds.register(
        [aFeed('b', { language: 'ur', verified: '2026-01-31' }), aFeed('a')],
        at(0),
      );
      expect(idsOf(await stores().feeds.list())).toEqual(['a', 'b']);
      expect(await stores().feeds.get('b')).toStrictEqual({
        ...aFeed('b', { language: 'ur', verified: '2026-01-31' }),
        status: 'active',
        nextPollAt: at(0),
        leaseUntil: null,
        lastPolledAt: null,
        lastOkAt: null,
        etag: null,
        lastModified: null,
        bodyHash: null,
        failures: 0,
        error: null,
      });
      expect(await stores().feeds.get('nobody')).toBeNull();
    });

    it('keep their polling state when registered again, and take the rest anew', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { failures: 2, error: 'timeout' });
      const anew = aFeed('a', { sourceId: 'other', language: 'ps', verified: '2026-02-01' });
      await stores().feeds.register([anew], at(5));
      expect(await stores().feeds.get('a')).toEqual({
        ...anew,
        ...polled({ failures: 2, error: 'timeout' }),
        leaseUntil: null,
      });
    });

    it('forget their validators and are due at once when the URL changes', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { status: 'gone' });
      await stores().feeds.register([aFeed('a', { url: 'https://a.example/new' })], at(5));
      expect(await stores().feeds.get('a')).toMatchObject({
        url: 'https://a.example/new',
        status: 'active',
        nextPollAt: at(5),
        etag: null,
        lastModified: null,
        bodyHash: null,
        lastOkAt: at(0),
      });
    });

    it('stay gone while the URL that answered so is still configured', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await poll('a', { status: 'gone' });
      await stores().feeds.register([aFeed('a')], at(5));
      expect(await stores().feeds.get('a')).toMatchObject({ status: 'gone', etag: '"v1"' });
    });

    it('become unlisted when left out, and active with their state when they return', async () => {
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(0));
      await poll('a');
      await stores().feeds.register([aFeed('b')], at(5));
      expect(await stores().feeds.get('a')).toMatchObject({ status: 'unlisted', etag: '"v1"' });
      expect(idsOf(await stores().feeds.due({ now: at(99), until: at(100), limit: 9 }))).toEqual(['b']);
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(6));
      expect(await stores().feeds.get('a')).toMatchObject({
        status: 'active',
        etag: '"v1"',
        nextPollAt: at(60),
      });
      await stores().feeds.register([], at(7));
      expect((await stores().feeds.list()).map((feed) => feed.status)).toEqual(['unlisted', 'unlisted']);
    });

    it('stay unlisted when a poll that was under way ends', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await lease();
      await stores().feeds.register([], at(1));
      await save('a');
      expect(await stores().feeds.get('a')).toMatchObject({ status: 'unlisted', etag: '"v1"' });
    });

    it('take nothing but the log line from a poll of the URL that they had before', async () => {
      const host = 'shared.example:443';
      const [before, after] = [aFeed('a', { host }), aFeed('a', { host, url: 'https://a.example/new' })];
      await stores().feeds.register([before], at(0));
      await lease();
      await stores().feeds.register([after], at(0.5));
      const anew = await stores().feeds.get('a');
      expect(anew).toMatchObject({ url: after.url, leaseUntil: null, nextPollAt: at(0.5) });
      await stores().feeds.savePoll('a', polled({ status: 'gone' }), aFetch('a'), at(3));
      expect(await stores().feeds.get('a')).toEqual(anew);
      expect(await stores().feeds.fetches('a', 5)).toEqual([aFetch('a')]);
      expect(await stores().feeds.due({ now: at(2.9), until: at(5), limit: 1 })).toEqual([]);
      expect(await stores().feeds.due({ now: at(3), until: at(5), limit: 1 })).toHaveLength(1);
    });

    it('keep the lease of a poll that is under way when registered again under the same URL', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await lease();
      await stores().feeds.register([aFeed('a', { sourceId: 'other' })], at(0.5));
      await save('a');
      expect(await stores().feeds.get('a')).toMatchObject({ sourceId: 'other', ...polled() });
    });

    it('take the state of a poll, which ends the lease', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      await stores().feeds.due({ now: at(0), until: at(5), limit: 1 });
      const state = polled({
        etag: null,
        error: 'HTTP 503: «بند»',
        failures: 3,
        lastOkAt: null,
        nextPollAt: at(60.00005),
      });
      await stores().feeds.savePoll('a', state, aFetch('a'), at(1));
      expect(await stores().feeds.get('a')).toEqual({ ...aFeed('a'), ...state, leaseUntil: null });
    });

    it('cannot be polled where they are not there, and leave no line then', async () => {
      await expect(poll('nobody')).rejects.toThrow(MissingRowError);
      expect(await stores().feeds.fetches('nobody', 5)).toEqual([]);
    });

    it('log every poll, the newest line first', async () => {
      await stores().feeds.register([aFeed('a'), aFeed('b')], at(0));
      const failed = aFetch('a', { at: at(2), outcome: 'failed', httpStatus: null, error: 'no answer' });
      const lines = [aFetch('a', { at: at(1) }), failed, aFetch('b', { at: at(3) })];
      for (const line of lines) await stores().feeds.savePoll(line.feedId, polled(), line, at(1));
      expect(await stores().feeds.fetches('a', 5)).toEqual([failed, aFetch('a', { at: at(1) })]);
      expect(await stores().feeds.fetches('a', 1)).toEqual([failed]);
    });

    it('forget the lines older than asked for', async () => {
      await stores().feeds.register([aFeed('a')], at(0));
      for (const minute of [1, 2, 3])
        await stores().feeds.savePoll('a', polled(), aFetch('a', { at: at(minute) }), at(1));
      expect(await stores().feeds.forgetFetches(at(2))).toBe(1);
      expect((await stores().feeds.fetches('a', 9)).map((line) => line.at)).toEqual([at(3), at(2)]);
      expect(await stores().feeds.forgetFetches(at(2))).toBe(0);
    });
  });
}
