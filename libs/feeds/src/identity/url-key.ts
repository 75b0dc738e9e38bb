import { stableId } from '#domain/hash.js';
import type { Item } from '../read/item.js';
import { ampCacheTarget } from './address/amp-cache.js';
import { plainHost } from './address/plain-host.js';
import { plainPath } from './address/plain-path.js';
import { plainQuery } from './address/plain-query.js';
import { plainSegments } from './address/plain-segment.js';
import { resolveRedirector } from './redirector/resolve-redirector.js';

/** The version of the rules below. Raised with every change of what they make of any address: articles are re-keyed then. */
export const URL_KEY_VERSION = 2;

/**
 * The canonical form of an article's address, the same for all spellings of one address; null where it is not http or
 * https. No rule depends on a locale. What is left out or made one, and why no two articles become one by it:
 *
 * | part      | rule                                                        | safe, since                                  |
 * | --------- | ----------------------------------------------------------- | -------------------------------------------- |
 * | scheme    | left out, with credentials and the ports 80 and 443         | sites serve the same by either               |
 * | host      | lower case, punycode, no dot at its end                     | so names are compared                        |
 * | host      | "www.", "m.", "mobile.", "amp." left out                    | these show the same site otherwise           |
 * | host      | a few outlets have one domain of several                    | listed by name, their paths are the same     |
 * | AMP cache | the page that is shown                                      | the cache names it in its address            |
 * | path      | slashes too many, index page, session id left out           | servers take them for the same               |
 * | path      | "/amp" after or before an item, ".amp", outlets' own marks  | the unmarked address is the page, or nothing |
 * | query     | tracking, sessions and AMP switches left out, others sorted | listed by name and, where unsure, by value   |
 * | escapes   | only what must be escaped is                                | the same bytes                               |
 * | fragment  | left out unless it is a route within the page               | a place in a page is not another page        |
 *
 * The case of path and query, other ports, other subdomains and unknown parameters all tell articles apart.
 */
export function urlKeyOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol) || !/[^.]/.test(address.hostname)) return null;
  const shown = ampCacheTarget(address);
  if (shown) return urlKeyOf(shown.href);
  const key = plainAddress(address);
  // What hides the page of a cache may only go with the rest of the noise.
  const hidden = ampCacheTarget(new URL(`https://${key}`));
  return hidden ? urlKeyOf(hidden.href) : key;
}

function plainAddress({ hostname, port, pathname, search, hash }: URL): string {
  const host = plainHost(hostname);
  const place = isDefault(port) ? host : `${host}:${port}`;
  return place + plainPath(pathname, host) + plainQuery(search.slice(1), host) + plainRoute(hash, host);
}

/**
 * What makes an item one article: its address, or the one that its link redirects to; without one its guid within the
 * feed; without either its title and date.
 */
export function itemKey(item: Item, feedId: string): string {
  const link = itemLink(item);
  const urlKey = link === null ? null : urlKeyOf(link);
  if (urlKey !== null) return urlKey;
  if (item.guid !== null) return `guid~${feedId}~${item.guid}`;
  const date = item.publishedAt ?? item.updatedAt;
  return `text~${feedId}~${stableId(item.title, date?.toISOString() ?? '')}`;
}

/** Where an item is read: the original that its feed names, else its link, or what a redirector's link leads to where the item tells; null without a link. */
export function itemLink(
  item: Pick<Item, 'url' | 'guid'> & Partial<Pick<Item, 'originalUrl'>>,
): string | null {
  const link = item.originalUrl ?? item.url;
  return link === null ? null : (resolveRedirector(link, item) ?? link);
}

/** Whether a key is that of an address, rather than of a guid or a text within a feed. */
export function isUrlKey(key: string): boolean {
  return !/^(?:guid|text)~/.test(key);
}

/** Either scheme's, since the scheme is left out. */
function isDefault(port: string): boolean {
  return port === '' || port === '80' || port === '443';
}

/**
 * `#/news/1` or `#!/news/1` names a page of a site that is one document; it may have parameters of its own. What follows
 * `:~:` is a passage to be shown.
 */
function plainRoute(hash: string, host: string): string {
  const [, mark = '', path = '', query = ''] = /^(#!?)(\/[^?]*)\??(.*)$/.exec(hash.split(':~:')[0]!) ?? [];
  const route = `/${plainSegments(path).join('/')}${plainQuery(query, host)}`;
  return route === '/' ? '' : mark + route;
}
