import type { Feed, RememberedRedirect } from '#domain/feed.js';

/** How often in a row permanent redirects must lead to the same address before it is asked at once. */
export const REMEMBERED_REDIRECTS = 3;

/** The address that a feed moved to by the word of its server, or null while it is not sure enough. */
export function movedTo({ redirect }: Pick<Feed, 'redirect'>): string | null {
  return redirect !== null && redirect.times >= REMEMBERED_REDIRECTS ? redirect.url : null;
}

/**
 * What to remember after a good answer to the registered address, of which permanent redirects led to `permanentUrl`.
 * An answer from an address that is remembered already changes nothing: where it redirects further is followed each time.
 */
export function nextRedirect(
  feed: Pick<Feed, 'redirect'>,
  permanentUrl: string | null,
): RememberedRedirect | null {
  if (movedTo(feed) !== null) return feed.redirect;
  if (permanentUrl === null) return null;
  const times = feed.redirect?.url === permanentUrl ? feed.redirect.times + 1 : 1;
  return { url: permanentUrl, times };
}
