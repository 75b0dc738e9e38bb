import { MissingRowError } from '#domain/errors.js';
import { anAnalysis, anArticle, at } from '../builders.js';
import { freshStores, idsOf, sortedIds, type OpenStores } from '../harness.js';

const KEY = anArticle('double').urlKey;
const FACTS = { terms: ['dam', 'water'], sourceId: 'kabul-sample', language: 'ps' };

/** Articles that later rules found to be doubles of others: they take part in nothing any more. */
export function articleDoublesContract(open: OpenStores): void {
  describe('a double', () => {
    const stores = freshStores(open);
    const double = anArticle('double', {
      ...FACTS,
      analysis: anAnalysis({ themes: ['border'], signature: ['k1', 'k2'], about: 'pakistan' }),
      story: { storyId: 's1', origin: true },
      settledVersion: 1,
      seq: 3,
    });
    beforeEach(async () => {
      const analysis = anAnalysis({ themes: ['border'], signature: ['k1'], about: 'pakistan' });
      const story = { storyId: 's1', origin: false };
      await stores().articles.insert([double, anArticle('kept', { ...FACTS, analysis, story })]);
    });
    const retire = () => stores().articles.retire('double', 'kept');
    const stored = () => stores().articles.get('double');

    it('keeps its facts and key version, and loses key, analysis and story', async () => {
      await retire();
      const { settledVersion, ...rest } = (await stored())!;
      const { settledVersion: _settled, ...before } = double;
      expect(rest).toEqual({
        ...before,
        urlKey: 'merged~double',
        mergedInto: 'kept',
        analysis: null,
        story: null,
        seq: 4,
      });
      expect(settledVersion).toBeGreaterThan(1_000_000);
      expect(await stores().articles.keyedBelow(2, 9)).toMatchObject([{ id: 'double' }, { id: 'kept' }]);
    });

    it('gives its key away', async () => {
      await retire();
      expect(await stores().articles.byKeys([KEY])).toEqual([]);
      expect(await stores().articles.rekey({ id: 'kept', urlKey: KEY, keyVersion: 2, seq: 0 })).toBe(true);
      expect(await stores().articles.byKeys([KEY])).toMatchObject([{ id: 'kept' }]);
    });

    it.each([
      ['all articles', {}],
      ['its source', { sources: ['kabul-sample'] }],
      ['its language', { languages: ['ps', 'en'] }],
      ['its theme', { themes: ['border'] }],
      ['its relevance', { abouts: ['pakistan' as const] }],
      ['its tone', { polarity: ['negative' as const] }],
      ['its story', { story: 's1' }],
      ['its span', { from: at(0), to: at(1) }],
      ['its terms', { terms: ['dam', 'water'] }],
      ['its terms, theme and source', { terms: ['dam'], themes: ['border'], sources: ['kabul-sample'] }],
    ])('is not in the list of %s', async (_, query) => {
      expect(idsOf((await stores().articles.page({ ...query, limit: 9 })).articles)).toEqual([
        'kept',
        'double',
      ]);
      await retire();
      const { articles, next } = await stores().articles.page({ ...query, limit: 1 });
      expect([idsOf(articles), next]).toEqual([['kept'], null]);
    });

    it('is in no window, story or neighbourhood', async () => {
      await retire();
      const { articles } = stores();
      expect(sortedIds(await articles.inWindow(at(-9), at(9)))).toEqual(['kept']);
      expect(sortedIds(await articles.nodes(['double', 'kept']))).toEqual(['kept']);
      expect(sortedIds(await articles.neighbours(['k1', 'k2'], at(-9), at(9)))).toEqual(['kept']);
      expect(await articles.neighbours(['k2'], at(-9), at(9))).toEqual([]);
      expect(sortedIds(await articles.members(['s1']))).toEqual(['kept']);
    });

    it('is never due or claimed again, at any version', async () => {
      await retire();
      for (const version of [1, 2, 99]) {
        const ask = { version, now: at(0) };
        expect(idsOf(await stores().articles.unsettled({ ...ask, limit: 9 }))).toEqual(['kept']);
        const claimed = await stores().articles.claim(['double'], { ...ask, until: at(5) });
        expect(claimed).toEqual([]);
      }
    });

    it('is in no count of the progress, however often it is found', async () => {
      expect(await stores().progress(2, at(0))).toMatchObject({ articles: 2, unsettled: 2 });
      await stores().articles.quarantine(['double'], 2);
      expect(await stores().progress(2, at(0))).toMatchObject({ unsettled: 1, quarantined: 1 });
      await retire();
      await retire();
      const counts = { articles: 1, unsettled: 1, quarantined: 0 };
      expect(await stores().progress(2, at(0))).toMatchObject(counts);
      expect(await stores().progress(9, at(0))).toMatchObject(counts);
    });

    it('lets go of the work that was under way, whose end changes nothing', async () => {
      const ask = { version: 2, now: at(0), until: at(5) };
      expect(await stores().articles.claim(['double'], ask)).toHaveLength(1);
      await retire();
      const retired = await stored();
      expect(retired?.work).toEqual({
        leaseUntil: null,
        attempts: 0,
        error: null,
        quarantinedVersion: null,
      });
      const analysis = anAnalysis({ version: 2, signature: ['k1'] });
      expect(await stores().articles.saveAnalyses([{ id: 'double', analysis }])).toEqual([]);
      await stores().articles.join([{ id: 'double', storyId: 's1', origin: false }]);
      expect(await stores().articles.settle([{ id: 'double', revision: 1, version: 2 }])).toEqual([]);
      expect(await stored()).toEqual(retired);
    });

    it('is not revised any more, with the facts from before or after it was found', async () => {
      await retire();
      const retired = (await stored())!;
      for (const read of [double, retired]) {
        const edited = { ...read, revision: 2, title: 'Edited', terms: ['edited'], settledVersion: 0 };
        expect(await stores().articles.revise([edited])).toEqual([]);
      }
      expect(await stored()).toEqual(retired);
      expect(await stores().articles.page({ terms: ['edited'], limit: 1 })).toMatchObject({ articles: [] });
    });

    it('is not made again by an insert of the same id', async () => {
      await retire();
      expect(await stores().articles.insert([double])).toEqual([]);
      expect(await stored()).toMatchObject({ mergedInto: 'kept' });
    });

    it('is told as keyed by old rules until its version rises too', async () => {
      await retire();
      const { urlKey, seq } = (await stored())!;
      expect(await stores().articles.rekey({ id: 'double', urlKey, keyVersion: 2, seq })).toBe(true);
      expect(idsOf(await stores().articles.keyedBelow(2, 9))).toEqual(['kept']);
      expect(await stored()).toMatchObject({ mergedInto: 'kept', urlKey: 'merged~double', keyVersion: 2 });
    });

    it('may be found to be one before it was analysed, and one of another later', async () => {
      await stores().articles.insert([anArticle('bare', { urlKey: 'key-of-bare' })]);
      await stores().articles.retire('bare', 'double');
      await stores().articles.retire('bare', 'kept');
      expect(await stores().articles.get('bare')).toMatchObject({ mergedInto: 'kept', analysis: null });
      expect(await stores().articles.unsettled({ version: 1, now: at(0), limit: 9 })).toMatchObject([
        { id: 'kept' },
      ]);
    });

    it('cannot be one that is not there', async () => {
      await expect(stores().articles.retire('nobody', 'kept')).rejects.toThrow(MissingRowError);
    });

    it('is a double once though two find it at the same moment', async () => {
      await Promise.all([retire(), retire()]);
      expect((await stores().progress(1, at(0))).articles).toBe(1);
      expect(await stored()).toMatchObject({ mergedInto: 'kept', analysis: null });
    });
  });
}
