import { decodeEntities } from './decode-entities.js';
import { htmlText } from './html-text.js';
import { holdsMarkup, looksLikeHtml } from './looks-like-html.js';

/** Read this many characters for each that is asked for, and no more, so that a hostile text costs little. */
const READ_FACTOR = 4;

/** What folding may change: white space other than single blanks, control characters, halves of characters. */
const UNFOLDED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ud800-\udfff\ufffe\uffff]| {2}/;

/** Control characters that are not white space, halves of characters, and what is no character at all. */
const UNREADABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** White space other than a single blank. */
const SPACED = /\s{2,}|[^\S ]/g;

/** So often is a text taken apart that turns out to be the source of another. */
const MAX_ROUNDS = 5;

/**
 * The text of an HTML fragment: no markup, also none that was escaped twice, entities decoded, no control characters,
 * white space folded, at most `maxLength` UTF-16 units. Takes time in proportion to `maxLength` and the fragment.
 */
export function plainText(html: string, maxLength: number): string {
  let text = html;
  for (let round = 0; round < MAX_ROUNDS && (round === 0 || holdsMarkup(text)); round++)
    text = htmlText(text, maxLength * READ_FACTOR);
  return foldText(text, maxLength);
}

/**
 * A text that claims to be plain, folded and cut like {@link plainText}. Markup is taken out only where it cannot be meant
 * as text; references are decoded, since hardly anybody writes about "&#8217;" and many escape it twice.
 */
export function plainTextOfText(text: string, maxLength: number): string {
  if (looksLikeHtml(text)) return plainText(text, maxLength);
  return foldText(decodeEntities(text), maxLength);
}

/** Folds white space, drops control characters and halves of characters, and cuts at `maxLength` UTF-16 units. */
export function foldText(text: string, maxLength: number): string {
  if (text.length <= maxLength && isFolded(text)) return text;
  const folded = text
    .slice(0, maxLength * READ_FACTOR)
    .replace(UNREADABLE, '')
    .replace(SPACED, ' ')
    .trim();
  return cutText(folded, maxLength);
}

function isFolded(text: string): boolean {
  return !text.startsWith(' ') && !text.endsWith(' ') && !UNFOLDED.test(text);
}

/** The beginning of a folded text, at most `maxLength` UTF-16 units, which ends neither in a blank nor in half a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
