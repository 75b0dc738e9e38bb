/** How a cache of AMP pages or a viewer of them names the page: the host, then the way to its address. */
const CACHES: readonly { host: RegExp; path: RegExp }[] = [
  { host: /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/, path: /^\/(?:c|r|v|wp)\/(?:s\/)?(.+)$/ },
  { host: /^(?:www\.)?google(?:\.com?)?\.[a-z]{2,3}$/, path: /^\/amp\/(?:s\/)?(.+)$/ },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/amp\/(?:s\/)?(.+)$/ },
];

/** Pages are cached by the name of their site, never by a number. */
const NAMED = /\.[a-z][a-z\d-]*$/;

/**
 * The page that an address at an AMP cache or viewer shows (`….cdn.ampproject.org/c/s/example.org/a`,
 * `google.com/amp/s/example.org/a`); null for any other address.
 */
export function ampCacheTarget({ hostname, pathname, search }: URL): URL | null {
  const path = pathname.replace(/\/{2,}/g, '/');
  for (const cache of CACHES) {
    const [, page] = (cache.host.test(hostname) && cache.path.exec(path)) || [];
    // Viewers write the page's query into the path.
    const target = page && `https://${search === '' ? page.replace(/%3f/i, '?') : page}${search}`;
    const shown = target && URL.canParse(target) ? new URL(target) : null;
    if (shown && NAMED.test(shown.hostname)) return shown;
  }
  return null;
}
