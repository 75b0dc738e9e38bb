import { day } from '../store/builders.js';
import { forgottenWindowContract } from './forgotten-window-contract.js';
import { MARKS, recordsOf, rollupBench } from './rollup-bench.js';

/** Rollups of one window that overtake each other, without a transaction to keep them apart. */
export function overtakenRollupContract(server: string): void {
  describe('rollups that overtake each other', () => {
    const bench = rollupBench(server);
    const themesIn = async (window = day()) =>
      (await bench().recordsIn(window)).map((record) => record.theme).sort();

    it('leave nothing but the newest one, whichever began first', async () => {
      const { windows } = bench().stores;
      for (let round = 0; round < 25; round++) {
        const window = await bench().marked(day(round), 4);
        const turn = [...MARKS.slice(round % 4), ...MARKS.slice(0, round % 4)];
        await Promise.all(turn.map((mark) => windows.replace(window, mark, recordsOf(window, mark))));
        const records = await bench().recordsIn(window);
        expect(new Set(records.map((record) => record.mark))).toEqual(new Set([4]));
        const counted = records.filter((record) => record.totals.all.count > 0);
        expect(counted.map((record) => record.theme).sort()).toEqual(['4', 'all']);
        expect(await windows.get(window.id)).toMatchObject({ marked: 4, rolled: 4 });
      }
    });

    it('take back what they wrote where a newer one ended while they slept', async () => {
      const { windows } = bench().stores;
      const window = await bench().marked(day(-1), 2);
      const { sleeper, asleep, wake } = await bench().sleeper();
      const late = sleeper.windows.replace(window, 1, recordsOf(window, 1));
      await asleep;
      expect(await windows.replace(window, 2, recordsOf(window, 2))).toBe(true);
      wake();
      expect(await late.finally(() => sleeper.close())).toBe(false);
      expect(await themesIn(window)).toEqual(['2', 'all']);
      expect(await windows.get(window.id)).toMatchObject({ marked: 2, rolled: 2 });
    });

    it('serve nothing of one that woke after a newer one had ended, and died', async () => {
      const { windows } = bench().stores;
      const window = await bench().marked(day(-2), 2);
      const { sleeper, asleep, wake } = await bench().sleeper({ dies: true });
      const late = sleeper.windows.replace(window, 1, recordsOf(window, 1));
      await asleep;
      expect(await windows.replace(window, 2, recordsOf(window, 2))).toBe(true);
      wake();
      await expect(late.finally(() => sleeper.close())).rejects.toThrow('the store died');
      expect(await bench().marksOf(window)).toEqual([1, 2, 2]);
      expect(await themesIn(window)).toEqual(['2', 'all']);
      await windows.mark([window]);
      expect(await windows.replace(window, 3, recordsOf(window, 3))).toBe(true);
      expect(new Set(await bench().marksOf(window))).toEqual(new Set([3]));
    });
  });

  forgottenWindowContract(server);
}
