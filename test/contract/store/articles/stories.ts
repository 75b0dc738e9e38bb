import { anAnalysis, anArticle, at } from '../builders.js';
import { freshStores, sortedIds, type OpenStores } from '../harness.js';

/** Candidates for a story, and membership of one. */
export function articleStoriesContract(open: OpenStores): void {
  describe('stories', () => {
    const stores = freshStores(open);
    const insert = (rows: { id: string; signature: string[]; minute?: number }[]) =>
      stores().articles.insert(
        rows.map(({ id, signature, minute = 0 }) =>
          anArticle(id, { windowAt: at(minute), analysis: anAnalysis({ signature }) }),
        ),
      );

    it('know the nodes of analysed articles only', async () => {
      await insert([{ id: 'one', signature: ['k2', 'k1'], minute: 3 }]);
      await stores().articles.insert([anArticle('bare')]);
      expect(await stores().articles.nodes(['one', 'bare', 'nobody'])).toEqual([
        {
          id: 'one',
          windowAt: at(3),
          signature: ['k2', 'k1'],
          title: 'Title of one',
          summary: 'Summary of one',
          story: null,
          version: 1,
          revision: 1,
        },
      ]);
      expect(await stores().articles.nodes([])).toEqual([]);
    });

    it('tell the revision that the analysis read, not that of a later edit', async () => {
      const article = anArticle('one');
      await stores().articles.insert([article]);
      await stores().articles.saveAnalyses([{ id: 'one', analysis: anAnalysis({ version: 7 }) }]);
      await stores().articles.revise([{ ...article, revision: 2, title: 'Edited' }]);
      expect(await stores().articles.nodes(['one'])).toMatchObject([
        { version: 7, revision: 1, title: 'Edited' },
      ]);
    });

    it('find neighbours by any shared key, each once', async () => {
      await insert([
        { id: 'both', signature: ['k1', 'k2'] },
        { id: 'first', signature: ['k1'] },
        { id: 'second', signature: ['k3', 'k2'] },
        { id: 'none', signature: ['k4'] },
        { id: 'empty', signature: [] },
      ]);
      const found = await stores().articles.neighbours(['k1', 'k2', 'k9'], at(-9), at(9));
      expect(sortedIds(found)).toEqual(['both', 'first', 'second']);
      expect(found.find((node) => node.id === 'second')?.signature).toEqual(['k3', 'k2']);
      expect(await stores().articles.neighbours([], at(-9), at(9))).toEqual([]);
    });

    it('find neighbours up to and at both ends of the span', async () => {
      await insert(
        [-10.001, -10, 0, 10, 10.001].map((minute) => ({ id: `at ${minute}`, signature: ['k'], minute })),
      );
      const found = await stores().articles.neighbours(['k'], at(-10), at(10));
      expect(sortedIds(found)).toEqual(['at -10', 'at 0', 'at 10']);
    });

    it('forget the keys of an analysis that was replaced', async () => {
      await insert([{ id: 'one', signature: ['old', 'kept'] }]);
      await stores().articles.saveAnalyses([
        { id: 'one', analysis: anAnalysis({ signature: ['kept', 'new'] }) },
      ]);
      const found = async (key: string) =>
        sortedIds(await stores().articles.neighbours([key], at(-1), at(1)));
      expect(await found('old')).toEqual([]);
      expect(await found('kept')).toEqual(['one']);
      expect(await found('new')).toEqual(['one']);
    });

    it('take members in, move them, and list all of a story', async () => {
      await insert(['a', 'b', 'c', 'd'].map((id) => ({ id, signature: ['k'] })));
      await stores().articles.join([
        { id: 'a', storyId: 's1', origin: true },
        { id: 'b', storyId: 's1', origin: false },
        { id: 'c', storyId: 's2', origin: true },
        { id: 'nobody', storyId: 's1', origin: false },
      ]);
      expect(sortedIds(await stores().articles.members(['s1']))).toEqual(['a', 'b']);
      await stores().articles.join([{ id: 'c', storyId: 's1', origin: false }]);
      expect(await stores().articles.members(['s2'])).toEqual([]);
      expect(sortedIds(await stores().articles.members(['s1', 's2']))).toEqual(['a', 'b', 'c']);
      expect((await stores().articles.get('c'))?.story).toEqual({ storyId: 's1', origin: false });
      expect(await stores().articles.members([])).toEqual([]);
    });

    it('unsettle those whose membership they write, and leave lease and attempts alone', async () => {
      await insert(['a', 'b', 'c'].map((id) => ({ id, signature: ['k'] })));
      await stores().articles.settle(['a', 'b', 'c'].map((id) => ({ id, revision: 1, version: 1 })));
      await stores().articles.claim(['a'], { version: 2, now: at(0), until: at(5) });
      await stores().articles.join([
        { id: 'a', storyId: 's1', origin: true },
        { id: 'b', storyId: 's1', origin: false },
      ]);
      const lagging = await stores().articles.unsettled({ version: 1, now: at(5), limit: 9 });
      expect(sortedIds(lagging)).toEqual(['a', 'b']);
      expect(await stores().articles.get('a')).toMatchObject({
        settledVersion: 0,
        work: { leaseUntil: at(5), attempts: 1 },
      });
      expect((await stores().articles.get('c'))?.settledVersion).toBe(1);
    });

    it('unsettle an article again where they are written again', async () => {
      await insert([{ id: 'a', signature: ['k'] }]);
      for (let round = 0; round < 2; round++) {
        await stores().articles.join([{ id: 'a', storyId: 's1', origin: true }]);
        expect((await stores().articles.get('a'))?.settledVersion).toBe(0);
        await stores().articles.settle([{ id: 'a', revision: 1, version: 1 }]);
        expect((await stores().articles.get('a'))?.settledVersion).toBe(1);
      }
    });

    it('tell in a window which article is an origin', async () => {
      await insert(['a', 'b'].map((id) => ({ id, signature: [] })));
      await stores().articles.join([
        { id: 'a', storyId: 's1', origin: true },
        { id: 'b', storyId: 's1', origin: false },
      ]);
      const rows = await stores().articles.inWindow(at(0), at(1));
      expect(new Map(rows.map((row) => [row.id, row.origin]))).toEqual(
        new Map([
          ['a', true],
          ['b', false],
        ]),
      );
    });

    it('stay as they are when an analysis is repeated', async () => {
      await insert([{ id: 'a', signature: ['k'] }]);
      await stores().articles.join([{ id: 'a', storyId: 's1', origin: true }]);
      await stores().articles.saveAnalyses([
        { id: 'a', analysis: anAnalysis({ version: 2, signature: ['k'] }) },
      ]);
      expect(await stores().articles.nodes(['a'])).toMatchObject([
        { story: { storyId: 's1', origin: true } },
      ]);
    });
  });
}
