import type { Article } from '#domain/article.js';
import type { Feed } from '#domain/feed.js';
import type { Item } from '#feeds/read/item.js';
import { itemKey } from '#feeds/identity/url-key.js';
import type { PipelineDeps } from './deps.js';
import { sightItem, type FeedView } from './sight-item.js';

/** Ids of the articles that a poll made or changed. */
export type SavedItems = { inserted: string[]; revised: string[] };

/** How often a poll looks again at articles that another poll changed under its hands. */
const ROUNDS = 8;

/**
 * Saves the items of one document: one article for each key, new ones inserted, changed ones revised. Where another
 * poll writes the same article at the same time, the second looks again at what the first left.
 */
export async function saveItems(
  feed: Feed,
  document: { items: Item[]; language: string | null },
  now: Date,
  deps: Pick<PipelineDeps, 'articles' | 'register'>,
): Promise<SavedItems> {
  const view: FeedView = { feed, language: feed.language ?? document.language, now, register: deps.register };
  let open = firstByKey(document.items, feed.id);
  const saved: SavedItems = { inserted: [], revised: [] };
  for (let round = 0; open.size > 0; round++) {
    if (round === ROUNDS)
      throw new Error(`feed ${feed.id}: ${open.size} articles kept changing while they were saved`);
    open = await saveRound(view, open, saved, deps);
  }
  return saved;
}

/** Saves what it can and returns the items whose article moved meanwhile. */
async function saveRound(
  view: FeedView,
  open: Map<string, Item>,
  saved: SavedItems,
  { articles }: Pick<PipelineDeps, 'articles'>,
): Promise<Map<string, Item>> {
  const stored = new Map(
    (await articles.byKeys([...open.keys()])).map((article) => [article.urlKey, article]),
  );
  const fresh: Article[] = [];
  const changed: Article[] = [];
  for (const [key, item] of open) {
    const found = stored.get(key) ?? null;
    const article = sightItem(view, key, item, found);
    if (article) (found ? changed : fresh).push(article);
  }
  const inserted = fresh.length > 0 ? await articles.insert(fresh) : [];
  const revised = changed.length > 0 ? await articles.revise(changed) : [];
  saved.inserted.push(...inserted);
  const needsWork = new Set(changed.filter((article) => article.settledVersion === 0).map(({ id }) => id));
  saved.revised.push(...revised.filter((id) => needsWork.has(id)));

  const written = new Set([...inserted, ...revised]);
  const lost = [...fresh, ...changed].filter((article) => !written.has(article.id));
  return new Map(lost.map(({ urlKey }) => [urlKey, open.get(urlKey)!]));
}

/** A document that lists one article twice speaks with its first entry, so that no poll makes revisions of itself. */
function firstByKey(items: Item[], feedId: string): Map<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = itemKey(item, feedId);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return byKey;
}
