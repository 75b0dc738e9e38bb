import type { Article } from '#domain/article.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { itemKey } from '#feeds/identity/url-key.js';
import type { Item } from '#feeds/read/item.js';
import { type FeedView, sightItem } from '#feeds/sight/sight-item.js';

/** An article as it would be stored, with the id of the one that is there already, or null. */
export type PreviewArticle = { article: Article; known: string | null };

export type PreviewDeps = { stores: { articles: Pick<ArticleStore, 'byKeys'> } };

/**
 * The articles that the first items of a document would become: one for each key, in the words of its first entry, the
 * same as a poll makes of them.
 */
export async function previewArticles(
  items: readonly Item[],
  limit: number,
  view: FeedView,
  { stores }: PreviewDeps,
): Promise<PreviewArticle[]> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = itemKey(item, view.feed.id);
    if (!byKey.has(key)) byKey.set(key, item);
    if (byKey.size === limit) break;
  }
  const known = await stores.articles.byKeys([...byKey.keys()]);
  const ids = new Map(known.map(({ urlKey, id }) => [urlKey, id]));
  return [...byKey].flatMap(([key, item]) => {
    const article = sightItem(view, key, item, null);
    return article ? [{ article, known: ids.get(key) ?? null }] : [];
  });
}
