import { escapeHtml } from '../../html/escape-html.js';
import { looksLikeHtml } from '../../html/looks-like-html.js';
import { sanitiseHtml } from '../../html/sanitise-html.js';
import type { Draft, Ranked } from '../draft.js';
import { MAX_AUTHOR, MAX_CONTENT, MAX_SUMMARY, MAX_TITLE, MAX_URL } from '../item.js';
import { firstDate } from './first-date.js';
import { firstUrl } from './first-url.js';
import { element, rawElement } from './lean-element.js';
import { languageTag } from './language-tag.js';
import { firstPlain, plainValue } from './plain-value.js';

export type EntryContext = {
  /** The author of entries that name none. */
  feedAuthor: string;
  /** The feed's own page: relative links start there where nothing else is known to start from. */
  feedLink: string | null;
  now: Date;
  keepHtml: boolean;
};

/**
 * An entry as an item of the lean document. Of candidates the first is taken that can be read; one address that is also
 * the identifier stands there once, as `url`.
 */
export function leanEntry(entry: Draft, { feedAuthor, feedLink, now, keepHtml }: EntryContext): string {
  if (entry.isEmpty) return '<item></item>';
  const url = firstUrl(entry.all('link'), feedLink);
  const guid = entry.first('guid')?.text.trim().slice(0, MAX_URL);
  const isPermalink = url !== null && url === guid;
  const author = entry.first('author');
  return (
    `<item>${element('title', firstPlain(entry.all('title'), MAX_TITLE))}` +
    (isPermalink ? element('url', url) : element('link', url) + rawElement('guid', guid)) +
    element('text', firstPlain(entry.all('summary'), MAX_SUMMARY)) +
    element('full', firstPlain(contentsOf(entry), MAX_CONTENT)) +
    (keepHtml ? rawElement('html', readable(entry)) : '') +
    element('original', firstUrl(entry.all('original'), feedLink)) +
    element('author', author ? plainValue(author, MAX_AUTHOR) : feedAuthor) +
    element('at', firstDate(entry.all('published'), now)) +
    element('edit', firstDate(entry.all('updated'), now)) +
    element('language', languageOf(entry)) +
    '</item>'
  );
}

/** Of two elements that are equally the summary the second is the place of the longer text. */
function contentsOf(entry: Draft): readonly Ranked[] {
  const contents = entry.all('content');
  if (contents.length > 0) return contents;
  const [first, second] = entry.all('summary');
  return second && second.rank === first?.rank && second.text !== first.text ? [second] : [];
}

/** What the entry says, else what its main text says of itself. */
function languageOf(entry: Draft): string {
  const stated = entry.first('language');
  if (stated) return languageTag(stated.text);
  const main = entry.first('content') ?? entry.first('summary') ?? entry.first('title');
  return main?.language ? languageTag(main.language) : '';
}

function readable(entry: Draft): string | null {
  const value = contentsOf(entry)[0] ?? entry.first('summary');
  if (!value) return null;
  const { kind, text, base } = value;
  return sanitiseHtml(kind === 'html' || looksLikeHtml(text) ? text : escapeHtml(text), base);
}
