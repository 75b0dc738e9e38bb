import { aDelivery } from './alert-builders.js';
import { anArticle, aRecord, at, day, halfHour } from './builders.js';
import { freshStores, type OpenStores } from './harness.js';

/** What the store as a whole answers. */
export function progressContract(open: OpenStores): void {
  describe('the store', () => {
    const stores = freshStores(open);
    const NOTHING = { articles: 0, unsettled: 0, quarantined: 0, windowsOutstanding: 0, deliveriesDue: 0 };

    it('answers a ping', async () => {
      await expect(stores().ping()).resolves.toBeUndefined();
    });

    it('has made no progress where there is nothing', async () => {
      expect(await stores().progress(1, at(0))).toEqual(NOTHING);
    });

    it('counts as unsettled what is below the version and not given up at it', async () => {
      await stores().articles.insert([
        anArticle('todo', { settledVersion: 1 }),
        anArticle('leased', {
          work: { leaseUntil: at(9), attempts: 1, error: null, quarantinedVersion: null },
        }),
        anArticle('given-up'),
        anArticle('done', { settledVersion: 2 }),
      ]);
      await stores().articles.quarantine(['given-up'], 2);
      expect(await stores().progress(2, at(0))).toEqual({
        ...NOTHING,
        articles: 4,
        unsettled: 2,
        quarantined: 1,
      });
      expect(await stores().progress(3, at(0))).toMatchObject({ unsettled: 4, quarantined: 0 });
      await stores().articles.release('given-up');
      expect(await stores().progress(2, at(0))).toMatchObject({ unsettled: 3, quarantined: 0 });
    });

    it('counts the windows that the ledger would list', async () => {
      await stores().windows.mark([day(), halfHour(-4), day(1)]);
      expect((await stores().progress(1, at(0))).windowsOutstanding).toBe(3);
      for (const window of [day(), halfHour(-4)])
        await stores().windows.replace(window, 1, [aRecord(window, 1, 'all')]);
      expect((await stores().progress(1, at(0))).windowsOutstanding).toBe(2);
      await stores().windows.evaluated(halfHour(-4).id, 1);
      expect((await stores().progress(1, at(0))).windowsOutstanding).toBe(1);
      expect((await stores().progress(1, day().end)).windowsOutstanding).toBe(2);
    });

    it('counts the deliveries whose time has come', async () => {
      await stores().deliveries.addMissing([
        aDelivery('now'),
        aDelivery('later', { nextAttemptAt: at(1) }),
        aDelivery('done', { status: 'delivered' }),
        aDelivery('lost', { status: 'failed' }),
      ]);
      expect((await stores().progress(1, at(0))).deliveriesDue).toBe(1);
      expect((await stores().progress(1, at(1))).deliveriesDue).toBe(2);
    });
  });
}
