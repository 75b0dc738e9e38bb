import type { AlertQuery } from '#domain/ports/alert-store.js';
import { aSilence, anAlert } from './alert-builders.js';
import { at } from './builders.js';
import { freshStores, idsOf, type OpenStores } from './harness.js';

/** Alerts: one open for a rule and series, saved by compare-and-set. */
export function alertsContract(open: OpenStores): void {
  describe('alerts', () => {
    const stores = freshStores(open);
    const page = (query: Partial<AlertQuery> = {}) => stores().alerts.page({ limit: 10, ...query });

    it('come back as they were saved, one step further', async () => {
      const alert = anAlert('one', {
        historical: true,
        openedAt: at(0.00005),
        resolvedAt: at(7),
        status: 'resolved',
      });
      expect(await stores().alerts.save(alert)).toBe(true);
      expect(await stores().alerts.get('one')).toStrictEqual({ ...alert, seq: 1 });
      expect(await stores().alerts.get('nobody')).toBeNull();
    });

    it('of a feed that fell silent come back with how it did', async () => {
      const evidence = { ...aSilence('x').evidence, lastArrivalAt: null, lastOkAt: at(1), usualMs: null };
      const silence = aSilence('silent');
      const bare = aSilence('bare', { series: 'feed:bare', evidence: { ...evidence, error: null } });
      for (const alert of [silence, bare]) expect(await stores().alerts.save(alert)).toBe(true);
      expect(await stores().alerts.get('silent')).toStrictEqual({ ...silence, seq: 1 });
      expect(await stores().alerts.get('bare')).toStrictEqual({ ...bare, seq: 1 });
      const resolved = aSilence('silent', {
        ...{ seq: 1, status: 'resolved', resolvedAt: at(200) },
        evidence: { ...silence.evidence, ended: 'unpolled' },
      });
      expect(await stores().alerts.save(resolved)).toBe(true);
      expect((await page()).alerts).toEqual([
        { ...resolved, seq: 2 },
        { ...bare, seq: 1 },
      ]);
    });

    it('are saved where the stored one is still as it was read', async () => {
      await stores().alerts.save(anAlert('one'));
      const change = anAlert('one', { status: 'acknowledged', until: at(99), evidence: [], seq: 1 });
      expect(await stores().alerts.save(change)).toBe(true);
      expect(await stores().alerts.get('one')).toEqual({ ...change, seq: 2 });
    });

    it('are not saved where another write came first, or where there is nothing to change', async () => {
      await stores().alerts.save(anAlert('one'));
      await stores().alerts.save(anAlert('one', { seq: 1, until: at(1) }));
      expect(await stores().alerts.save(anAlert('one', { seq: 1, until: at(2) }))).toBe(false);
      expect(await stores().alerts.save(anAlert('one', { seq: 0, until: at(3) }))).toBe(false);
      expect(await stores().alerts.save(anAlert('nobody', { seq: 4, series: 'water' }))).toBe(false);
      expect(await stores().alerts.get('one')).toMatchObject({ until: at(1), seq: 2 });
      expect(await stores().alerts.get('nobody')).toBeNull();
    });

    it('are open at most once for a rule and series', async () => {
      await stores().alerts.save(anAlert('one'));
      expect(await stores().alerts.save(anAlert('two'))).toBe(false);
      expect(await stores().alerts.save(anAlert('acknowledged', { status: 'acknowledged' }))).toBe(false);
      expect(await stores().alerts.save(anAlert('closed', { status: 'dismissed' }))).toBe(true);
      expect(await stores().alerts.save(anAlert('other-series', { series: 'water' }))).toBe(true);
      expect(await stores().alerts.save(anAlert('other-rule', { ruleId: 'silence' }))).toBe(true);
      expect(await stores().alerts.save(anAlert('closed', { status: 'open', seq: 1 }))).toBe(false);
      expect(await stores().alerts.get('closed')).toMatchObject({ status: 'dismissed', seq: 1 });
    });

    it('are opened by one of many callers at the same moment', async () => {
      const saves = Array.from({ length: 8 }, (_, i) => stores().alerts.save(anAlert(`a-${i}`)));
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
      expect((await page()).alerts).toHaveLength(1);
    });

    it('are changed by one of many callers at the same moment', async () => {
      await stores().alerts.save(anAlert('one'));
      const saves = Array.from({ length: 8 }, (_, i) =>
        stores().alerts.save(anAlert('one', { seq: 1, until: at(i) })),
      );
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
      expect((await stores().alerts.get('one'))?.seq).toBe(2);
    });

    it('are found open until they are resolved, and then make room for another', async () => {
      expect(await stores().alerts.openFor('negative-spike', 'trade')).toBeNull();
      await stores().alerts.save(anAlert('one'));
      await stores().alerts.save(anAlert('one', { seq: 1, status: 'acknowledged' }));
      expect(await stores().alerts.openFor('negative-spike', 'trade')).toMatchObject({ id: 'one', seq: 2 });
      expect(await stores().alerts.openFor('negative-spike', 'water')).toBeNull();
      await stores().alerts.save(anAlert('one', { seq: 2, status: 'resolved', resolvedAt: at(9) }));
      expect(await stores().alerts.openFor('negative-spike', 'trade')).toBeNull();
      expect(await stores().alerts.save(anAlert('two'))).toBe(true);
    });

    it('are listed newest first, then by the greater id, page by page', async () => {
      for (const id of ['a', 'b', 'c', 'd'])
        await stores().alerts.save(anAlert(id, { series: id, openedAt: at(0) }));
      await stores().alerts.save(anAlert('old', { series: 'old', openedAt: at(-1) }));
      const first = await page({ limit: 2 });
      expect(idsOf(first.alerts)).toEqual(['d', 'c']);
      expect(first.next).toEqual({ openedAt: at(0), id: 'c' });
      const rest = await page({ limit: 3, after: { openedAt: at(0), id: 'c' } });
      expect(idsOf(rest.alerts)).toEqual(['b', 'a', 'old']);
      expect(rest.next).toBeNull();
      expect(await page({ after: { openedAt: at(-1), id: 'old' } })).toEqual({ alerts: [], next: null });
    });

    it('are listed by status and series; an empty list lets nothing pass', async () => {
      await stores().alerts.save(anAlert('a'));
      await stores().alerts.save(anAlert('b', { status: 'resolved' }));
      await stores().alerts.save(anAlert('c', { status: 'dismissed', series: 'water' }));
      expect(idsOf((await page({ status: ['open', 'dismissed'] })).alerts)).toEqual(['c', 'a']);
      expect(idsOf((await page({ series: ['trade'] })).alerts)).toEqual(['b', 'a']);
      expect(idsOf((await page({ series: ['trade'], status: ['resolved'] })).alerts)).toEqual(['b']);
      expect((await page({ status: [] })).alerts).toEqual([]);
      expect((await page({ series: [] })).alerts).toEqual([]);
    });
  });
}
