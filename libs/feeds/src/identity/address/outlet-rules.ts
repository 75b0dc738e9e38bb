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
  {
    host: /^(?:(?:.+\.)?dawn\.com|dawnnews\.tv|brecorder\.com|(?:english\.)?aaj\.tv)$/,
    path: /^\/news\/(?:amp\/)?(\d{4,})(?:\/[^/]+)?$/,
    to: '/news/$1',
  },
  // /latest/458487-slug, /amp/458487-slug, /print/458487-slug and each without the slug: numbers of all three are one row
  {
    host: /^(?:(?:urdu\.)?geo\.tv|thenews\.com\.pk)$/,
    path: /^\/(?:latest|amp|print)\/(\d{4,})(?:-[^/]*)?$/,
    to: '/latest/$1',
  },
  // /story/2450667/slug, /story/2450667/10 of its section and /story/2450667
  { host: /^(?:tribune\.com|express)\.pk$/, path: /^\/story\/(\d{4,})(?:\/[^/]+)?$/, to: '/story/$1' },
  // /slug/amp, where one word may be the whole slug
  {
    host: /^(?:urdu\.)?arynews\.tv$/,
    path: /^\/(?!(?:author|category|tag)\/)([^/]+)\/amp$/,
    to: '/$1',
  },
  // /a/slug/32469127.html, /a/32469127.html and /amp/slug/32469127.html of the services of RFE/RL and VOA
  {
    host: /(?:^|\.)(?:rferl\.org|azadiradio\.com|mashaalradio\.com|radiofarda\.com|(?:dari|pashto|urdu)voa\.com|voa(?:deewaradio|news)\.com)$/,
    path: /^\/(?:a|amp)\/(?:[^/]+\/)?(\d{4,}\.html)$/,
    to: '/a/$1',
  },
  // …/amp_articleshow/104567890.cms
  { host: /(?:^|\.)indiatimes\.com$/, path: /\/amp_articleshow\/(\d+\.cms)$/, to: '/articleshow/$1' },
  // /world-news/slug-101684159619826-amp.html
  { host: /^hindustantimes\.com$/, path: /^(\/.+-\d{8,})-amp(\.html)$/, to: '$1$2' },
  // /news/international/slug/article67515012.ece and /article67515012.ece
  { host: /^thehindu\.com$/, path: /^(?:\/.+)?(\/article\d{6,}\.ece)$/, to: '$1' },
  // /article/world/slug-8999999/lite
  { host: /^indianexpress\.com$/, path: /^(\/article\/.+-\d{5,})\/lite$/, to: '$1' },
  // /urdu/articles/c1234567890o.lite
  { host: /^bbc\.com$/, path: /^(\/.+)\.lite$/, to: '$1' },
  // /en/slug/a-79247266 and /en/a-79247266
  { host: /^dw\.com$/, path: /^(\/[a-z]{2}(?:-[a-z]{2})?)\/[^/]+(\/a-\d{5,})$/, to: '$1$2' },
  // /en/news/2023/09/16/2956946/slug and the same without the slug
  { host: /^tasnimnews\.(?:com|ir)$/, path: /^(\/[a-z]{2}\/news(?:\/\d+){3}\/\d{5,})\/[^/]+$/, to: '$1' },
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
