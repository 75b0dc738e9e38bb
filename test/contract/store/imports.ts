import type { ImportProgress } from '#domain/import-progress.js';
import { at } from './builders.js';
import { freshStores, type OpenStores } from './harness.js';

/** How far the imports of files have come. */
export function importsContract(open: OpenStores): void {
  describe('imports', () => {
    const stores = freshStores(open);
    const progress = (id: string, over: Partial<ImportProgress> = {}): ImportProgress => ({
      id,
      file: '/archive/خبریں 2024.ndjson',
      records: 1_000,
      position: 5_000_000_000,
      inserted: 900,
      known: 90,
      rejected: 10,
      done: false,
      updatedAt: at(0.00005),
      ...over,
    });

    it('come back as they were saved', async () => {
      await stores().imports.save(progress('one'));
      expect(await stores().imports.get('one')).toStrictEqual(progress('one'));
      expect(await stores().imports.get('nobody')).toBeNull();
    });

    it('go on where they were, each by itself', async () => {
      await stores().imports.save(progress('one'));
      await stores().imports.save(progress('two', { file: 'two.csv' }));
      const done = progress('one', { records: 2_000, position: 0, rejected: 11, done: true });
      await stores().imports.save(done);
      expect(await stores().imports.get('one')).toStrictEqual(done);
      expect(await stores().imports.get('two')).toMatchObject({ file: 'two.csv', done: false });
    });

    it('are one row though two save them at the same moment', async () => {
      await Promise.all([1, 2].map((records) => stores().imports.save(progress('one', { records }))));
      expect([1, 2]).toContain((await stores().imports.get('one'))?.records);
    });
  });
}
