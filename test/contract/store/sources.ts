import { aSource } from './feed-builders.js';
import { freshStores, idsOf, type OpenStores } from './harness.js';

/** The outlets that people added. */
export function sourcesContract(open: OpenStores): void {
  describe('sources that people added', () => {
    const stores = freshStores(open);

    it('come back as they went in, in order of id', async () => {
      const urdu = aSource('b', { name: 'روزنامہ «خبر»', hosts: ['khabar.example', 'khabar.example:8080'] });
      const bare = aSource('a', { country: 'unknown', bloc: 'unknown', language: 'mixed', hosts: [] });
      expect(await stores().sources.add(urdu)).toBe(true);
      expect(await stores().sources.add(bare)).toBe(true);
      expect(await stores().sources.list()).toStrictEqual([bare, urdu]);
    });

    it('are none at first', async () => {
      expect(await stores().sources.list()).toEqual([]);
    });

    it('are refused where the id is taken, and the first stays', async () => {
      await stores().sources.add(aSource('a'));
      expect(await stores().sources.add(aSource('a', { name: 'Another' }))).toBe(false);
      expect(await stores().sources.list()).toStrictEqual([aSource('a')]);
    });

    it('are added by one of many callers at the same moment', async () => {
      const names = ['one', 'two', 'three', 'four'];
      const added = await Promise.all(names.map((name) => stores().sources.add(aSource('a', { name }))));
      expect(added.filter(Boolean)).toHaveLength(1);
      const listed = await stores().sources.list();
      expect(idsOf(listed)).toEqual(['a']);
      expect(listed[0]?.name).toBe(names[added.indexOf(true)]);
    });
  });
}
