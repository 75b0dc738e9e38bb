import { Parser } from 'htmlparser2';

/** What a document's own declarations make of a name, or undefined where they say nothing about it. */
export type OwnEntities = (name: string) => string | undefined;

const REFERENCE = /&(?:#(?:\d{1,8}|x[\da-f]{1,7})|[a-z_][\w.-]{0,63});/gi;

/** HTML lets some names go without a semicolon, unless they are part of a longer word or of an address. */
const LOOSE_REFERENCE = /&(?:#(?:\d{1,8}|x[\da-f]{1,7})|[a-z][\da-z]{1,31})(?:;|(?![\w=;]))/gi;

const MAX_KNOWN = 5_000;

/** References met before. The brackets mean what they meant to XHTML, whose names feeds use; HTML 5 chose others. */
const known = new Map([
  ['&lang;', '\u2329'],
  ['&rang;', '\u232a'],
]);

/**
 * Replaces character references once: numeric ones, all names that HTML knows, of which XML knows five, and those that
 * the document declares. What is no such reference, like a bare "&", stays as it is.
 */
export function decodeEntities(text: string, own?: OwnEntities): string {
  if (!text.includes('&')) return text;
  if (!own) return text.replace(REFERENCE, decodeReference);
  return text.replace(REFERENCE, (reference) => own(reference.slice(1, -1)) ?? decodeReference(reference));
}

/** The same as browsers do it in the text of a page: some names need no semicolon. */
export function decodeHtmlEntities(text: string): string {
  return text.includes('&') ? text.replace(LOOSE_REFERENCE, decodeLoose) : text;
}

function decodeLoose(reference: string): string {
  if (reference.endsWith(';')) return decodeReference(reference);
  return known.get(reference) ?? remember(reference, looseText(reference));
}

function looseText(reference: string): string {
  const decoded = decodeReference(`${reference};`);
  return reference.startsWith('&#') || htmlText(reference) === decoded ? decoded : reference;
}

function decodeReference(reference: string): string {
  return known.get(reference) ?? remember(reference, numeric(reference) ?? htmlText(reference));
}

function remember(reference: string, decoded: string): string {
  if (known.size < MAX_KNOWN) known.set(reference, decoded);
  return decoded;
}

/** Null for a name, and for numbers that need what HTML knows of them: below 160, where they mean windows-1252, or invalid. */
function numeric(reference: string): string | null {
  if (reference[1] !== '#') return null;
  const hexadecimal = reference[2] === 'x' || reference[2] === 'X';
  const code = Number.parseInt(reference.slice(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
  const isPlain = code >= 160 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isPlain ? String.fromCodePoint(code) : null;
}

function htmlText(html: string): string {
  let text = '';
  new Parser({ ontext: (part) => void (text += part) }).end(html);
  return text;
}
