import { MissingRowError } from '#domain/errors.js';
import { at } from '../builders.js';
import { aFeed, aFetch, newlyStored, polled } from '../feed-builders.js';
import { freshStores, type OpenStores } from '../harness.js';

/** What the end of a poll leaves of the feed, of its host and in the log. */
export function pollsContract(open: OpenStores): void {
  describe('the end of a poll', () => {
    const stores = freshStores(open);
    const stored = (id = 'a') => stores().feeds.get(id);
    const register = (over = {}, minute = 0) => stores().feeds.register([aFeed('a', over)], at(minute));
    const claim = (now: number, until: number, id = 'a') =>
      stores().feeds.claim(id, { now: at(now), until: at(until), retryAt: at(0) });
    const save = (lease: number, over = {}, hostFree = lease) =>
      stores().feeds.savePoll({
        feedId: 'a',
        lease: at(lease),
        state: polled(over),
        log: aFetch('a', { at: at(lease) }),
        hostFreeAt: at(hostFree),
      });
    /** The minute from which on the host can be reserved, of those given. */
    const freeFrom = async (minutes: number[]) => {
      for (const minute of minutes) {
        const ask = { now: at(minute), until: at(minute + 1) };
        if (await stores().feeds.reserveHost('a.example:443', ask)) return minute;
      }
      return null;
    };

    it('writes all of the new state and ends the lease', async () => {
      await register();
      await claim(0, 5);
      const state = polled({
        etag: null,
        lastModified: null,
        error: 'HTTP 503: «بند»',
        failures: 3,
        lastOkAt: null,
        nextPollAt: at(60.00005),
        unconditionalAt: at(-7),
        redirect: { url: 'https://elsewhere.example/خبر', times: 1 },
        pace: {
          ...{ intervalMs: 0.5, failureWeight: 1.75, reason: 'retry-after', waitMs: 9, jitterMs: -3.25 },
          ...{ wish: { reason: 'update-period', ms: 7_200_000 }, items: 3 },
        },
      });
      await save(5, state);
      expect(await stored()).toStrictEqual(newlyStored(aFeed('a'), at(0), state));
    });

    it('may forget what the feed remembered', async () => {
      await register();
      await claim(0, 1);
      await save(1, { nextPollAt: at(1) });
      await claim(1, 2);
      const forgotten = { redirect: null, unconditionalAt: null, etag: null, bodyHash: null };
      await save(2, forgotten);
      expect(await stored()).toStrictEqual(newlyStored(aFeed('a'), at(0), polled(forgotten)));
    });

    it.each([
      ['unlisted', () => stores().feeds.register([], at(0.5))],
      ['opted-out', () => register({ optedOut: true }, 0.5)],
    ])('leaves a feed %s that became so meanwhile', async (status, change) => {
      await register();
      await claim(0, 5);
      await change();
      await save(5, { failures: 2 });
      const state = { ...polled({ failures: 2 }), status };
      expect(await stored()).toMatchObject({ ...state, leaseUntil: null });
    });

    it('changes nothing but the log of a feed whose URL changed meanwhile', async () => {
      await register();
      await claim(0, 5);
      await register({ url: 'https://a.example/new' }, 0.5);
      const anew = await stored();
      expect(anew).toMatchObject({ leaseUntil: null, nextPollAt: at(0.5) });
      await save(5, { status: 'gone' });
      expect(await stored()).toEqual(anew);
      expect(await stores().feeds.fetches('a', 5)).toEqual([aFetch('a', { at: at(5) })]);
    });

    it('changes nothing but the log of a feed that another poll of its new URL has', async () => {
      await register();
      await claim(0, 5);
      await register({ url: 'https://a.example/new' }, 0.5);
      const other = await claim(5, 12);
      expect(other).toMatchObject({ url: 'https://a.example/new', leaseUntil: at(12) });
      await save(5, { status: 'gone' });
      expect(await stored()).toEqual(other);
      await save(12, { bodyHash: 'of the new URL' });
      expect(await stored()).toMatchObject({
        status: 'active',
        bodyHash: 'of the new URL',
        leaseUntil: null,
      });
    });

    it('changes nothing but the log of a feed whose lease ran out and was given to another', async () => {
      await register();
      await claim(0, 5);
      const other = await claim(5, 10);
      await save(5, { status: 'gone' });
      expect(await stored()).toEqual(other);
      await save(10, { etag: '"of the other"' });
      expect(await stored()).toMatchObject({ etag: '"of the other"', leaseUntil: null });
      expect(await stores().feeds.fetches('a', 5)).toHaveLength(2);
    });

    it('holds though the lease ran out, where nobody took the feed meanwhile', async () => {
      await register();
      await claim(0, 5);
      expect(await stores().feeds.due({ now: at(6), limit: 1 })).toHaveLength(1);
      await save(5);
      expect(await stored()).toMatchObject(polled());
    });

    it('is the end: a second one of the same lease changes nothing but the log', async () => {
      await register();
      await claim(0, 5);
      await save(5);
      await save(5, { etag: '"late"' });
      expect(await stored()).toMatchObject({ etag: '"v1"' });
      expect(await stores().feeds.fetches('a', 5)).toHaveLength(2);
    });

    it('changes nothing but the log of a feed that was never leased', async () => {
      await register();
      await save(5);
      expect(await stored()).toStrictEqual(newlyStored(aFeed('a'), at(0)));
      expect(await stores().feeds.fetches('a', 5)).toHaveLength(1);
    });

    it('keeps the lease of a poll that is under way when registered again under the same URL', async () => {
      await register();
      await claim(0, 5);
      await register({ sourceId: 'other' }, 0.5);
      await save(5);
      expect(await stored()).toMatchObject({ sourceId: 'other', ...polled() });
    });

    it.each([
      ['shorter than its lease', 2],
      ['longer than its lease', 7],
    ])('lets the host rest as long as it says, %s', async (_, rest) => {
      await register();
      await claim(0, 5);
      await save(5, {}, rest);
      expect(await freeFrom([rest - 0.001, rest])).toBe(rest);
    });

    it('does not free a host that another has reserved meanwhile', async () => {
      await register();
      await claim(0, 5);
      await stores().feeds.reserveHost('a.example:443', { now: at(5), until: at(9) });
      await save(5, {}, 6);
      expect(await freeFrom([6, 8.999, 9])).toBe(9);
    });

    it('lets the host rest after a late poll too, where that is longer', async () => {
      await register();
      await claim(0, 5);
      await claim(5, 8);
      await save(5, {}, 9);
      expect(await freeFrom([8, 8.999, 9])).toBe(9);
    });

    it('is refused for a feed that is not there, and leaves no line then', async () => {
      await expect(save(5)).rejects.toThrow(MissingRowError);
      expect(await stores().feeds.fetches('a', 5)).toEqual([]);
    });

    it('is never a mixture of two polls that both think they have the lease', async () => {
      await register();
      await claim(0, 5);
      const ends = ['one', 'two'].map((name) => save(5, { etag: name, bodyHash: name, error: name }));
      await Promise.all(ends);
      const { etag, bodyHash, error, leaseUntil } = (await stored())!;
      expect([
        ['one', 'one', 'one', null],
        ['two', 'two', 'two', null],
      ]).toContainEqual([etag, bodyHash, error, leaseUntil]);
      expect(await stores().feeds.fetches('a', 5)).toHaveLength(2);
    });
  });
}
