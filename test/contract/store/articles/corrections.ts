import type { Correction } from '#domain/correction.js';
import { MissingRowError } from '#domain/errors.js';
import { aCorrection, anAnalysis, anArticle, at, edited, scoredAs } from '../builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

const EVERYTHING = aCorrection({
  ...{ themes: ['border', 'water'], parents: ['security'], polarity: 'positive', about: 'pakistan' },
});

/** What analysts say against the analysis: it is kept beside it, and counts and filters go by it. */
export function articleCorrectionsContract(open: OpenStores): void {
  describe('corrections', () => {
    const stores = freshStores(open);
    const analysed = anArticle('one', { analysis: anAnalysis(), settledVersion: 1 });
    beforeEach(() => stores().articles.insert([analysed, anArticle('bare')]));
    const correct = (correction: Correction | null, corrections = 0, id = 'one') =>
      stores().articles.correct(id, correction, corrections);
    const stored = async (id = 'one') => (await stores().articles.get(id))!;
    const counted = async () => (await stores().articles.inWindow(at(0), at(1)))[0];
    const asCounted = { themes: ['border', 'water', 'security'], polarity: 'positive', about: 'pakistan' };

    it('are kept beside the analysis with every part, and let the work on the article begin anew', async () => {
      const work = { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null };
      await stores().articles.claim(['one'], { version: 2, now: at(0), until: at(99) });
      await stores().articles.quarantine(['one'], 2);
      await stores().articles.fail('one', 'it broke');
      expect(await correct(EVERYTHING)).toBe(true);
      const after = { ...analysed, correction: EVERYTHING, corrections: 1, settledVersion: 0, work };
      expect(await stored()).toEqual(after);
      expect(idsOf(await stores().articles.unsettled({ version: 2, now: at(0), limit: 9 }))).toContain('one');
    });

    it('may say that an article is of no theme, and leave the rest to the analysis', async () => {
      const noTheme = aCorrection({ themes: [] });
      await correct(noTheme);
      expect((await stored()).correction).toEqual(noTheme);
      expect(await counted()).toMatchObject({
        themes: [],
        polarity: 'negative',
        about: 'both',
        scoreE4: -1234,
      });
    });

    it('override what is counted, part by part', async () => {
      await correct(EVERYTHING);
      expect(await counted()).toEqual({
        ...{ id: 'one', sourceId: 'sample-post', language: 'en', origin: true, version: 1 },
        ...asCounted,
        scoreE4: 0,
      });
      await correct(aCorrection({ polarity: 'not scored' }), 1);
      expect(await counted()).toMatchObject({ themes: ['trade'], polarity: null, scoreE4: null });
    });

    it('override what articles are found by', async () => {
      const ids = async (query: object) =>
        idsOf((await stores().articles.page({ ...query, limit: 9 })).articles);
      await correct(EVERYTHING);
      for (const query of [
        ...[{ themes: ['security'] }, { abouts: ['pakistan'] }, { polarity: ['positive'] }],
        ...[{ corrected: true }, { corrected: true, themes: ['water', 'trade'], sources: ['sample-post'] }],
        ...[
          { corrected: true, terms: ['one'] },
          { themes: ['water'], corrected: true, from: at(0), to: at(1) },
        ],
      ])
        expect([query, await ids(query)]).toEqual([query, ['one']]);
      for (const query of [
        ...[{ themes: ['trade'] }, { abouts: ['both'] }, { polarity: ['negative'] }],
        ...[
          { corrected: true, themes: ['trade'] },
          { corrected: false, terms: ['one'] },
        ],
      ])
        expect([query, await ids(query)]).toEqual([query, []]);
      expect(await ids({ corrected: false })).toEqual(['bare']);
    });

    it('outlive the next analysis, which says what it says beside them', async () => {
      await correct(EVERYTHING);
      const analysis = anAnalysis({ version: 2, themes: ['talks'], sentiment: scoredAs(0.4) });
      expect(await stores().articles.saveAnalyses([{ id: 'one', analysis }])).toEqual(['one']);
      expect(await stored()).toMatchObject({ analysis, correction: EVERYTHING, corrections: 1 });
      expect(await counted()).toMatchObject({ ...asCounted, version: 2, scoreE4: 4_000 });
    });

    it('outlive an edit', async () => {
      await correct(EVERYTHING);
      const read = await stored();
      expect(await stores().articles.revise([edited(read)])).toEqual(['one']);
      expect(await stored()).toMatchObject({ revision: 2, correction: EVERYTHING, corrections: 1 });
      expect(await counted()).toMatchObject(asCounted);
      // A feed that read the article before it was corrected knows nothing of the correction.
      expect(await stores().articles.revise([{ ...edited(analysed), seq: 1 }])).toEqual(['one']);
      expect(await stored()).toMatchObject({ correction: EVERYTHING, corrections: 1 });
    });

    it('may come before the first analysis', async () => {
      await correct(EVERYTHING, 0, 'bare');
      expect((await stores().articles.page({ themes: ['water'], limit: 9 })).articles).toEqual([]);
      await stores().articles.saveAnalyses([{ id: 'bare', analysis: anAnalysis() }]);
      expect(idsOf((await stores().articles.page({ themes: ['water'], limit: 9 })).articles)).toEqual([
        'bare',
      ]);
    });

    it('replace each other, and are withdrawn without a trace in the counts', async () => {
      const before = await counted();
      await correct(EVERYTHING);
      expect(await correct(aCorrection({ about: 'neither' }), 1)).toBe(true);
      expect(await counted()).toMatchObject({ themes: ['trade'], polarity: 'negative', about: 'neither' });
      expect(await correct(null, 2)).toBe(true);
      expect(await counted()).toEqual(before);
      expect(await stored()).toEqual({ ...analysed, corrections: 3, settledVersion: 0 });
      const page = await stores().articles.page({ themes: ['trade'], corrected: false, limit: 9 });
      expect(idsOf(page.articles)).toEqual(['one']);
      expect((await stores().articles.page({ corrected: true, limit: 9 })).articles).toEqual([]);
    });

    it('are refused where the article was corrected since it was read', async () => {
      await correct(EVERYTHING);
      expect(await correct(aCorrection({ about: 'neither' }), 0)).toBe(false);
      expect(await correct(null, 0)).toBe(false);
      expect(await stored()).toMatchObject({ correction: EVERYTHING, corrections: 1 });
    });

    it('go through once where two come at the same moment', async () => {
      const both = ['pakistan', 'neither'].map((about) =>
        correct(aCorrection({ about: about as 'neither' })),
      );
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect((await stored()).corrections).toBe(1);
    });

    it('keep an article unsettled whose windows were marked before', async () => {
      const [node] = await stores().articles.nodes(['one']);
      await correct(EVERYTHING);
      expect(await stores().articles.settle([node!])).toEqual([]);
      expect((await stored()).settledVersion).toBe(0);
      const [again] = await stores().articles.nodes(['one']);
      expect(await stores().articles.settle([again!])).toEqual(['one']);
      expect((await stored()).settledVersion).toBe(1);
    });

    it('are told to whoever reads stories, in any of the ways', async () => {
      const analysis = anAnalysis({ signature: ['k'] });
      await stores().articles.saveAnalyses([{ id: 'one', analysis }]);
      await stores().articles.join([{ id: 'one', storyId: 's', origin: true }]);
      await correct(EVERYTHING);
      const { articles } = stores();
      for (const nodes of [
        await articles.nodes(['one']),
        await articles.neighbours(['k'], at(0), at(0)),
        await articles.members(['s']),
      ])
        expect(nodes).toMatchObject([{ id: 'one', corrections: 1 }]);
    });

    it('stay with a double, which takes no other', async () => {
      await correct(EVERYTHING);
      await stores().articles.retire('one', 'bare');
      expect(await stored()).toMatchObject({ correction: EVERYTHING, analysis: null });
      expect(await correct(null, 1)).toBe(false);
      for (const query of [{ corrected: true }, { themes: ['water'] }])
        expect((await stores().articles.page({ ...query, limit: 9 })).articles).toEqual([]);
    });

    it('cannot be of an article that is not there', async () => {
      await expect(correct(EVERYTHING, 0, 'nobody')).rejects.toThrow(MissingRowError);
    });

    it('are inserted with an article as they are', async () => {
      const analysis = anAnalysis();
      await stores().articles.insert([
        anArticle('two', { analysis, correction: EVERYTHING, corrections: 4 }),
      ]);
      expect(await stored('two')).toMatchObject({ correction: EVERYTHING, corrections: 4 });
      const page = await stores().articles.page({ themes: ['security'], corrected: true, limit: 9 });
      expect(idsOf(page.articles)).toEqual(['two']);
    });
  });
}
