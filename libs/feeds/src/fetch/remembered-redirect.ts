import type { Feed, RememberedRedirect } from '#domain/feed.js';
import { DAY_MS } from '#domain/window.js';
import { withoutCredentials } from '#domain/without-credentials.js';

/** How often in a row permanent redirects must lead to the same address before it is asked at once. */
export const REMEMBERED_REDIRECTS = 3;

/** How often the whole document is asked for, since servers are wrong about what changed. In milliseconds. */
export const UNCONDITIONAL_EVERY_MS = DAY_MS;

export type MovableFeed = Pick<Feed, 'url' | 'redirect' | 'unconditionalAt' | 'lastPolledAt' | 'failures'>;

/** The address that a feed moved to by the word of its server, or null while it is not sure enough. */
export function movedTo({ redirect }: Pick<Feed, 'redirect'>): string | null {
  return redirect !== null && redirect.times >= REMEMBERED_REDIRECTS ? redirect.url : null;
}

/** Whether a whole document is asked for, without conditions. */
export function isWholeDue({ unconditionalAt }: Pick<Feed, 'unconditionalAt'>, now: Date): boolean {
  return unconditionalAt === null || now.getTime() - unconditionalAt.getTime() >= UNCONDITIONAL_EVERY_MS;
}

/**
 * The address to ask at `now`: where the feed moved to, and once a day the registered one, whose word it was. While polls
 * fail the two take turns, so that neither can hold the feed for good.
 */
export function addressToAsk(feed: MovableFeed, now: Date): string {
  const moved = movedTo(feed);
  // After a failure it counts who was asked then, whatever has become due since.
  const began = feed.failures > 0 ? (feed.lastPolledAt ?? now) : now;
  const isOthersTurn = feed.failures % 2 === 1;
  return moved === null || isWholeDue(feed, began) !== isOthersTurn ? feed.url : moved;
}

/**
 * What to remember after a good answer, of which permanent redirects led to `permanentUrl`. Only the registered address
 * says where the feed moved to: where the new one redirects further is followed each time. The address of a feed with a
 * password is never forgotten for one that is asked without.
 */
export function nextRedirect(
  feed: MovableFeed,
  asked: string,
  permanentUrl: string | null,
): RememberedRedirect | null {
  if (asked !== feed.url) return feed.redirect;
  if (permanentUrl === null || withoutCredentials(feed.url) !== feed.url) return null;
  const before = feed.redirect?.url === permanentUrl ? feed.redirect.times : 0;
  return { url: permanentUrl, times: Math.min(before + 1, REMEMBERED_REDIRECTS) };
}
