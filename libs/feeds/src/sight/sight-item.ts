import type { Article, Sighting } from '#domain/article.js';
import type { Feed } from '#domain/feed.js';
import { stableId } from '#domain/hash.js';
import { type SourceRegister } from '#domain/source-register.js';
import { withoutCredentials } from '#domain/without-credentials.js';
import { itemLink, URL_KEY_VERSION } from '../identity/url-key.js';
import { wordingHash } from '../identity/wording.js';
import { authorName } from '../read/author-name.js';
import { summaryOf, type Item } from '../read/item.js';
import { readLanguage } from '../read/read-language.js';
import { searchTerms } from '#text/search-terms.js';

/** The feed through which an item is seen. */
export type FeedView = {
  feed: Pick<Feed, 'id' | 'sourceId' | 'url'>;
  /** Of the items that state none. */
  language: string | null;
  now: Date;
  register: SourceRegister;
};

/** Earlier wordings that are kept: a headline with a clock in it would fill the store otherwise. */
const KEPT_WORDINGS = 50;

export const IDLE = { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null };

/**
 * What the sight of an item makes of its article: a new one, a changed one, or null where nothing changed.
 *
 * An article speaks in the words of its lead feed, the lowest feed id that lists it, and belongs to the registered
 * owner of its host, else to the lead feed's source: so the outcome does not depend on the order of polls. Whatever
 * the analysis depends on raises the revision; an earlier wording is kept where the same feed changed it.
 */
export function sightItem(view: FeedView, urlKey: string, item: Item, found: Article | null): Article | null {
  const sighting = { feedId: view.feed.id, hash: wordingHash(item.title, summaryOf(item)) };
  if (!found) return newArticle(view, urlKey, item, sighting);
  const before = found.seenIn.find(({ feedId }) => feedId === view.feed.id);
  if (before?.hash === sighting.hash) return null;

  const seenIn = [...found.seenIn.filter((seen) => seen !== before), sighting].sort(byFeed);
  const seen = { ...found, seenIn };
  return seenIn[0] === sighting ? inWordsOf(view, item, seen, before !== undefined) : seen;
}

/** The id that an article gets at first sight and keeps. */
const articleIdOf = (urlKey: string): string => stableId(urlKey);

/** An entry that says only when it was last changed appeared at about that time, if not before. */
const datedAt = ({ publishedAt, updatedAt }: Item): Date | null => publishedAt ?? updatedAt;

function newArticle(view: FeedView, urlKey: string, item: Item, sighting: Sighting): Article {
  return {
    id: articleIdOf(urlKey),
    urlKey,
    keyVersion: URL_KEY_VERSION,
    mergedInto: null,
    ...factsOf(view, item, urlKey),
    publishedAt: datedAt(item),
    firstSeenAt: view.now,
    windowAt: datedAt(item) ?? view.now,
    revision: 1,
    history: [],
    seenIn: [sighting],
    analysis: null,
    correction: null,
    corrections: 0,
    story: null,
    settledVersion: 0,
    work: IDLE,
    seq: 0,
  };
}

/** The article in the lead feed's present words. */
function inWordsOf(view: FeedView, item: Item, article: Article, edited: boolean): Article {
  const facts = factsOf(view, item, article.urlKey);
  const reworded = facts.title !== article.title || facts.summary !== article.summary;
  const { sourceId, language, author } = article;
  const moved = facts.sourceId !== sourceId || facts.language !== language || facts.author !== author;
  if (!reworded && !moved) return { ...article, ...facts };
  const { revision, title, summary } = article;
  const earlier = { revision, title, summary, replacedAt: view.now };
  return {
    ...article,
    ...facts,
    revision: revision + 1,
    history: edited && reworded ? [...article.history, earlier].slice(-KEPT_WORDINGS) : article.history,
    settledVersion: 0,
    work: IDLE,
  };
}

type Facts = Pick<Article, 'url' | 'sourceId' | 'title' | 'summary' | 'author' | 'language' | 'terms'>;

function factsOf(view: FeedView, item: Item, urlKey: string): Facts {
  const { title, author } = item;
  const summary = summaryOf(item);
  const link = itemLink(item);
  return {
    url: link ?? withoutCredentials(view.feed.url),
    sourceId: (link && view.register.ownerOf(new URL(link).host)) ?? view.feed.sourceId,
    title: title || link || urlKey,
    summary,
    author: author && authorName(author),
    language: readLanguage(item.language) ?? view.language,
    terms: searchTerms(title, summary),
  };
}

const byFeed = (a: Sighting, b: Sighting): number => (a.feedId < b.feedId ? -1 : 1);
