import { type Article, leadFeedOf } from '#domain/article.js';
import { NotFoundError } from '#domain/errors.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** An article, and its sanitised markup for reading where its feed gave any. */
export type ReadArticle = { article: Article; html: string | null };

/** Of an article that turned out to be another's double, that other. Throws NotFoundError. */
export async function readArticle(
  id: string,
  { stores: { articles } }: Pick<UseCaseDeps, 'stores'>,
): Promise<ReadArticle> {
  let article = await articles.get(id);
  const seen = new Set<string>();
  while (article?.mergedInto && !seen.has(article.id)) {
    seen.add(article.id);
    article = await articles.get(article.mergedInto);
  }
  if (!article) throw new NotFoundError(`there is no article "${id}"`);
  return { article, html: await articles.html(article.id, leadFeedOf(article)) };
}
