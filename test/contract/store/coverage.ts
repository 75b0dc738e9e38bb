import { COVERAGE_STATES } from '#domain/coverage.js';
import { aCoverageDay } from './feed-builders.js';
import { freshStores, type OpenStores } from './harness.js';

/** How well each source was seen on each day, for ever. */
export function coverageContract(open: OpenStores): void {
  describe('coverage', () => {
    const stores = freshStores(open);
    const days = (from: string, to: string, sources: string[] | null = null) =>
      stores().coverage.days({ from, to, sources });

    it('comes back as it was saved, by day and source', async () => {
      const b = aCoverageDay('b', '2026-03-01', { state: 'partial', seen: 0, expected: 7.0625 });
      const later = aCoverageDay('a', '2026-03-02', { expected: null });
      const a = aCoverageDay('a', '2026-03-01', { expected: 12, polls: 0, failedPolls: 0 });
      await stores().coverage.save([b, later, a]);
      expect(await days('2026-03-01', '2026-03-03')).toStrictEqual([a, b, later]);
      await stores().coverage.save([]);
    });

    it.each(COVERAGE_STATES)('may be %s', async (state) => {
      await stores().coverage.save([aCoverageDay('a', '2026-03-01', { state })]);
      expect(await days('2026-03-01', '2026-03-02')).toMatchObject([{ state }]);
    });

    it('of a source and day is replaced by what is found later', async () => {
      await stores().coverage.save([aCoverageDay('a', '2026-03-01'), aCoverageDay('b', '2026-03-01')]);
      const found = aCoverageDay('a', '2026-03-01', { state: 'outage', seen: 0, expected: null });
      await stores().coverage.save([found]);
      expect(await days('2026-03-01', '2026-03-02')).toStrictEqual([found, aCoverageDay('b', '2026-03-01')]);
    });

    it('is told from the first day asked for, to before the last', async () => {
      const saved = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) =>
        aCoverageDay('a', day),
      );
      await stores().coverage.save(saved);
      expect(await days('2026-01-01', '2026-02-01')).toStrictEqual(saved.slice(1, 3));
      expect(await days('2026-02-02', '2026-03-01')).toEqual([]);
    });

    it('is told of the sources asked for; an empty list lets nothing pass', async () => {
      const saved = ['2026-03-01', '2026-03-02'].flatMap((day) =>
        ['a', 'b', 'c'].map((source) => aCoverageDay(source, day)),
      );
      await stores().coverage.save(saved);
      const span = ['2026-03-01', '2026-03-03'] as const;
      const found = await days(...span, ['c', 'a', 'nobody', 'a']);
      expect(found).toStrictEqual(saved.filter(({ sourceId }) => sourceId !== 'b'));
      expect(await days(...span, [])).toEqual([]);
      expect(await days(...span)).toHaveLength(6);
    });

    it('is told as the sources that were in each state, day by day', async () => {
      await stores().coverage.save([
        aCoverageDay('b', '2026-03-02', { state: 'observed' }),
        aCoverageDay('c', '2026-03-01', { state: 'outage' }),
        aCoverageDay('b', '2026-03-01', { state: 'observed' }),
        aCoverageDay('a', '2026-03-01', { state: 'observed' }),
        aCoverageDay('a', '2026-03-03'),
        aCoverageDay('a', '2026-02-28'),
      ]);
      expect(await stores().coverage.groups('2026-03-01', '2026-03-03')).toEqual([
        { day: '2026-03-01', state: 'observed', sourceIds: ['a', 'b'] },
        { day: '2026-03-01', state: 'outage', sourceIds: ['c'] },
        { day: '2026-03-02', state: 'observed', sourceIds: ['b'] },
      ]);
      expect(await stores().coverage.groups('2027-01-01', '2027-02-01')).toEqual([]);
    });

    it('is one record for a source and day though two find it at the same moment', async () => {
      const found = [1, 2, 3].map((seen) => aCoverageDay('a', '2026-03-01', { seen }));
      await Promise.all(found.map((day) => stores().coverage.save([day])));
      const kept = await days('2026-03-01', '2026-03-02');
      expect(kept).toHaveLength(1);
      expect(found).toContainEqual(kept[0]);
    });
  });
}
