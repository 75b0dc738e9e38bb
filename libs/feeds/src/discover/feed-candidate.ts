/**
 * How a feed's address was come by: the address was the feed's `itself`; the page's HTTP header or a `link` element in
 * its head announced it; a link in its text looks like it; or it is where many sites have theirs.
 */
export const FOUND_BY = ['itself', 'header', 'link', 'anchor', 'guess'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** An address that is likely to be a feed. */
export type FeedCandidate = { url: string; title: string | null; by: FoundBy };

/** A link as a page gives it, before it is resolved. */
export type PageLink = { href: string; type: string; title: string | null; by: FoundBy };
