import type { Feed } from '#domain/feed.js';
import { feedKeyOf } from '#feeds/discover/feed-key.js';

export type WatchedFeed = Pick<Feed, 'id' | 'url' | 'status' | 'redirect'>;

/** The feeds that are stored, by the addresses they are asked at, however those are spelt. */
export class WatchedFeeds {
  private readonly byKey = new Map<string, WatchedFeed>();
  private readonly ids = new Set<string>();

  constructor(feeds: readonly WatchedFeed[]) {
    feeds.forEach((feed) => this.enter(feed));
  }

  enter(feed: WatchedFeed): void {
    this.ids.add(feed.id);
    for (const { url } of feed.redirect ? [feed, feed.redirect] : [feed]) {
      const key = feedKeyOf(url);
      if (!this.byKey.has(key)) this.byKey.set(key, feed);
    }
  }

  /** The feed that is asked at one of these addresses, or led there by its redirects. */
  at(...urls: string[]): WatchedFeed | null {
    const found = urls.map((url) => this.byKey.get(feedKeyOf(url)));
    return found.find((feed) => feed !== undefined) ?? null;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }
}
