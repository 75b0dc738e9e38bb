import { MissingRowError } from '#domain/errors.js';
import { aDelivery } from './alert-builders.js';
import { at } from './builders.js';
import { freshStores, idsOf, type OpenStores } from './harness.js';

/** Deliveries: each claimed by one sender at a time. */
export function deliveriesContract(open: OpenStores): void {
  describe('deliveries', () => {
    const stores = freshStores(open);
    const due = async (minutes: number, limit = 10) =>
      idsOf(await stores().deliveries.due(at(minutes), limit));

    it('come back as they were added, and are added once', async () => {
      const delivery = aDelivery('one', { event: 'resolved', nextAttemptAt: at(0.00005), error: 'was down' });
      await stores().deliveries.addMissing([delivery, aDelivery('two')]);
      await stores().deliveries.addMissing([
        aDelivery('one', { subscriptionId: 'else' }),
        aDelivery('three'),
      ]);
      expect(await stores().deliveries.get('one')).toStrictEqual(delivery);
      expect(await stores().deliveries.get('three')).not.toBeNull();
      expect(await stores().deliveries.get('nobody')).toBeNull();
    });

    it('are added once by two callers at the same moment', async () => {
      const add = () => stores().deliveries.addMissing([aDelivery('one'), aDelivery('two')]);
      await Promise.all([add(), add(), add()]);
      expect(await due(0)).toEqual(['one', 'two']);
    });

    it('are due from their next attempt on, the longest due first, up to the limit', async () => {
      await stores().deliveries.addMissing([
        aDelivery('late', { nextAttemptAt: at(5) }),
        aDelivery('early', { nextAttemptAt: at(1) }),
        aDelivery('future', { nextAttemptAt: at(5.00005) }),
        aDelivery('done', { status: 'delivered', deliveredAt: at(0) }),
        aDelivery('lost', { status: 'failed' }),
      ]);
      expect(await due(5)).toEqual(['early', 'late']);
      expect(await due(5, 1)).toEqual(['early']);
      expect(await due(0)).toEqual([]);
    });

    it('are claimed by one of many callers, with the attempt counted', async () => {
      await stores().deliveries.addMissing([aDelivery('one')]);
      const claims = await Promise.all(
        Array.from({ length: 6 }, () => stores().deliveries.claim('one', at(0), at(5))),
      );
      const won = claims.filter((claim) => claim !== null);
      expect(won).toEqual([aDelivery('one', { attempts: 1, leaseUntil: at(5) })]);
      expect(await stores().deliveries.get('one')).toEqual(won[0]);
      expect(await due(4.999)).toEqual([]);
    });

    it('are free again at the instant a lease ends', async () => {
      await stores().deliveries.addMissing([aDelivery('one')]);
      await stores().deliveries.claim('one', at(0), at(5));
      expect(await due(5)).toEqual(['one']);
      expect(await stores().deliveries.claim('one', at(5), at(9))).toMatchObject({
        attempts: 2,
        leaseUntil: at(9),
      });
    });

    it('are not claimed before they are due, after they are done, or where they are not there', async () => {
      await stores().deliveries.addMissing([
        aDelivery('future', { nextAttemptAt: at(5) }),
        aDelivery('done', { status: 'delivered' }),
      ]);
      for (const id of ['future', 'done', 'nobody'])
        expect(await stores().deliveries.claim(id, at(4), at(9))).toBeNull();
      expect((await stores().deliveries.get('future'))?.attempts).toBe(0);
    });

    it('take the outcome of an attempt, which ends the lease', async () => {
      await stores().deliveries.addMissing([aDelivery('one')]);
      const claimed = await stores().deliveries.claim('one', at(0), at(5));
      const retry = { ...aDelivery('one'), ...claimed, nextAttemptAt: at(3), error: 'HTTP 500' };
      await stores().deliveries.record(retry);
      expect(await stores().deliveries.get('one')).toEqual({ ...retry, leaseUntil: null });
      expect(await due(2)).toEqual([]);
      expect(await due(3)).toEqual(['one']);
      await stores().deliveries.record({ ...retry, status: 'delivered', deliveredAt: at(4), error: null });
      expect(await stores().deliveries.get('one')).toMatchObject({
        status: 'delivered',
        deliveredAt: at(4),
        error: null,
      });
      expect(await due(99)).toEqual([]);
    });

    it('take no outcome of an attempt that a later one has followed', async () => {
      await stores().deliveries.addMissing([aDelivery('one')]);
      const first = await stores().deliveries.claim('one', at(0), at(5));
      const second = await stores().deliveries.claim('one', at(5), at(9));
      const failed = { ...aDelivery('one'), ...first, status: 'failed' as const, error: 'HTTP 500' };
      await stores().deliveries.record(failed);
      expect(await stores().deliveries.get('one')).toEqual(second);
      const delivered = { ...failed, ...second, status: 'delivered' as const, deliveredAt: at(6) };
      await stores().deliveries.record(delivered);
      await stores().deliveries.record(failed);
      expect(await stores().deliveries.get('one')).toEqual({ ...delivered, leaseUntil: null });
    });

    it('cannot be recorded for an id that is not there', async () => {
      await expect(stores().deliveries.record(aDelivery('nobody'))).rejects.toThrow(MissingRowError);
    });
  });
}
