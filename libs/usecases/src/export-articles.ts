import { ABOUTS } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import type { ArticleCursor } from '#domain/article-query.js';
import type { UseCaseDeps } from './use-case-deps.js';

const PAGE = 500;

/** A stored article without what only the store needs. */
export type ExportedArticle = Omit<Article, 'terms' | 'work' | 'seq' | 'windowAt'> & { countedAt: Date };

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

function exported({ terms: _terms, work: _work, seq: _seq, windowAt, ...article }: Article): ExportedArticle {
  return { ...article, countedAt: windowAt };
}
