import { stableId } from '#domain/hash.js';
import type { Item } from './item.js';

/** Parameters that say how a reader came, not what is read. Lower case; a trailing "*" stands for any ending. */
const TRACKING = [
  ...[
    'utm_*',
    'at_*',
    'ns_*',
    'mc_cid',
    'mc_eid',
    'mkt_tok',
    'wt_*',
    'pk_*',
    'mtm_*',
    'hsa_*',
    'oly_*',
    'vero_*',
  ],
  ...[
    'fbclid',
    'gclid',
    'gclsrc',
    'dclid',
    'gbraid',
    'wbraid',
    'msclkid',
    'yclid',
    'twclid',
    'igshid',
    'ttclid',
  ],
  ...['cmp', 'cmpid', 'icid', 'itid', 'ito', 'ocid', 'smid', 'xtor', 'ref_src', 'ref_url', 'traffic_source'],
  ...[
    '_ga',
    '_gl',
    '_hsenc',
    '_hsmi',
    '__twitter_impression',
    'guccounter',
    'spm',
    'fb_action_ids',
    'fb_source',
  ],
];
const EXACT = new Set(TRACKING.filter((name) => !name.endsWith('*')));
const PREFIXES = TRACKING.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/**
 * The canonical form of an article's address, the same for all spellings of one address; null where it is not http or
 * https. Left out: scheme, credentials, "www.", default port, fragment, tracking parameters, a trailing slash. The
 * remaining parameters are sorted.
 */
export function urlKeyOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname, searchParams } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const host = hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  const place = isDefault(port) ? host : `${host}:${port}`;
  const query = [...searchParams].filter(([name]) => !isTracking(name)).map(encodedPair);
  return place + plainPath(pathname) + (query.length > 0 ? `?${query.sort().join('&')}` : '');
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

function isTracking(name: string): boolean {
  const lower = name.toLowerCase().replace(/^amp;/, '');
  return EXACT.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}

function encodedPair([name, value]: [string, string]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
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
