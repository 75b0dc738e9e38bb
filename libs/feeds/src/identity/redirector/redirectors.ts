/** Redirectors that hold their target in a parameter; the first name that holds one counts. */
export const BY_PARAMETER: readonly { host: RegExp; path: RegExp; names: string[] }[] = [
  {
    host: /^(?:www\.|news\.)?google(?:\.com?)?\.[a-z]{2,3}$/,
    path: /^\/(?:news\/)?url$/,
    names: ['url', 'q'],
  },
  { host: /^consent\.google\.com$/, path: /^\/ml?$/, names: ['continue'] },
  { host: /^(?:[a-z]+\.)?facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^l\.(?:instagram\.com|messenger\.com|threads\.(?:net|com)|wl\.co)$/, path: /^\//, names: ['u'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, names: ['url'] },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, names: ['uddg'] },
  { host: /^out\.reddit\.com$/, path: /^\//, names: ['url'] },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, names: ['url'] },
  { host: /^(?:m\.)?vk\.com$/, path: /^\/away(?:\.php)?$/, names: ['to'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
  { host: /^(?:www\.)?flipboard\.com$/, path: /^\/redirect$/, names: ['url'] },
  { host: /^getpocket\.com$/, path: /^\/redirect$/, names: ['url'] },
];

/** Redirectors that hold their target in the path. */
export const BY_PATH: readonly { host: RegExp; path: RegExp }[] = [
  { host: /^r\.search\.yahoo\.com$/, path: /\/RU=([^/]+)\/R[KS]=/ },
  { host: /(?:^|\.)rd\.yahoo\.com$/, path: /\/\*(?:-)?(https?(?::|%3a).+)$/i },
];

/** Redirectors whose whole query is the target. */
export const BY_QUERY = /^href\.li$/;

/** Redirectors that say nothing of their target. */
export const OPAQUE: readonly { host: RegExp; path: RegExp }[] = [
  { host: /^news\.google\.com$/, path: /\/(?:articles|read)\// },
  { host: /^feedproxy\.google\.com$/, path: /^\// },
  { host: /^feeds?\./, path: /^\/~r\// },
  { host: /^(?:bit\.ly|buff\.ly|dlvr\.it|ift\.tt|ow\.ly|t\.co|trib\.al)$/, path: /^\/./ },
];
