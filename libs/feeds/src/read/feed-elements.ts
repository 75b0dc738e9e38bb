import type { ElementUse, Slot } from './draft.js';
import type { Vocabulary } from './xml/vocabularies.js';

const ranked = (slot: Slot, ...names: string[]) =>
  names.map((name, rank) => [name, { slot, rank: rank + 1 }] as const);

/**
 * Elements by vocabulary and name; without a vocabulary it is the document's own. Within a slot the first is preferred:
 * what the format itself says before what a module repeats.
 */
const ENTRY_ELEMENTS = new Map<string, ElementUse>([
  ...ranked('title', 'title', 'atom:title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title'),
  ...ranked(
    'summary',
    ...['description', 'abstract', 'atom:summary', 'dc:description', 'dcterms:abstract'],
    ...['itunes:summary', 'media:description', 'itunes:subtitle'],
  ),
  // RSS may have it beside a description, which is then as good.
  ['summary', { slot: 'summary', rank: 1 }],
  ...ranked(
    'content',
    'content:encoded',
    'content',
    'atom:content',
    'xhtml:body',
    'xhtml:div',
    'body',
    'fullitem',
    'fulltext',
  ),
  ...ranked(
    'author',
    ...[
      'atom:author',
      'author',
      'dc:creator',
      'dcterms:creator',
      'itunes:author',
      'dc:author',
      'managingeditor',
    ],
  ),
  ...ranked('guid', 'guid', 'id', 'atom:id', 'dc:identifier', 'dcterms:identifier'),
  ...ranked('language', 'language', 'dc:language', 'dcterms:language'),
  ['link', { slot: 'link', rank: 2 }],
  ['atom:link', { slot: 'link', rank: 3 }],
  // Better than no address at all.
  ['feedburner:origlink', { slot: 'original', rank: 1, also: { slot: 'link', rank: 30 } }],
  ...ranked(
    'published',
    ...[
      'pubdate',
      'published',
      'atom:published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'prism:publicationdate',
    ],
    ...['dcterms:available', 'created', 'dcterms:created', 'dcterms:date', 'date'],
  ),
  // It may mean either.
  ['dc:date', { slot: 'published', rank: 6, also: { slot: 'updated', rank: 8 } }],
  ...ranked('updated', 'updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'lastmod'),
]);

const FEED_ELEMENTS = new Map<string, ElementUse>([
  ...ranked('title', 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'),
  ...ranked('link', 'link', 'atom:link'),
  ...ranked('language', 'language', 'dc:language', 'dcterms:language'),
  ...ranked('author', 'author', 'atom:author'),
  ...ranked('ttl', 'ttl'),
  ...ranked('updatePeriod', 'sy:updateperiod'),
  ...ranked('updateFrequency', 'sy:updatefrequency'),
]);

/** What an element directly within an entry is for; names in lower case. */
export function entryUse(vocabulary: Vocabulary, local: string): ElementUse | undefined {
  return ENTRY_ELEMENTS.get(qualified(vocabulary, local));
}

/** What an element directly within the feed is for; names in lower case. */
export function feedUse(vocabulary: Vocabulary, local: string): ElementUse | undefined {
  return FEED_ELEMENTS.get(qualified(vocabulary, local));
}

function qualified(vocabulary: Vocabulary, local: string): string {
  return vocabulary === 'core' ? local : `${vocabulary}:${local}`;
}
