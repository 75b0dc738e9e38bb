import { Parser } from 'htmlparser2';

/** Their content is not for reading. */
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'noscript', 'object', 'svg', 'head']);

/** Within a line of text; any other element parts words. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Nesting beyond that no reader writes; what follows it is left out. */
const MAX_DEPTH = 200;

/** Read this many characters for each that is asked for, and no more, so that a hostile text costs little. */
const READ_FACTOR = 4;

/** What only markup has; a lone "<" or "<word>" may be meant as text. */
const CLOSING_TAG = /<\/[a-z][a-z\d]*\s*>/i;

export const looksLikeHtml = (text: string) => CLOSING_TAG.test(text);

/**
 * The text of an HTML fragment: no markup, also none that was escaped twice, entities decoded, no control characters,
 * white space folded, at most `maxLength` UTF-16 units.
 */
export function plainText(html: string, maxLength: number): string {
  if (!/[<&]/.test(html)) return foldText(html, maxLength);
  const text = textOf(html, maxLength * READ_FACTOR);
  return foldText(looksLikeHtml(text) ? textOf(text, maxLength * READ_FACTOR) : text, maxLength);
}

/** Folds white space, drops control characters and halves of characters, and cuts at `maxLength` UTF-16 units. */
export function foldText(text: string, maxLength: number): string {
  const folded = text
    .slice(0, maxLength * READ_FACTOR)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return folded
    .slice(0, maxLength)
    .replace(/\p{Cs}/gu, '')
    .trimEnd();
}

function textOf(html: string, enough: number): string {
  const parts: string[] = [];
  let length = 0;
  let depth = 0;
  let silent = 0;
  const add = (text: string) => {
    if (silent > 0) return;
    parts.push(text);
    length += text.length;
    if (length > enough) parser.pause();
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (++depth > MAX_DEPTH) parser.pause();
      if (!INLINE.has(name)) add(' ');
      if (SILENT.has(name)) silent++;
    },
    ontext: add,
    onclosetag: (name) => {
      depth--;
      if (SILENT.has(name)) silent--;
      if (!INLINE.has(name)) add(' ');
    },
  });
  parser.end(html);
  return parts.join('');
}
