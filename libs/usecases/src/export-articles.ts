import { ABOUTS } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import type { ArticleCursor } from '#domain/article-query.js';
import { type EffectiveValues, effectiveValues } from '#domain/correction.js';
import type { UseCaseDeps } from './use-case-deps.js';

const PAGE = 500;

/** A stored article without what only the store needs, with what it counts as. */
export type ExportedArticle = Omit<Article, 'terms' | 'work' | 'seq' | 'corrections' | 'windowAt'> & {
  countedAt: Date;
  /** The analysis, with what a correction overrides; null before the first analysis. */
  effective: EffectiveValues | null;
};

/** Every article, newest first: those that are analysed, and with `pending` those that are not yet. */
export async function* exportArticles(
  { stores }: Pick<UseCaseDeps, 'stores'>,
  pending: boolean,
): AsyncGenerator<ExportedArticle> {
  let after: ArticleCursor | null = null;
  do {
    const page = await stores.articles.page({
      ...(!pending && { abouts: [...ABOUTS] }),
      ...(after && { after }),
      limit: PAGE,
    });
    yield* page.articles.map(exported);
    after = page.next;
  } while (after);
}

function exported(article: Article): ExportedArticle {
  const { terms: _terms, work: _work, seq: _seq, corrections: _corrections, windowAt, ...shown } = article;
  const { analysis, correction } = article;
  return { ...shown, countedAt: windowAt, effective: analysis && effectiveValues(analysis, correction) };
}
