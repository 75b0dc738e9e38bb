import fc from 'fast-check';
import type { Article } from '#domain/article.js';
import type { ArticleCursor, ArticleQuery } from '#domain/article-query.js';
import type { Stores } from '#domain/ports/stores.js';
import { aCorrection, anAnalysis, anArticle, at, scoredAs } from '../builders.js';
import { freshStores, idsOf, type OpenStores } from '../harness.js';

/** Lists of articles: filter, order, cursor. */
export function articlePagesContract(open: OpenStores): void {
  describe('pages of articles', () => {
    const stores = freshStores(open);
    const insert = (articles: Article[]) => stores().articles.insert(articles);
    const ids = async (query: Partial<ArticleQuery>) =>
      idsOf((await stores().articles.page({ limit: 50, ...query })).articles);

    it('of nothing are empty and have no next', async () => {
      expect(await stores().articles.page({ limit: 10 })).toEqual({ articles: [], next: null });
    });

    it('are in order of window, newest first, then of the greater id', async () => {
      await insert([
        anArticle('b', { windowAt: at(0) }),
        anArticle('c', { windowAt: at(0) }),
        anArticle('a', { windowAt: at(0) }),
        anArticle('z', { windowAt: new Date(at(0).getTime() - 1) }),
        anArticle('m', { windowAt: new Date(at(0).getTime() + 1) }),
      ]);
      expect(await ids({})).toEqual(['m', 'c', 'b', 'a', 'z']);
    });

    it('go on after the last article of the page, also among equal times', async () => {
      await insert(['a', 'b', 'c', 'd', 'e'].map((id) => anArticle(id)));
      const first = await stores().articles.page({ limit: 2 });
      expect(idsOf(first.articles)).toEqual(['e', 'd']);
      expect(first.next).toEqual({ windowAt: at(0), id: 'd' });
      const second = await stores().articles.page({ limit: 2, after: { windowAt: at(0), id: 'd' } });
      expect(idsOf(second.articles)).toEqual(['c', 'b']);
      const last = await stores().articles.page({ limit: 2, after: { windowAt: at(0), id: 'b' } });
      expect(idsOf(last.articles)).toEqual(['a']);
      expect(last.next).toBeNull();
    });

    it('have no next where the last one is exactly full', async () => {
      await insert(['a', 'b', 'c', 'd'].map((id) => anArticle(id)));
      expect((await stores().articles.page({ limit: 4 })).next).toBeNull();
      const second = await stores().articles.page({ limit: 2, after: { windowAt: at(0), id: 'c' } });
      expect(second).toMatchObject({ articles: [{ id: 'b' }, { id: 'a' }], next: null });
    });

    it('go on from a cursor whose article is not there', async () => {
      await insert(['a', 'c'].map((id) => anArticle(id)));
      expect(await ids({ after: { windowAt: at(0), id: 'b' } })).toEqual(['a']);
      expect(await ids({ after: { windowAt: at(-1), id: 'z' } })).toEqual([]);
    });

    it('reach from the start of the span on to before its end', async () => {
      await insert([-1, 0, 1, 2].map((minute) => anArticle(`at ${minute}`, { windowAt: at(minute) })));
      expect(await ids({ from: at(0), to: at(2) })).toEqual(['at 1', 'at 0']);
      expect(await ids({ from: at(1) })).toEqual(['at 2', 'at 1']);
      expect(await ids({ to: at(0) })).toEqual(['at -1']);
      expect(await ids({ from: at(1), to: at(1) })).toEqual([]);
    });

    it('let nothing pass through an empty list', async () => {
      await insert([anArticle('one', { analysis: anAnalysis() })]);
      for (const part of ['sources', 'languages', 'themes', 'abouts', 'polarity', 'terms'] as const)
        expect(await stores().articles.page({ limit: 5, [part]: [] })).toEqual({ articles: [], next: null });
    });

    it('leave articles without analysis out where themes, relevance or polarity are asked for', async () => {
      await insert([
        anArticle('bare'),
        anArticle('analysed', { analysis: anAnalysis({ themes: ['trade'] }) }),
      ]);
      expect(await ids({})).toEqual(['bare', 'analysed']);
      expect(await ids({ themes: ['trade'] })).toEqual(['analysed']);
      expect(await ids({ abouts: ['both', 'pakistan', 'afghanistan', 'neither'] })).toEqual(['analysed']);
      expect(await ids({ polarity: ['negative', 'neutral', 'positive'] })).toEqual(['analysed']);
    });

    it('take the analysed language, and before analysis the stated one', async () => {
      await insert([
        anArticle('stated', { language: 'fa' }),
        anArticle('analysed', { language: 'fa', analysis: anAnalysis({ language: 'prs' }) }),
        anArticle('neither', { language: null }),
      ]);
      expect(await ids({ languages: ['fa'] })).toEqual(['stated']);
      expect(await ids({ languages: ['prs', 'en'] })).toEqual(['analysed']);
    });

    it('hold an article once though it has several of the themes', async () => {
      await insert([anArticle('one', { analysis: anAnalysis({ themes: ['trade', 'water'] }) })]);
      expect(await ids({ themes: ['trade', 'water', 'trade'] })).toEqual(['one']);
    });

    it('follow an analysis that was replaced', async () => {
      await insert([anArticle('one', { analysis: anAnalysis({ themes: ['trade'] }) })]);
      const analysis = anAnalysis({ version: 2, themes: ['water'], about: 'pakistan' });
      await stores().articles.saveAnalyses([{ id: 'one', analysis }]);
      expect(await ids({ themes: ['trade'] })).toEqual([]);
      expect(await ids({ themes: ['water'], abouts: ['pakistan'] })).toEqual(['one']);
    });

    it('of one story hold its members', async () => {
      await insert(['a', 'b', 'c'].map((id) => anArticle(id, { analysis: anAnalysis() })));
      await stores().articles.join(['a', 'c'].map((id) => ({ id, storyId: 's', origin: id === 'a' })));
      expect(await ids({ story: 's' })).toEqual(['c', 'a']);
      expect(await ids({ story: 'unknown' })).toEqual([]);
    });

    it('yield each article that passes once and in order, whatever the filter and the limit', async () => {
      const articles = fc.sample(someArticles, { numRuns: 1, seed: 20_260_310 })[0] ?? [];
      await insert(articles);
      await fc.assert(
        fc.asyncProperty(someQuery, fc.integer({ min: 1, max: 25 }), async (query, limit) => {
          const expected = idsOf(articles.filter((article) => passes(article, query)).sort(newestFirst));
          expect(await walk(stores(), { ...query, limit })).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    });
  });
}

const SOURCES = ['s1', 's2', 's3'];
const THEMES = ['trade', 'water', 'border'];
const LANGUAGES = ['en', 'ur'];
const ABOUTS = ['both', 'pakistan'] as const;
const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });

const someAnalysis = fc.record({
  themes: fc.subarray(THEMES),
  language: fc.constantFrom(...LANGUAGES),
  about: fc.constantFrom(...ABOUTS),
  sentiment: fc.constantFrom(scoredAs(-0.5), scoredAs(0), {
    scored: false as const,
    reason: 'no scored word' as const,
    raw: null,
  }),
});

const someCorrection = fc
  .record({
    themes: fc.option(fc.subarray(THEMES)),
    polarity: fc.constantFrom(null, 'negative' as const, 'neutral' as const, 'not scored' as const),
    about: fc.constantFrom(null, ...ABOUTS),
  })
  .map(aCorrection);

const someArticles = fc
  .array(
    fc.record({
      sourceId: fc.constantFrom(...SOURCES),
      windowAt: fc.integer({ min: 0, max: 9 }).map(at),
      analysis: fc.option(someAnalysis.map(anAnalysis), { nil: null, freq: 5 }),
      correction: fc.option(someCorrection, { nil: null, freq: 1 }),
    }),
    { minLength: 50, maxLength: 50 },
  )
  .map((rows) => rows.map((row, i) => anArticle(`id-${String((i * 37) % 50).padStart(2, '0')}`, row)));

type Filter = Omit<ArticleQuery, 'limit' | 'after'>;

const someQuery: fc.Arbitrary<Filter> = fc
  .record({
    sources: some(SOURCES),
    themes: some(THEMES),
    languages: some(LANGUAGES),
    abouts: some(ABOUTS),
    polarity: some(['negative', 'neutral'] as const),
    corrected: fc.constantFrom(undefined, undefined, true, false),
    from: fc.option(fc.integer({ min: 0, max: 5 }).map(at), { nil: undefined }),
    to: fc.option(fc.integer({ min: 5, max: 10 }).map(at), { nil: undefined }),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)));

function passes(article: Article, query: Filter): boolean {
  const { analysis, correction } = article;
  const found = analysis?.sentiment.scored ? analysis.sentiment.polarity : null;
  const tone = correction?.polarity ?? found;
  const polarity = analysis && tone !== 'not scored' ? tone : null;
  const themes = analysis ? (correction?.themes ?? analysis.themes.map(({ id }) => id)) : [];
  const has = <T>(wanted: T[] | undefined, value: T | null | undefined) =>
    !wanted || (value !== null && value !== undefined && wanted.includes(value));
  return (
    has(query.sources, article.sourceId) &&
    has(query.languages, analysis?.language ?? article.language) &&
    has(query.abouts, analysis && (correction?.about ?? analysis.relevance.about)) &&
    has(query.polarity, polarity) &&
    (!query.themes || themes.some((theme) => query.themes?.includes(theme))) &&
    (query.corrected === undefined || query.corrected === (correction !== null)) &&
    (!query.from || article.windowAt >= query.from) &&
    (!query.to || article.windowAt < query.to)
  );
}

function newestFirst(a: Article, b: Article): number {
  return b.windowAt.getTime() - a.windowAt.getTime() || (a.id < b.id ? 1 : -1);
}

async function walk(stores: Stores, query: ArticleQuery): Promise<string[]> {
  const seen: string[] = [];
  let after: ArticleCursor | null = null;
  do {
    const page: Awaited<ReturnType<Stores['articles']['page']>> = await stores.articles.page(
      after ? { ...query, after } : query,
    );
    expect(page.articles.length).toBeLessThanOrEqual(query.limit);
    seen.push(...idsOf(page.articles));
    after = page.next;
  } while (after);
  return seen;
}
