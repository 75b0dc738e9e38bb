import type { EntryDraft } from './entry-draft.js';
import type { FeedDocument } from './read-document.js';

/** Characters that XML 1.0 does not allow, and halves of a surrogate pair. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The feed as plain, valid RSS 2.0 that holds only what is used. Summaries are not in `description`, nor dates in
 * `pubDate`, and links and dates are kept all: rss-parser takes time squared over the former, and reads the others its
 * own way.
 */
export function leanXml({ feed, entries }: FeedDocument): string {
  const head = element('title', feed.first('title')) + element('language', feed.first('language'));
  return `<rss version="2.0"><channel>${head}${entries.map(itemXml).join('')}</channel></rss>`;
}

function itemXml(entry: EntryDraft): string {
  const parts = [
    element('base', entry.base),
    element('title', entry.first('title')),
    ...entry.all('link').map((link) => element('href', link)),
    element('guid', entry.first('guid')),
    ...entry.all('when').map((when) => element('when', when)),
    element('author', entry.first('author')),
    element('summary', entry.first('summary')),
    element('language', entry.first('language')),
  ];
  return `<item>${parts.join('')}</item>`;
}

function element(name: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<${name}>${content(text.replace(NOT_XML, ''))}</${name}>`;
}

/** The parser below runs through text many times faster than through CDATA. */
function content(text: string): string {
  if (!/[<&]/.test(text)) return text.replaceAll(']]>', ']]&gt;');
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
