import type { Article } from '#domain/article.js';
import { anAnalysis, anArticle, at } from '../builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

/** The URL keys of articles when the rules that make them change. */
export function articleKeysContract(open: OpenStores): void {
  describe('the keys of articles', () => {
    const stores = freshStores(open);
    const insert = (versions: Record<string, number>) =>
      stores().articles.insert(
        Object.entries(versions).map(([id, keyVersion]) => anArticle(id, { keyVersion })),
      );
    const below = async (version: number, limit = 10) =>
      idsOf(await stores().articles.keyedBelow(version, limit));
    const rekey = (id: string, over: Partial<Article> = {}) =>
      stores().articles.rekey({ id, urlKey: `new.example/${id}`, keyVersion: 2, seq: 0, ...over });

    it('are old where older rules made them, in order of id, up to the limit', async () => {
      await insert({ d: 1, b: 3, a: 2, e: 1, c: 4 });
      expect(await below(4)).toEqual(['a', 'b', 'd', 'e']);
      expect(await below(4, 3)).toEqual(['a', 'b', 'd']);
      expect(await below(2)).toEqual(['d', 'e']);
      expect(await below(1)).toEqual([]);
      expect(await below(9)).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('are told with the whole article', async () => {
      const article = anArticle('one', { analysis: anAnalysis(), story: { storyId: 's', origin: true } });
      await stores().articles.insert([article]);
      expect(await stores().articles.keyedBelow(2, 1)).toEqual([article]);
    });

    it('are replaced with their version, and nothing else is', async () => {
      const article = anArticle('one', { analysis: anAnalysis(), settledVersion: 1, seq: 4 });
      await stores().articles.insert([article]);
      expect(await rekey('one', { seq: 4 })).toBe(true);
      const rekeyed = { ...article, urlKey: 'new.example/one', keyVersion: 2, seq: 5 };
      expect(await stores().articles.get('one')).toEqual(rekeyed);
      expect(await stores().articles.byKeys(['new.example/one'])).toEqual([rekeyed]);
      expect(await stores().articles.byKeys([article.urlKey])).toEqual([]);
      expect(await below(2)).toEqual([]);
    });

    it('may stay as they are while their version rises', async () => {
      await insert({ one: 1 });
      expect(await rekey('one', { urlKey: anArticle('one').urlKey })).toBe(true);
      expect(await below(2)).toEqual([]);
    });

    it('stay where the article changed since it was read, or is not there', async () => {
      const article = anArticle('one');
      await stores().articles.insert([article]);
      await stores().articles.revise([{ ...article, seenIn: [{ feedId: 'f', hash: 'h' }] }]);
      expect(await rekey('one')).toBe(false);
      expect(await rekey('nobody')).toBe(false);
      expect(await stores().articles.get('one')).toMatchObject({ urlKey: article.urlKey, seq: 1 });
      expect(await below(2)).toEqual(['one']);
    });

    it('stay where another article has the new one', async () => {
      await insert({ one: 1, two: 1 });
      expect(await rekey('one', { urlKey: anArticle('two').urlKey })).toBe(false);
      expect(await stores().articles.get('one')).toEqual(anArticle('one'));
      expect(await stores().articles.get('two')).toEqual(anArticle('two'));
    });

    it('are given to one of two articles at the same moment', async () => {
      await insert({ one: 1, two: 1 });
      const calls = ['one', 'two'].map((id) => rekey(id, { urlKey: 'new.example/both' }));
      expect((await Promise.all(calls)).sort()).toEqual([false, true]);
      expect(await below(2)).toHaveLength(1);
      expect(await stores().articles.byKeys(['new.example/both'])).toHaveLength(1);
    });

    it('are replaced by one of two callers at the same moment', async () => {
      await insert({ one: 1 });
      const calls = ['left', 'right'].map((urlKey) => rekey('one', { urlKey }));
      expect((await Promise.all(calls)).sort()).toEqual([false, true]);
      expect((await stores().articles.get('one'))?.seq).toBe(1);
    });

    it('that a feed saw while they were replaced are found by the new one, and not twice', async () => {
      await insert({ one: 1 });
      await rekey('one');
      const seen = anArticle('seen', { urlKey: 'new.example/one', keyVersion: 2, firstSeenAt: at(9) });
      expect(await stores().articles.insert([seen])).toEqual([]);
    });
  });
}
