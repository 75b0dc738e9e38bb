import Parser from 'rss-parser';

/**
 * An entry as rss-parser gives it from the lean document, whose names are short since it takes time over each character
 * of them, and other than those that it reads in its own way.
 */
export type RawItem = {
  title?: string;
  link?: string;
  guid?: string;
  /** Both of them. */
  url?: string;
  /** The address behind that of a service which counts visits. */
  original?: string;
  /** The summary. */
  text?: string;
  /** The content. */
  full?: string;
  html?: string;
  author?: string;
  /** Publication and update, in milliseconds since 1970. */
  at?: string;
  edit?: string;
  language?: string;
};

/** The feed as rss-parser gives it from the lean document. */
export type RawFeed = {
  title?: string;
  link?: string;
  language?: string;
  ttl?: string;
  updatePeriod?: string;
  updateFrequency?: string;
};

const parser = new Parser<RawFeed, RawItem>({
  customFields: {
    feed: ['updatePeriod', 'updateFrequency'],
    item: ['url', 'original', 'text', 'full', 'html', 'at', 'edit', 'language'],
  },
});

/** What a lean document says. Rejects where it is not valid, which it always is. */
export async function parseLean(xml: string): Promise<RawFeed & { items: RawItem[] }> {
  return parser.parseString(xml);
}
