import { InvalidRequestError } from '#domain/errors.js';
import type { Source } from '#domain/source.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { FeedCandidate, FoundBy } from '#feeds/discover/feed-candidate.js';
import { readAddress } from '#feeds/discover/read-address.js';
import { readLanguage } from '#feeds/read/read-language.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { type FeedPlan, type FeedWish, type NewSource, planFeed } from './plan-feed.js';
import { type PreviewArticle, previewArticles, type PreviewDeps } from './preview-articles.js';
import { previewWarnings } from './preview-warnings.js';
import { type FeedTest, type TestDeps, testFeed } from './test-feed.js';
import { type WatchedFeed, WatchedFeeds } from './watched-feeds.js';

export type PreviewAsk = {
  url: string;
  language?: string | undefined;
  source?: string | NewSource | undefined;
};

/** What a feed holds and what would be stored of it; nothing is stored. */
export type FeedPreview = {
  /** The address to poll: the one given, or that of the feed that its page names. */
  url: string;
  /** The address that answered, after redirects. */
  finalUrl: string;
  by: FoundBy;
  title: string | null;
  link: string | null;
  /** ISO 639, as the feed states it. */
  language: string | null;
  encoding: string;
  source: Source;
  isNewSource: boolean;
  items: number;
  dropped: { index: number; reason: string }[];
  articles: PreviewArticle[];
  warnings: string[];
  others: FeedCandidate[];
};

export type FeedPreviewResult =
  | { ok: true; preview: FeedPreview; wish: FeedWish; watched: WatchedFeed | null }
  | { ok: false; reason: string; others: FeedCandidate[] };

export type PreviewFeedDeps = Pick<UseCaseDeps, 'register'> &
  TestDeps &
  PreviewDeps & { stores: { feeds: Pick<FeedStore, 'list'> } };

/** Items of which the articles are shown. */
const SHOWN = 20;

/**
 * Fetches the feed at an address, or the one that the page there leads to, and says what would be stored of it. Throws
 * InvalidRequestError for an address or a source that cannot be, RetryLaterError where the host is busy.
 */
export async function previewFeed(ask: PreviewAsk, deps: PreviewFeedDeps): Promise<FeedPreviewResult> {
  const test = await testFeed(addressOf(ask.url), deps);
  if (!test.ok) return test;
  const feeds = new WatchedFeeds(await deps.stores.feeds.list());
  const { feed } = test.document;
  const wish = { ...ask, url: test.url, title: feed.title, statedLanguage: feed.language };
  const plan = planFeed(wish, { register: deps.register, isTaken: (id) => feeds.has(id) });
  const watched = feeds.at(test.url, test.finalUrl);
  return { ok: true, wish, watched, preview: await previewOf(test, plan, watched, deps) };
}

/** Throws InvalidRequestError. */
export function addressOf(url: string): string {
  const read = readAddress(url);
  if (!read.ok) throw new InvalidRequestError(`url: ${read.reason}`);
  return read.address;
}

async function previewOf(
  test: FeedTest & { ok: true },
  { registration, source, isNewSource }: FeedPlan,
  watched: WatchedFeed | null,
  deps: PreviewFeedDeps,
): Promise<FeedPreview> {
  const { url, finalUrl, by, others, document, at } = test;
  const { feed, items, dropped } = document;
  const stated = readLanguage(feed.language);
  const register = deps.register.copy();
  register.include([source]);
  const view = { feed: registration, language: registration.language ?? stated, now: at, register };
  return {
    ...{ url, finalUrl, by, others, source, isNewSource, dropped },
    ...{ title: feed.title, link: feed.link, language: stated, encoding: feed.encoding },
    items: items.length,
    articles: await previewArticles(items, SHOWN, view, deps),
    warnings: previewWarnings(test, watched),
  };
}
