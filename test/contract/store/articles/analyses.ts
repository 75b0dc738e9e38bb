import type { Analysis } from '#domain/analysis.js';
import { anAnalysis, anArticle, at, scoredAs } from '../builders.js';
import { freshStores, type OpenStores } from '../harness.js';

/** Analyses, when they are refused, and what a rollup counts of them. */
export function articleAnalysesContract(open: OpenStores): void {
  describe('analyses', () => {
    const stores = freshStores(open);
    const save = (id: string, analysis: Analysis) => stores().articles.saveAnalyses([{ id, analysis }]);
    const analysisOf = async (id: string) => (await stores().articles.get(id))?.analysis;

    it('are written with all their evidence and change nothing else', async () => {
      const article = anArticle('one');
      await stores().articles.insert([article]);
      const evidence = [{ term: 'سرحد', field: 'summary' as const, start: 3, end: 7, language: 'ur' }];
      const analysis: Analysis = {
        ...anAnalysis({ language: 'ur', signature: ['k1', 'k2'] }),
        relevance: { about: 'afghanistan', score: 0.333, evidence },
        themes: [
          { id: 'border', score: 0.9, evidence, via: null },
          { id: 'security', score: 0.45, evidence: [], via: 'border' },
        ],
        sentiment: { scored: false, reason: 'no scorer for the language', raw: null },
      };
      expect(await save('one', analysis)).toEqual(['one']);
      expect(await stores().articles.get('one')).toEqual({ ...article, analysis });
    });

    it('are refused where the revision has moved since the article was read', async () => {
      await stores().articles.insert([anArticle('one', { revision: 2 }), anArticle('two')]);
      const entries = ['one', 'two', 'nobody'].map((id) => ({ id, analysis: anAnalysis({ revision: 1 }) }));
      expect(await stores().articles.saveAnalyses(entries)).toEqual(['two']);
      expect(await analysisOf('one')).toBeNull();
    });

    it('are refused where a newer version has written, and repeated at the same version', async () => {
      await stores().articles.insert([anArticle('one')]);
      const newer = anAnalysis({ version: 5, themes: ['water'] });
      expect(await save('one', newer)).toEqual(['one']);
      expect(await save('one', anAnalysis({ version: 4 }))).toEqual([]);
      expect(await analysisOf('one')).toEqual(newer);
      const redone = anAnalysis({ version: 5, themes: ['trade', 'water'] });
      expect(await save('one', redone)).toEqual(['one']);
      expect(await analysisOf('one')).toEqual(redone);
    });

    it('settle an article for revision and version, which ends lease, attempts and error', async () => {
      await stores().articles.insert([anArticle('one')]);
      await stores().articles.claim(['one'], { version: 2, now: at(0), until: at(5) });
      await stores().articles.fail('one', 'first try');
      await save('one', anAnalysis({ version: 2 }));
      expect(await stores().articles.settle([{ id: 'one', revision: 1, version: 2 }])).toEqual(['one']);
      expect(await stores().articles.get('one')).toMatchObject({
        settledVersion: 2,
        work: { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null },
      });
      expect(await stores().articles.unsettled({ version: 2, now: at(0), limit: 5 })).toEqual([]);
    });

    it('settle an article of an older version for that one only, and leave the work on a newer one alone', async () => {
      await stores().articles.insert([anArticle('one'), anArticle('todo')]);
      const entries = ['one', 'todo'].map((id) => ({ id, revision: 1, version: 1 }));
      await stores().articles.saveAnalyses(entries.map(({ id }) => ({ id, analysis: anAnalysis() })));
      expect(await stores().articles.settle(entries.slice(0, 1))).toEqual(['one']);
      await stores().articles.claim(['one'], { version: 2, now: at(0), until: at(5) });
      await stores().articles.fail('one', 'the newer one broke');
      const before = await stores().articles.get('one');
      expect((await stores().articles.settle(entries)).sort()).toEqual(['one', 'todo']);
      expect(await stores().articles.get('one')).toEqual(before);
      expect((await stores().articles.get('todo'))?.settledVersion).toBe(1);
      expect(await stores().articles.unsettled({ version: 2, now: at(5), limit: 5 })).toHaveLength(2);
    });

    it('do not settle an article whose revision moved', async () => {
      const article = anArticle('one');
      await stores().articles.insert([article]);
      await save('one', anAnalysis());
      await stores().articles.revise([{ ...article, revision: 2, title: 'Edited' }]);
      expect(await stores().articles.settle([{ id: 'one', revision: 1, version: 1 }])).toEqual([]);
      expect(await stores().articles.settle([{ id: 'one', revision: 2, version: 1 }])).toEqual([]);
      expect((await stores().articles.get('one'))?.settledVersion).toBe(0);
    });

    it('do not settle an article of another version, or without one, or unknown', async () => {
      await stores().articles.insert([anArticle('one'), anArticle('bare')]);
      await save('one', anAnalysis({ version: 3 }));
      const asks = [
        { id: 'one', revision: 1, version: 2 },
        { id: 'one', revision: 1, version: 4 },
        { id: 'bare', revision: 1, version: 3 },
        { id: 'nobody', revision: 1, version: 3 },
      ];
      expect(await stores().articles.settle(asks)).toEqual([]);
    });

    it('are counted in a window from its start on, and not at its end', async () => {
      const analysis = anAnalysis();
      await stores().articles.insert([
        anArticle('before', { analysis, windowAt: at(-0.0001) }),
        anArticle('start', { analysis, windowAt: at(0) }),
        anArticle('last', { analysis, windowAt: new Date(at(30).getTime() - 1) }),
        anArticle('end', { analysis, windowAt: at(30) }),
        anArticle('bare', { windowAt: at(1) }),
      ]);
      const counted = await stores().articles.inWindow(at(0), at(30));
      expect(counted.map((row) => row.id).sort()).toEqual(['last', 'start']);
    });

    it('are counted with source, analysed language, tone and themes', async () => {
      const language = 'prs';
      await stores().articles.insert([
        anArticle('scored', { language: 'fa', sourceId: 'kabul-sample' }),
        anArticle('unscored'),
      ]);
      await save(
        'scored',
        anAnalysis({ language, about: 'pakistan', themes: ['b', 'a'], sentiment: scoredAs(0.0007) }),
      );
      const sentiment = { scored: false as const, reason: 'no scored word' as const, raw: 0 };
      await save('unscored', anAnalysis({ version: 9, themes: [], sentiment }));
      const rows = await stores().articles.inWindow(at(0), at(1));
      rows.forEach((row) => row.themes.sort());
      expect(rows.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        {
          id: 'scored',
          sourceId: 'kabul-sample',
          language,
          about: 'pakistan',
          themes: ['a', 'b'],
          polarity: 'positive',
          scoreE4: 7,
          origin: true,
          version: 1,
        },
        {
          id: 'unscored',
          sourceId: 'sample-post',
          language: 'en',
          about: 'both',
          themes: [],
          polarity: null,
          scoreE4: null,
          origin: true,
          version: 9,
        },
      ]);
    });

    it('are counted as they last were while a new revision waits for its own', async () => {
      const article = anArticle('one');
      await stores().articles.insert([article]);
      await save('one', anAnalysis({ themes: ['water'] }));
      await stores().articles.revise([{ ...article, revision: 2, sourceId: 'other-post' }]);
      expect(await stores().articles.inWindow(at(0), at(1))).toMatchObject([
        { id: 'one', sourceId: 'other-post', themes: ['water'], version: 1 },
      ]);
    });

    it('are written in a batch of 5,000', async () => {
      const ids = Array.from({ length: 5_000 }, (_, i) => `m-${i}`);
      await stores().articles.insert(ids.map((id) => anArticle(id)));
      const analysis = anAnalysis();
      expect(await stores().articles.saveAnalyses(ids.map((id) => ({ id, analysis })))).toHaveLength(5_000);
      expect(await stores().articles.settle(ids.map((id) => ({ id, revision: 1, version: 1 })))).toHaveLength(
        5_000,
      );
      expect(await stores().articles.inWindow(at(0), at(1))).toHaveLength(5_000);
    });
  });
}
