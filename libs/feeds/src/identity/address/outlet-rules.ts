/** Hosts that serve the very paths of another one, since an outlet has moved or greets its readers by country. */
export const SAME_SITE: ReadonlyMap<string, string> = new Map([
  ['bbc.co.uk', 'bbc.com'],
  ['edition.cnn.com', 'cnn.com'],
  ['economictimes.com', 'economictimes.indiatimes.com'],
  ['timesofindia.com', 'timesofindia.indiatimes.com'],
]);

type OutletRule = { host: RegExp; path: RegExp; to: string };

/**
 * Outlets whose short, AMP or mobile addresses differ from the full one by more than a mark, while a number or token of
 * theirs names the article by itself. The path is that of a key: no slash at its end, escapes in capitals.
 */
export const OUTLET_RULES: readonly OutletRule[] = [
  // /news/1855386/slug, /news/1855386 and /news/amp/1855386
  { host: /^dawn\.com$/, path: /^\/news\/(?:amp\/)?(\d{4,})(?:\/[^/]+)?$/, to: '/news/$1' },
  // /a/slug/32469127.html, /a/32469127.html and /amp/slug/32469127.html of the services of RFE/RL and VOA
  {
    host: /(?:^|\.)(?:rferl\.org|azadiradio\.com|mashaalradio\.com|radiofarda\.com|(?:dari|pashto|urdu)voa\.com|voa(?:deewaradio|news)\.com)$/,
    path: /^\/(?:a|amp)\/(?:[^/]+\/)?(\d{4,}\.html)$/,
    to: '/a/$1',
  },
  // …/amp_articleshow/104567890.cms
  { host: /(?:^|\.)indiatimes\.com$/, path: /\/amp_articleshow\/(\d+\.cms)$/, to: '/articleshow/$1' },
  // /article/world/slug-8999999/lite
  { host: /^indianexpress\.com$/, path: /^(\/article\/.+-\d{5,})\/lite$/, to: '$1' },
  // /rss/articles/CBMi…, /read/CBMi… and /__i/rss/rd/articles/CBMi…
  {
    host: /^news\.google\.com$/,
    path: /^\/(?:__i\/)?(?:rss\/)?(?:rd\/)?(?:articles|read)\/([\w-]+)$/,
    to: '/articles/$1',
  },
];

/** The full address's path where the outlet is known to have others for the same article. */
export function outletPath(host: string, path: string): string {
  const rule = OUTLET_RULES.find((one) => one.host.test(host) && one.path.test(path));
  return rule ? path.replace(rule.path, rule.to) : path;
}
