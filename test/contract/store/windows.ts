import { MissingRowError } from '#domain/errors.js';
import { aRecord, at, day, halfHour } from './builders.js';
import { freshStores, idsOf, type OpenStores } from './harness.js';

/** The ledger: marked ≥ rolled ≥ evaluated. */
export function windowsContract(open: OpenStores): void {
  describe('the ledger of windows', () => {
    const stores = freshStores(open);
    const toDo = (work: 'count' | 'judge', now: Date, limit = 10) =>
      stores().windows.outstanding({ work, now, limit });
    const outstanding = async (now: Date, limit = 10) =>
      idsOf([...(await toDo('count', now, limit)), ...(await toDo('judge', now, limit))]);
    const roll = (window = day(), mark = 1) =>
      stores().windows.replace(window, mark, [aRecord(window, mark, 'all')]);
    const LONG_AFTER = new Date(day(9).end);

    it('has no row for a window that nobody marked', async () => {
      expect(await stores().windows.get(day().id)).toBeNull();
      expect(await outstanding(LONG_AFTER)).toEqual([]);
    });

    it('raises the mark by one each time', async () => {
      await stores().windows.mark([day(), halfHour()]);
      expect(await stores().windows.get(day().id)).toStrictEqual({
        ...day(),
        marked: 1,
        rolled: 0,
        evaluated: 0,
      });
      await stores().windows.mark([day()]);
      expect((await stores().windows.get(day().id))?.marked).toBe(2);
      expect(await stores().windows.get(halfHour().id)).toMatchObject({ ...halfHour(), marked: 1 });
    });

    it('counts every mark of callers at the same moment', async () => {
      await Promise.all(Array.from({ length: 10 }, () => stores().windows.mark([day(), day(1)])));
      expect((await stores().windows.get(day().id))?.marked).toBe(10);
      expect((await stores().windows.get(day(1).id))?.marked).toBe(10);
    });

    it('makes sure of rows without touching those that are there', async () => {
      await stores().windows.mark([day()]);
      await stores().windows.mark([day()]);
      await stores().windows.ensure([day(), day(1, 'Asia/Kabul')]);
      expect((await stores().windows.get(day().id))?.marked).toBe(2);
      expect(await stores().windows.get(day(1, 'Asia/Kabul').id)).toEqual({
        ...day(1, 'Asia/Kabul'),
        marked: 1,
        rolled: 0,
        evaluated: 0,
      });
    });

    it('lists what lags, the earliest end first, up to the limit', async () => {
      await stores().windows.mark([day(1), day(-1), halfHour()]);
      expect(await outstanding(at(0))).toEqual([day(-1).id, halfHour().id, day(1).id]);
      expect(await outstanding(at(0), 2)).toEqual([day(-1).id, halfHour().id]);
    });

    it('lists a rolled window only once it has ended, until it is evaluated', async () => {
      await stores().windows.mark([day()]);
      await roll();
      expect(await outstanding(new Date(day().end.getTime() - 1))).toEqual([]);
      expect(await toDo('judge', day().end)).toEqual([{ ...day(), marked: 1, rolled: 1, evaluated: 0 }]);
      await stores().windows.evaluated(day().id, 1);
      expect(await outstanding(LONG_AFTER)).toEqual([]);
    });

    it('lists what is to be counted apart from what is to be judged, whatever the other holds', async () => {
      await stores().windows.mark([day(-2), day(-1)]);
      await roll(day(-2));
      expect(idsOf(await toDo('judge', LONG_AFTER, 1))).toEqual([day(-2).id]);
      expect(idsOf(await toDo('count', LONG_AFTER, 1))).toEqual([day(-1).id]);
      await stores().windows.mark([day(-2)]);
      expect(await toDo('judge', LONG_AFTER)).toEqual([]);
    });

    it('lags again where a mark rises during a rollup', async () => {
      await stores().windows.mark([day()]);
      const mark = (await stores().windows.get(day().id))?.marked ?? 0;
      await stores().windows.mark([day()]);
      expect(await roll(day(), mark)).toBe(true);
      expect(await stores().windows.get(day().id)).toMatchObject({ marked: 2, rolled: 1 });
      expect(await outstanding(day().start)).toEqual([day().id]);
    });

    it('lags again where a mark rises after evaluation', async () => {
      await stores().windows.mark([day()]);
      await roll();
      await stores().windows.evaluated(day().id, 1);
      await stores().windows.mark([day()]);
      expect(await outstanding(LONG_AFTER)).toEqual([day().id]);
      await roll(day(), 2);
      expect(await outstanding(LONG_AFTER)).toEqual([day().id]);
      await stores().windows.evaluated(day().id, 2);
      expect(await outstanding(LONG_AFTER)).toEqual([]);
    });

    it('never lowers what is evaluated', async () => {
      await stores().windows.mark([day()]);
      await stores().windows.mark([day()]);
      await roll(day(), 2);
      await stores().windows.evaluated(day().id, 2);
      await stores().windows.evaluated(day().id, 1);
      expect((await stores().windows.get(day().id))?.evaluated).toBe(2);
    });

    it('refuses to claim anything for a window without a row', async () => {
      await expect(stores().windows.evaluated(day().id, 1)).rejects.toThrow(MissingRowError);
      await expect(roll()).rejects.toThrow(MissingRowError);
      expect(await stores().windows.get(day().id)).toBeNull();
    });

    it('refuses a rollup whose row was forgotten and created again since its mark was read', async () => {
      for (let i = 0; i < 3; i++) await stores().windows.mark([halfHour()]);
      await stores().windows.forgetHalfHours(at(31), 1);
      await stores().windows.mark([halfHour()]);
      await expect(roll(halfHour(), 3)).rejects.toThrow(MissingRowError);
      expect(await stores().windows.get(halfHour().id)).toMatchObject({ marked: 1, rolled: 0 });
      expect(await roll(halfHour(), 1)).toBe(true);
    });

    it('marks 5,000 windows in one batch', async () => {
      const many = Array.from({ length: 5_000 }, (_, i) => halfHour(i));
      await stores().windows.mark(many);
      await stores().windows.mark(many);
      expect((await stores().windows.get(halfHour(4_999).id))?.marked).toBe(2);
      expect(await outstanding(at(0), 6_000)).toHaveLength(5_000);
    });
  });
}
