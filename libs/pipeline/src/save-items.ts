import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Article, leadFeedOf, type Markup } from '#domain/article.js';
import type { Feed } from '#domain/feed.js';
import type { Item } from '#feeds/read/item.js';
import type { FeedMeta } from '#feeds/read/feed-meta.js';
import { readLanguage } from '#feeds/read/read-language.js';
import { itemKey } from '#feeds/identity/url-key.js';
import { sightItem, type FeedView } from '#feeds/sight/sight-item.js';
import type { PipelineDeps } from './deps.js';

/** Ids of the articles that a poll made or changed. */
export type SavedItems = { inserted: string[]; revised: string[] };

/** Articles that one write takes at most, so that a long document does not hold up everyone else. */
const PART = 25;

/** How often a poll looks again at articles that another poll changed under its hands. */
const ROUNDS = 8;

/**
 * Saves the items of one document: one article for each key, new ones inserted, changed ones revised. Where another
 * poll writes the same article at the same time, the second looks again at what the first left.
 */
export async function saveItems(
  feed: Pick<Feed, 'id' | 'sourceId' | 'url' | 'language'>,
  document: { items: Item[]; feed: Pick<FeedMeta, 'language'> },
  now: Date,
  deps: Pick<PipelineDeps, 'articles' | 'register'>,
): Promise<SavedItems> {
  const language = feed.language ?? readLanguage(document.feed.language);
  const view: FeedView = { feed, language, now, register: deps.register };
  const saved: SavedItems = { inserted: [], revised: [] };
  const seen = new Set<string>();
  for (let i = 0; i < document.items.length; i += PART) {
    // A store within this process may never wait for anything; requests and timers get their turn between two parts.
    await nextTurn();
    await savePart(view, firstByKey(document.items.slice(i, i + PART), feed.id, seen), saved, deps);
  }
  return saved;
}

async function savePart(
  view: FeedView,
  part: Map<string, Item>,
  saved: SavedItems,
  deps: Pick<PipelineDeps, 'articles'>,
): Promise<void> {
  let open = part;
  for (let round = 0; open.size > 0; round++) {
    if (round === ROUNDS)
      throw new Error(`feed ${view.feed.id}: ${open.size} articles kept changing while they were saved`);
    open = await saveRound(view, open, saved, deps);
  }
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
  const reworded = changed.filter(({ urlKey, revision }) => revision > stored.get(urlKey)!.revision);
  const led = changed.filter((article) => leadFeedOf(article) === view.feed.id);
  await articles.saveHtml(markupOf(fresh, led, open));
  const inserted = fresh.length > 0 ? await articles.insert(fresh) : [];
  const revised = changed.length > 0 ? await articles.revise(changed) : [];
  saved.inserted.push(...inserted);
  const needsWork = new Set(reworded.map(({ id }) => id));
  saved.revised.push(...revised.filter((id) => needsWork.has(id)));

  const written = new Set([...inserted, ...revised]);
  await articles.saveHtml(
    supersededBy(
      led.filter(({ id }) => written.has(id)),
      stored,
    ),
  );
  const lost = [...fresh, ...changed].filter((article) => !written.has(article.id));
  return new Map(lost.map(({ urlKey }) => [urlKey, open.get(urlKey)!]));
}

/**
 * What the feed that leads these articles gives of them. Kept before the articles, so that a crash leaves none whose
 * markup nobody would fetch again, and as that feed's: where another poll is the first to write one, that has its own.
 */
function markupOf(fresh: Article[], changed: Article[], items: Map<string, Item>): Markup[] {
  const given = (article: Article): Markup => ({
    id: article.id,
    feedId: leadFeedOf(article),
    html: items.get(article.urlKey)?.html ?? null,
  });
  return [...fresh.map(given).filter(({ html }) => html !== null), ...changed.map(given)];
}

/** Forgets what the feeds gave that led these articles before: a lead never goes back. */
function supersededBy(articles: Article[], stored: Map<string, Article>): Markup[] {
  return articles.flatMap((article) => {
    const feedId = leadFeedOf(stored.get(article.urlKey)!);
    return feedId === leadFeedOf(article) ? [] : [{ id: article.id, feedId, html: null }];
  });
}

/**
 * The items whose key was not `seen` before, which is told of them. A document that lists one article twice speaks with
 * its first entry, so that no poll makes revisions of itself.
 */
function firstByKey(items: Item[], feedId: string, seen: Set<string>): Map<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = itemKey(item, feedId);
    if (!seen.has(key)) byKey.set(key, item);
    seen.add(key);
  }
  return byKey;
}
