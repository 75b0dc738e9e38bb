import { freshStores, type OpenStores } from './harness.js';

/** The ordered numbers of analysis code and taxonomy. */
export function versionsContract(open: OpenStores): void {
  describe('analysis versions', () => {
    const stores = freshStores(open);
    const identity = (taxonomy: string, code = '1') => ({ code, taxonomy });
    const register = (taxonomy: string, promote = false) =>
      stores().versions.register(identity(taxonomy), promote);

    it('begin at nothing and count up from one', async () => {
      expect(await stores().versions.newest()).toBe(0);
      expect(await register('a')).toBe(1);
      expect(await register('b')).toBe(2);
      expect(await stores().versions.newest()).toBe(2);
    });

    it('differ where code or taxonomy differ', async () => {
      expect(await stores().versions.register(identity('a', '1'), false)).toBe(1);
      expect(await stores().versions.register(identity('a', '2'), false)).toBe(2);
      expect(await stores().versions.register(identity('b', '2'), false)).toBe(3);
    });

    it('stay as they are where the newest is registered again, promoted or not', async () => {
      await register('a');
      expect(await register('a')).toBe(1);
      expect(await register('a', true)).toBe(1);
      expect(await stores().versions.newest()).toBe(1);
    });

    it('of an earlier identity keep their latest number unless they are promoted', async () => {
      await register('a');
      await register('b');
      expect(await register('a')).toBe(1);
      expect(await register('a', true)).toBe(3);
      expect(await register('a')).toBe(3);
      expect(await register('b')).toBe(2);
      expect(await register('b', true)).toBe(4);
      expect(await register('a')).toBe(3);
      expect(await stores().versions.newest()).toBe(4);
    });

    it('are one number for one identity registered by many at the same moment', async () => {
      const numbers = await Promise.all(Array.from({ length: 6 }, () => register('a')));
      expect(new Set(numbers)).toEqual(new Set([1]));
    });

    it('are as many numbers as identities registered at the same moment', async () => {
      const numbers = await Promise.all(['a', 'b', 'c', 'd'].map((taxonomy) => register(taxonomy)));
      expect(numbers.sort()).toEqual([1, 2, 3, 4]);
    });
  });
}
