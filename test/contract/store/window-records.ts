import type { RecordQuery, TimedRecord } from '#domain/window-record.js';
import type { Window } from '#domain/window.js';
import {
  aCell,
  aRecord,
  at,
  bySourceAndLanguage,
  counts,
  day,
  halfHour,
  noCounts,
  timed,
} from './builders.js';
import { freshStores, type OpenStores } from './harness.js';

/** The counts that a rollup leaves and a trend reads. */
export function windowRecordsContract(open: OpenStores): void {
  describe('the records of windows', () => {
    const stores = freshStores(open);
    const query = (over: Partial<RecordQuery> = {}): RecordQuery => ({
      granularity: 'day',
      zone: 'UTC',
      from: day(-9).start,
      to: day(9).start,
      series: [{ theme: 'trade', about: 'both' }],
      group: bySourceAndLanguage,
      ...over,
    });
    const read = async (over: Partial<RecordQuery> = {}) =>
      (await stores().windows.records(query(over))).sort(inOrder);
    const markUpTo = async (window: Window, mark: number) => {
      const marked = (await stores().windows.get(window.id))?.marked ?? 0;
      for (let i = marked; i < mark; i++) await stores().windows.mark([window]);
    };
    const roll = async (window: Window, mark: number, themes: string[]) => {
      await markUpTo(window, mark);
      return stores().windows.replace(
        window,
        mark,
        themes.map((theme) => aRecord(window, mark, theme)),
      );
    };

    it('come back whole, with the start of their window', async () => {
      const totals = counts(4_000_000_000, 3);
      totals.all.sumSq = 2 ** 52 + 1;
      const record = aRecord(day(), 1, 'trade+water', {
        about: 'any',
        versions: [2, 3, 11],
        totals,
        cells: [aCell('sample-post', 'en', 1), aCell('sample-post', 'ur', 2), aCell('کابل', 'prs', 3)],
      });
      await stores().windows.ensure([day()]);
      await stores().windows.replace(day(), 1, [record]);
      const series = [{ theme: 'trade+water', about: 'any' as const }];
      expect(await read({ series })).toEqual([timed(record, day().start)]);
      expect(await read({ series, group: null })).toEqual([timed({ ...record, cells: [] }, day().start)]);
      const posts = (source: string) => (source === 'sample-post' ? 'post' : null);
      const [{ groups }] = (await read({ series, group: posts })) as [TimedRecord];
      expect([...groups]).toEqual([
        ['post', { all: expect.objectContaining({ count: 3 }), origins: expect.anything() }],
      ]);
    });

    it('come in ascending order of window start, from the start of the span on to before its end', async () => {
      for (const offset of [2, -1, 0, 1]) await roll(day(offset), 1, ['trade']);
      const found = await stores().windows.records(query({ from: day(-1).start, to: day(2).start }));
      expect(found.map((record) => record.start)).toEqual([day(-1).start, day(0).start, day(1).start]);
      expect(found.map((record) => record.windowId)).toEqual([day(-1).id, day(0).id, day(1).id]);
      const between = {
        from: new Date(day(0).start.getTime() + 1),
        to: new Date(day(1).start.getTime() + 1),
      };
      expect((await read(between)).map((record) => record.windowId)).toEqual([day(1).id]);
    });

    it('are those of the zone, granularity, theme and relevance that were asked for', async () => {
      await roll(day(0, 'Asia/Karachi'), 1, ['trade']);
      await roll(halfHour(), 1, ['trade']);
      await stores().windows.ensure([day()]);
      await stores().windows.replace(day(), 1, [
        aRecord(day(), 1, 'trade'),
        aRecord(day(), 1, 'trade', { about: 'pakistan' }),
        aRecord(day(), 1, 'water'),
      ]);
      const ids = async (over: Partial<RecordQuery>) =>
        (await read(over)).map((r) => `${r.windowId} ${r.theme} ${r.about}`);
      expect(await ids({})).toEqual([`${day().id} trade both`]);
      expect(await ids({ zone: 'Asia/Karachi' })).toEqual([`${day(0, 'Asia/Karachi').id} trade both`]);
      expect(await ids({ granularity: '30m' })).toEqual([`${halfHour().id} trade both`]);
      const series: RecordQuery['series'] = [
        { theme: 'trade', about: 'pakistan' },
        { theme: 'water', about: 'both' },
        { theme: 'none', about: 'both' },
      ];
      expect(await ids({ series })).toEqual([`${day().id} trade pakistan`, `${day().id} water both`]);
      expect(await ids({ series: [] })).toEqual([]);
    });

    it('keep the order of time where several series are asked for', async () => {
      for (const offset of [1, 0]) await roll(day(offset), 1, ['trade', 'all']);
      const series = ['trade', 'all'].map((theme) => ({ theme, about: 'both' as const }));
      const starts = (await stores().windows.records(query({ series }))).map((record) => record.start);
      expect(starts).toEqual([day(0).start, day(0).start, day(1).start, day(1).start]);
    });

    it('are replaced by a newer mark, and by the same one again', async () => {
      await roll(day(), 1, ['trade']);
      await markUpTo(day(), 2);
      const totals = counts(9);
      for (const mark of [2, 2])
        expect(
          await stores().windows.replace(day(), mark, [aRecord(day(), mark, 'trade', { totals, cells: [] })]),
        ).toBe(true);
      expect(await read()).toMatchObject([{ mark: 2, totals, groups: new Map() }]);
      expect((await stores().windows.get(day().id))?.rolled).toBe(2);
    });

    it('are not replaced by an older mark', async () => {
      await roll(day(), 3, ['trade']);
      const stale = aRecord(day(), 2, 'trade', { totals: counts(99) });
      expect(await stores().windows.replace(day(), 2, [stale, aRecord(day(), 2, 'water')])).toBe(false);
      expect(await read()).toMatchObject([{ mark: 3, totals: counts(3, 2) }]);
      expect(await read({ series: [{ theme: 'water', about: 'both' }] })).toEqual([]);
      expect((await stores().windows.get(day().id))?.rolled).toBe(3);
    });

    it('end as those of the newer mark where two rollups write at the same moment', async () => {
      await markUpTo(day(), 2);
      const roll = (mark: number) =>
        stores().windows.replace(day(), mark, [aRecord(day(), mark, 'trade', { totals: counts(mark) })]);
      const [, newer] = await Promise.all([roll(1), roll(2)]);
      expect(newer).toBe(true);
      expect(await read()).toMatchObject([{ mark: 2, totals: counts(2) }]);
      expect((await stores().windows.get(day().id))?.rolled).toBe(2);
    });

    it('that vanish are written as zeros of the new mark', async () => {
      await roll(day(), 1, ['trade', 'water', 'all']);
      await roll(day(1), 1, ['trade']);
      await roll(day(), 2, ['water']);
      const zeros = { versions: [], totals: noCounts(), groups: new Map(), mark: 2, about: 'both' };
      const series = ['all', 'trade', 'water'].map((theme) => ({ theme, about: 'both' as const }));
      const found = await read({ to: day(1).start, series });
      expect(found).toEqual([
        { ...zeros, theme: 'all', windowId: day().id, start: day().start },
        { ...zeros, theme: 'trade', windowId: day().id, start: day().start },
        timed(aRecord(day(), 2, 'water'), day().start),
      ]);
      await roll(day(), 3, []);
      expect((await read({ to: day(1).start, series })).map((record) => record.mark)).toEqual([3, 3, 3]);
      expect(await read({ from: day(1).start })).toMatchObject([{ mark: 1, totals: counts(3, 2) }]);
    });

    it('are rolled though there is nothing to write', async () => {
      expect(await roll(day(), 1, [])).toBe(true);
      expect((await stores().windows.get(day().id))?.rolled).toBe(1);
      expect(await read()).toEqual([]);
    });

    it('of half hours are forgotten with their rows, some at a time, and those of days are not', async () => {
      for (const window of [halfHour(0), halfHour(1), halfHour(2), halfHour(9), day(-5)])
        await roll(window, 1, ['trade']);
      const before = at(100);
      expect(await stores().windows.forgetHalfHours(before, 2)).toBe(2);
      expect(await stores().windows.forgetHalfHours(before, 2)).toBe(1);
      expect(await stores().windows.forgetHalfHours(before, 2)).toBe(0);
      expect((await read({ granularity: '30m' })).map((record) => record.windowId)).toEqual([halfHour(9).id]);
      expect(await stores().windows.get(halfHour(0).id)).toBeNull();
      expect(await stores().windows.get(halfHour(9).id)).not.toBeNull();
      expect(await read()).toHaveLength(1);
    });
  });
}

function inOrder(a: TimedRecord, b: TimedRecord): number {
  const key = (r: TimedRecord) => `${r.start.toISOString()} ${r.theme} ${r.about}`;
  return key(a) < key(b) ? -1 : 1;
}
