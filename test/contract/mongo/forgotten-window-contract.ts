import { MissingRowError } from '#domain/errors.js';
import { halfHour } from '../store/builders.js';
import { recordsOf, rollupBench } from './rollup-bench.js';

/** Rollups of a window whose row is forgotten under their hands. */
export function forgottenWindowContract(server: string): void {
  describe('rollups of a forgotten window', () => {
    const bench = rollupBench(server);

    it.each([
      ['is gone', 0],
      ['was created again', 1],
    ])('take back what they wrote where the row %s', async (_, marksAnew) => {
      const { windows } = bench().stores;
      const window = await bench().marked(halfHour(), 3);
      const { sleeper, asleep, wake } = await bench().sleeper();
      const late = sleeper.windows.replace(window, 3, recordsOf(window, 3));
      await asleep;
      await windows.forgetHalfHours(new Date(window.end.getTime() + 1), 1);
      await bench().marked(window, marksAnew);
      wake();
      await expect(late.finally(() => sleeper.close())).rejects.toThrow(MissingRowError);
      expect(await bench().marksOf(window)).toEqual([]);
      expect((await windows.get(window.id))?.rolled ?? 0).toBe(0);
    });

    it('do not yield to records that outlived an earlier row', async () => {
      const { windows } = bench().stores;
      const window = await bench().marked(halfHour(9), 2);
      await bench().leave(window, 7);
      expect(await windows.replace(window, 2, recordsOf(window, 2))).toBe(true);
      expect(await bench().marksOf(window)).toEqual([2, 2]);
      expect(await windows.get(window.id)).toMatchObject({ marked: 2, rolled: 2 });
    });

    it('are counted again where such records stood in the places of newer ones when they were dropped', async () => {
      const { windows } = bench().stores;
      const window = await bench().marked(halfHour(12), 1);
      await bench().leave(window, 2);
      const { sleeper, asleep, wake } = await bench().sleeper({ at: 'deleteMany' });
      const late = sleeper.windows.replace(window, 1, recordsOf(window, 1));
      await asleep;
      await bench().marked(window, 1);
      expect(await windows.replace(window, 2, recordsOf(window, 2))).toBe(true);
      wake();
      expect(await late.finally(() => sleeper.close())).toBe(false);
      expect(await windows.get(window.id)).toMatchObject({ marked: 3, rolled: 2 });
      expect(await windows.replace(window, 3, recordsOf(window, 3))).toBe(true);
      expect((await bench().recordsIn(window)).map((record) => record.theme).sort()).toEqual(['3', 'all']);
    });

    it('are not served without a row', async () => {
      await bench().leave(halfHour(20), 1);
      expect(await bench().recordsIn(halfHour(20))).toEqual([]);
    });
  });
}
