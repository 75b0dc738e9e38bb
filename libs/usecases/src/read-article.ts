import type { Article } from '#domain/article.js';
import { NotFoundError } from '#domain/errors.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** Throws NotFoundError. */
export async function readArticle(id: string, { stores }: Pick<UseCaseDeps, 'stores'>): Promise<Article> {
  const article = await stores.articles.get(id);
  if (!article) throw new NotFoundError(`there is no article "${id}"`);
  return article;
}
