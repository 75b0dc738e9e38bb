import { decodeBody } from '../decode/decode-body.js';
import { foldText } from '../html/plain-text.js';
import { MAX_TITLE } from '../read/item.js';
import { resolveUrl } from '../read/resolve-url.js';
import type { FeedCandidate, PageLink } from './feed-candidate.js';
import { feedKeyOf } from './feed-key.js';
import { looksLikeFeed } from './feed-shape.js';
import { readLinkHeader } from './link-header.js';
import { pageLinks } from './page-links.js';

/** Pages name their feeds in the first of it, and this much is read without holding anyone up. */
const MAX_BYTES = 512 * 1_024;
const MAX_CANDIDATES = 50;

const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|x-rss)(?:\+xml)?|feed\+json)\s*(?:;|$)/i;
const XML_TYPE = /^(?:application|text)\/xml\s*(?:;|$)/i;
const FEED_PATH =
  /(?:^|[/_-])(?:feeds?|rss2?|atom|rdf)(?:\/(?:home|index|latest|all|news|atom|rss2?)?|\.(?:xml|rss|rdf|atom|php|aspx?|json))?$/i;
const FEED_ENDING = /\.(?:rss|atom|rdf)$/i;
const XML_ENDING = /\.xml$/i;
const FEED_QUERY = /[?&](?:feed=(?:rss2?|atom|rdf)|format=(?:feed|rss|atom|xml)|type=(?:rss|atom))(?:&|$)/i;
const OF_COMMENTS = /\bcomments?\b/i;
const OF_THE_SITE = /sitemap|opensearch|xmlrpc|wlwmanifest|oembed/i;

/** Where sites that name no feed have one all the same, the likeliest first. */
const USUAL_PLACES = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml'];

/**
 * The feeds that a document leads to, the best first: those that its `Link` header and its head announce, then links that
 * look like feeds; those of the same site before others; none twice, none of comments, at most 50. A document that is a
 * feed leads to itself. `base` is the address it came from. Never throws.
 */
export function discoverFeeds(
  body: Buffer,
  contentType: string | null,
  base: string,
  linkHeader: string | null = null,
): FeedCandidate[] {
  const { text } = decodeBody(body.subarray(0, MAX_BYTES), contentType);
  if (looksLikeFeed(text)) return [{ url: base, title: null, by: 'itself' }];
  const page = pageLinks(text);
  const from = resolveUrl(page.base ?? '', base) ?? base;
  const announced = [...readLinkHeader(linkHeader ?? ''), ...page.links];
  const found = announced.flatMap((link) => candidateOf(link, from));
  const ranked = found.toSorted((one, other) => rankOf(one, base) - rankOf(other, base));
  return withoutRepeats(ranked, base).slice(0, MAX_CANDIDATES);
}

/** Addresses at which a site is likely to have its feed, the likeliest first: below `base`, then at the root. */
export function usualPlaces(base: string): FeedCandidate[] {
  const { pathname } = new URL(base);
  const below = pathname.endsWith('/') ? 'feed/' : `${pathname}/feed/`;
  const places = [below, ...USUAL_PLACES].map((path) => new URL(path, base).href);
  return [...new Set(places)].map((url) => ({ url, title: null, by: 'guess' }));
}

function candidateOf({ href, type, title: said, by }: PageLink, from: string): FeedCandidate[] {
  const url = resolveUrl(href.replace(/^feed:(?=https?:)/i, ''), from);
  if (url === null) return [];
  const title = foldText(said ?? '', MAX_TITLE) || null;
  const { pathname, search } = new URL(url);
  const isFeed = FEED_TYPE.test(type) || looksLikeFeedAddress(pathname, search, by, type);
  const about = `${pathname} ${search} ${title ?? ''}`;
  if (!isFeed || OF_COMMENTS.test(about) || OF_THE_SITE.test(pathname)) return [];
  return [{ url, title, by }];
}

/** An alternate form of some other type, such as the page in another language, is no feed whatever its address. */
function looksLikeFeedAddress(pathname: string, search: string, by: string, type: string): boolean {
  if (by !== 'anchor' && type !== '' && !XML_TYPE.test(type)) return false;
  const clear = FEED_PATH.test(pathname) || FEED_ENDING.test(pathname) || FEED_QUERY.test(search);
  return clear || XML_ENDING.test(pathname);
}

/** Announced before linked, the same site before others: lower is better; what is equal stays in order. */
function rankOf({ url, by }: FeedCandidate, base: string): number {
  return (isSameSite(new URL(url).hostname, new URL(base).hostname) ? 0 : 1) + (by === 'anchor' ? 2 : 0);
}

function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((host) => host.replace(/^www\./, '')) as [string, string];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The page itself, which was no feed, is a repeat too. */
function withoutRepeats(candidates: FeedCandidate[], base: string): FeedCandidate[] {
  const seen = new Set([feedKeyOf(base)]);
  return candidates.filter(({ url }) => {
    const key = feedKeyOf(url);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
