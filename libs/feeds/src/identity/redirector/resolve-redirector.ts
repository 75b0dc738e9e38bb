import type { Item } from '../../read/item.js';
import { googleNewsTarget } from './google-news-target.js';
import { BY_PARAMETER, BY_PATH, BY_QUERY, OPAQUE } from './redirectors.js';

/** Redirectors that lead to redirectors are followed this far. */
const MAX_HOPS = 5;

/**
 * What a redirector's link leads to, as far as the link or the item tells; nothing is ever fetched. A link that names its
 * target only to its maker gives way to a guid that is an address. Null for a link that is no redirector's, or of one
 * that tells nothing.
 */
export function resolveRedirector(url: string, item: Pick<Item, 'guid'>): string | null {
  const link = readAddress(url);
  if (!link) return null;
  const last = follow(link);
  const target = isOpaque(last) ? (permalinkOf(item.guid) ?? last) : last;
  return target === link ? null : target.href;
}

function follow(link: URL): URL {
  let last = link;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const next = targetOf(last);
    if (!next) break;
    last = next;
  }
  return last;
}

/** The target that an address holds, or null where it holds none. */
function targetOf(url: URL): URL | null {
  const { hostname: host, pathname, search } = url;
  for (const { names } of BY_PARAMETER.filter(matches(url))) {
    const target = firstAddress(names.flatMap((name) => parametersOf(url, name)));
    if (target) return target;
  }
  const [byPath] = BY_PATH.filter(matches(url));
  if (byPath) return readAddress(decoded(byPath.path.exec(pathname)![1]!) + search);
  if (BY_QUERY.test(host)) return readAddress(decoded(search.slice(1)));
  return host === 'news.google.com' ? readAddress(googleNewsTarget(pathname) ?? '') : null;
}

/** An "&" that was escaped once too often leaves `amp;` before the name. */
function parametersOf({ searchParams }: URL, name: string): string[] {
  return [...searchParams]
    .filter(([key]) => key.replace(/^(?:amp;)+/, '') === name)
    .map(([, value]) => value);
}

function firstAddress(candidates: string[]): URL | null {
  return candidates.map(readAddress).find((address) => address !== null) ?? null;
}

/** A guid that is the address of a page, not of a site's first page, and no redirector's. */
function permalinkOf(guid: string | null): URL | null {
  const address = readAddress(guid ?? '');
  if (!address) return null;
  const last = follow(address);
  return isOpaque(last) || last.pathname + last.search === '/' ? null : last;
}

function isOpaque(url: URL): boolean {
  return OPAQUE.some(matches(url));
}

const matches =
  ({ hostname, pathname }: URL) =>
  ({ host, path }: { host: RegExp; path: RegExp }): boolean =>
    host.test(hostname) && path.test(pathname);

function readAddress(text: string): URL | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
}

/** Written with escapes or without; escapes of an address that is written without are its own. */
function decoded(text: string): string {
  if (/^https?:\/\//i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
