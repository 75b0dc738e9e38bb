import { normaliseText } from '#text/normalise.js';
import { decodeEntities } from '../html/decode-entities.js';

/** No date that people write is longer. */
const MAX_LENGTH = 200;

const MARKUP = /<!\[CDATA\[|\]\]>|<[^<>]*>/g;
const QUOTES = /["“”„«»`]/g;
const DASHES = /[‐-―−﹣]/g;
const SLASHES = /[⁄∕]/g;
const COMMAS = /[،、，]/g;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * A date as it was found → the same in lower case without accents and bidi marks, with ASCII digits (Arabic, Persian and
 * Urdu, Hindi, full-width), plain hyphens, commas and blanks, without tags and entities that earlier software left, cut to
 * 200 characters. Letters that Arabic and Persian write differently are one; see `#text/normalise.js`.
 */
export function plainDateText(text: string): string {
  const cut = text.trim().slice(0, MAX_LENGTH);
  if (ASCII.test(cut) && !/[<&"`]/.test(cut)) return cut.toLowerCase();
  const decoded = decodeEntities(decodeEntities(cut)).replace(MARKUP, ' ').replace(QUOTES, ' ');
  const plain = decoded.replace(DASHES, '-').replace(SLASHES, '/').replace(COMMAS, ', ').replace(/٫/g, '.');
  return normaliseText(plain);
}
