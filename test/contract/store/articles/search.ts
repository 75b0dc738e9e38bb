import { anAnalysis, anArticle, at } from '../builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

/** Search by normalised terms; the store never tokenises. */
export function articleSearchContract(open: OpenStores): void {
  describe('search', () => {
    const stores = freshStores(open);
    const insert = (rows: Record<string, string[]>) =>
      stores().articles.insert(
        Object.entries(rows).map(([id, terms], i) => anArticle(id, { terms, windowAt: at(-i) })),
      );
    const find = async (...terms: string[]) =>
      idsOf((await stores().articles.page({ terms, limit: 10 })).articles);

    it('finds the articles that have all the terms, in the order of pages', async () => {
      await insert({ a: ['border', 'closed', 'again'], b: ['again', 'border'], c: ['closed'] });
      expect(await find('border', 'again')).toEqual(['a', 'b']);
      expect(await find('closed')).toEqual(['a', 'c']);
      expect(await find('border', 'nowhere')).toEqual([]);
      expect(await find('again', 'again')).toEqual(['a', 'b']);
    });

    it('finds Urdu, Pashto and Dari words and emoji', async () => {
      await insert({
        ur: ['طورخم', 'سرحد', '🇵🇰🇦🇫'],
        ps: ['د', 'تورخم', 'دروازه', 'ښځې'],
        prs: ['مرز', 'می‌شود', '👩‍👧‍👦'],
      });
      expect(await find('سرحد', 'طورخم')).toEqual(['ur']);
      expect(await find('ښځې')).toEqual(['ps']);
      expect(await find('می‌شود')).toEqual(['prs']);
      expect(await find('🇵🇰🇦🇫')).toEqual(['ur']);
      expect(await find('👩‍👧‍👦')).toEqual(['prs']);
      expect(await find('👩')).toEqual([]);
    });

    it('takes a term whole: no part, no other case, no sign with a meaning of its own', async () => {
      await insert({ a: ["o'brien", 'f-16', 'a*', '"quoted"', 'NEAR', 'u.s.', '50%', '_', 'x y'] });
      for (const term of ["o'brien", 'f-16', 'a*', '"quoted"', 'NEAR', 'u.s.', '50%', '_', 'x y'])
        expect(await find(term)).toEqual(['a']);
      for (const term of ['brien', 'f', '16', 'a', 'quoted', 'near', 'u', '50', '%', 'x', '*', '']) {
        expect(await find(term)).toEqual([]);
      }
    });

    it('follows a revision', async () => {
      const article = anArticle('one', { terms: ['old', 'kept'] });
      await stores().articles.insert([article]);
      await stores().articles.revise([{ ...article, revision: 2, terms: ['kept', 'new'] }]);
      expect(await find('old')).toEqual([]);
      expect(await find('kept')).toEqual(['one']);
      expect(await find('new')).toEqual(['one']);
    });

    it('goes together with filters and cursor', async () => {
      await stores().articles.insert([
        anArticle('a', { terms: ['dam'], analysis: anAnalysis({ themes: ['water'] }) }),
        anArticle('b', { terms: ['dam'], analysis: anAnalysis({ themes: ['trade', 'water'] }) }),
        anArticle('c', {
          terms: ['dam'],
          sourceId: 'other-post',
          analysis: anAnalysis({ themes: ['water'] }),
        }),
        anArticle('d', { terms: ['dry'], analysis: anAnalysis({ themes: ['water'] }) }),
      ]);
      const query = { terms: ['dam'], themes: ['water'], sources: ['sample-post'], limit: 1 };
      const first = await stores().articles.page(query);
      expect(first).toMatchObject({ articles: [{ id: 'b' }], next: { windowAt: at(0), id: 'b' } });
      const second = await stores().articles.page({ ...query, after: { windowAt: at(0), id: 'b' } });
      expect(second).toMatchObject({ articles: [{ id: 'a' }], next: null });
    });
  });
}
