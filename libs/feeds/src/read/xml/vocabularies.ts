/**
 * The vocabularies that feeds are written in. `core` is that of the document's root: RSS of any version, Atom or CDF;
 * `atom` is Atom within another; `other` is any that is not known, and nothing in it is mistaken for what it is not.
 */
export type Vocabulary =
  | 'core'
  | 'atom'
  | 'rdf'
  | 'dc'
  | 'dcterms'
  | 'content'
  | 'media'
  | 'itunes'
  | 'sy'
  | 'feedburner'
  | 'prism'
  | 'xhtml'
  | 'other';

/** Addresses without scheme and without trailing "/" or "#", since those are where feeds differ. */
const ADDRESSES: [Vocabulary, ...string[]][] = [
  [
    'core',
    '',
    'purl.org/rss/1.0',
    'purl.org/net/rss1.1',
    'my.netscape.com/rdf/simple/0.9',
    'channel.netscape.com/rdf/simple/0.9',
    'my.netscape.com/publish/formats/rss-0.91.dtd',
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'backend.userland.com/rss091',
    'backend.userland.com/rss092',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss/rss.html',
    'www.rssboard.org/rss-specification',
  ],
  ['atom', 'www.w3.org/2005/atom', 'purl.org/atom/ns', 'purl.org/echo', 'purl.org/pie', 'example.com/necho'],
  ['rdf', 'www.w3.org/1999/02/22-rdf-syntax-ns'],
  ['dc', 'purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0', 'purl.org/metadata/dublin_core'],
  ['dcterms', 'purl.org/dc/terms'],
  ['content', 'purl.org/rss/1.0/modules/content'],
  ['media', 'search.yahoo.com/mrss', 'video.search.yahoo.com/mrss', 'www.rssboard.org/media-rss'],
  ['itunes', 'www.itunes.com/dtds/podcast-1.0.dtd', 'example.com/dtds/podcast-1.0.dtd'],
  ['sy', 'purl.org/rss/1.0/modules/syndication'],
  ['feedburner', 'rssnamespace.org/feedburner/ext/1.0'],
  ['prism', 'prismstandard.org/namespaces/basic/2.0', 'prismstandard.org/namespaces/1.2/basic'],
  ['xhtml', 'www.w3.org/1999/xhtml'],
];

/** What a prefix means that a document uses without declaring it. */
const CUSTOMARY = new Map<string, Vocabulary>([
  ['', 'core'],
  ['rss', 'core'],
  ['rss2', 'core'],
  ['atom', 'atom'],
  ['atom10', 'atom'],
  ['atom03', 'atom'],
  ['a10', 'atom'],
  ['rdf', 'rdf'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['dct', 'dcterms'],
  ['content', 'content'],
  ['media', 'media'],
  ['itunes', 'itunes'],
  ['sy', 'sy'],
  ['feedburner', 'feedburner'],
  ['prism', 'prism'],
  ['xhtml', 'xhtml'],
]);

const BY_ADDRESS = new Map(
  ADDRESSES.flatMap(([vocabulary, ...addresses]) =>
    addresses.map((address) => [address, vocabulary] as const),
  ),
);

/** The vocabulary that a namespace's address stands for. */
export function vocabularyOf(address: string): Vocabulary {
  return BY_ADDRESS.get(plainAddress(address)) ?? 'other';
}

/** The vocabulary of a prefix that is not declared. */
export function customaryVocabulary(prefix: string): Vocabulary {
  return CUSTOMARY.get(prefix) ?? 'other';
}

/** Namespaces are compared by this; at most so much of an address matters. */
export function plainAddress(address: string): string {
  return address
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
}
