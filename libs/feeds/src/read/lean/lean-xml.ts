import type { FeedDocument } from '../feed-document.js';
import { MAX_AUTHOR, MAX_TITLE } from '../item.js';
import { firstUrl } from './first-url.js';
import { element } from './lean-element.js';
import { leanEntry } from './lean-entry.js';
import { languageTag } from './language-tag.js';
import { firstPlain, plainValue } from './plain-value.js';

/** Numbers and words of pace are short, in UTF-16 units. */
const MAX_NUMBER = 40;

/**
 * The feed as plain, valid RSS 2.0 that holds only what is used, with texts already plain. Summaries are not in
 * `description`, nor dates in `pubDate`: rss-parser takes time squared over the former, and reads the latter its own way.
 */
export function leanXml({ feed, entries }: FeedDocument, context: { now: Date; keepHtml: boolean }): string {
  const feedLink = firstUrl(feed.all('link'), null);
  const feedAuthor = plainValue(feed.first('author'), MAX_AUTHOR);
  const entryContext = { ...context, feedAuthor, feedLink };
  const parts = [
    '<rss version="2.0"><channel>',
    element('title', firstPlain(feed.all('title'), MAX_TITLE)),
    element('link', feedLink),
    element('language', languageTag(feed.first('language')?.text ?? '')),
    element('ttl', plainValue(feed.first('ttl'), MAX_NUMBER)),
    element('updatePeriod', plainValue(feed.first('updatePeriod'), MAX_NUMBER)),
    element('updateFrequency', plainValue(feed.first('updateFrequency'), MAX_NUMBER)),
    ...entries.map((entry) => leanEntry(entry, entryContext)),
    '</channel></rss>',
  ];
  return parts.join('');
}
