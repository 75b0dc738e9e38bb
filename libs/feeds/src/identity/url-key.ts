import { stableId } from '#domain/hash.js';
import type { Item } from '../read/item.js';

/**
 * Parameters that say how a reader came, not what is read; in lower case. Listed are the names in use, since whole
 * prefixes and names that could as well mean an item (`pk_id`, `icid`) would make one article of many.
 */
const TRACKING = new Set(
  [
    'at_bbc_team at_campaign at_campaign_type at_creation at_custom1 at_custom2 at_custom3 at_custom4 at_format',
    'at_link_id at_link_origin at_link_type at_medium at_ptr_name at_ptr_type at_variant',
    'ns_campaign ns_fee ns_linkname ns_mchannel ns_source',
    'pk_campaign pk_content pk_keyword pk_kwd pk_medium pk_source',
    'mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_conv vero_id wt_mc wt_zmc xtor',
    'dclid fbclid gbraid gclid gclsrc igshid msclkid ttclid twclid wbraid yclid',
    'cmp cmpid ocid ref_src ref_url smid spm traffic_source',
    '__twitter_impression _ga _gl _hsenc _hsmi fb_action_ids fb_source guccounter',
  ].flatMap((names) => names.split(' ')),
);

/** Whatever follows these is tracking too. */
const TRACKING_PREFIX = /^(utm|mtm|hsa)_/;

/**
 * The canonical form of an article's address, the same for all spellings of one address; null where it is not http or
 * https. Left out: scheme, credentials, "www.", default port, tracking parameters, a trailing slash, and the fragment
 * unless it is a route within the page. The remaining parameters are sorted.
 */
export function urlKeyOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const host = hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  const place = isDefault(port) ? host : `${host}:${port}`;
  return place + plainPath(pathname) + plainQuery(search.slice(1)) + plainRoute(hash);
}

/**
 * What makes an item one article: its address; without one its guid within the feed; without either its title and date.
 */
export function itemKey(item: Item, feedId: string): string {
  const urlKey = item.url === null ? null : urlKeyOf(item.url);
  if (urlKey !== null) return urlKey;
  if (item.guid !== null) return `guid~${feedId}~${item.guid}`;
  return `text~${feedId}~${stableId(item.title, item.publishedAt?.toISOString() ?? '')}`;
}

/** Either scheme's, since the scheme is left out. */
function isDefault(port: string): boolean {
  return port === '' || port === '80' || port === '443';
}

/** `#/news/1` or `#!/news/1` names a page of a site that is one document; it may have parameters of its own. */
function plainRoute(hash: string): string {
  const [, mark = '', path = '', query = ''] = /^(#!?)(\/[^?]*)\??(.*)$/.exec(hash) ?? [];
  const route = (plainPath(path) || '/') + plainQuery(query);
  return route === '/' ? '' : mark + route;
}

/**
 * Split by hand, since URLSearchParams makes the same character of all bytes that are no UTF-8, as older sites still
 * write them.
 */
function plainQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  const kept = pairs.map(plainPair).filter(([name]) => !isTracking(name));
  const sorted = kept.map((pair) => pair.join('=')).sort();
  return sorted.length > 0 ? `?${sorted.join('&')}` : '';
}

function plainPair(pair: string): [name: string, value: string] {
  const [name = '', ...value] = pair.replaceAll('+', '%20').split('=');
  return [plainSegment(name), plainSegment(value.join('='))];
}

/** Takes the name as it is written in a key. */
function isTracking(name: string): boolean {
  const lower = name.toLowerCase().replace(/^amp%3b/, '');
  return TRACKING.has(lower) || TRACKING_PREFIX.test(lower);
}

function plainPath(path: string): string {
  return path.split('/').map(plainSegment).join('/').replace(/\/+$/, '');
}

/** Decoded and encoded again, so that only what must be escaped is; bytes that are no UTF-8 keep their escapes. */
function plainSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  }
}
