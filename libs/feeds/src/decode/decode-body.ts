import { isAscii, isUtf8 } from 'node:buffer';
import { utf8Damage } from './broken-utf8.js';
import { isWide, readMark, wideShapeOf } from './byte-order.js';
import { charsetOf, declaredEncoding, declaredInEbcdic } from './declared-charset.js';
import { decodeBytes } from './decode-bytes.js';
import { isEbcdic, startsInEbcdic } from './ebcdic.js';
import { encodingOf } from './encoding-labels.js';
import { hasJapaneseEscape } from './escaped-charsets.js';
import { guessEncoding } from './guess-encoding.js';

/** `encoding` is the WHATWG name in lower case, or one of `legacy-labels.ts` for what browsers do not read. */
export type DecodedBody = { text: string; encoding: string };

/** As UTF-8 by itself, a text has at most one byte that belongs to no character for every two characters. */
const MAX_STRAYS = 0.5;

/** Against a label, it has many characters and next to no such bytes. */
const MIN_SEQUENCES_AGAINST_LABEL = 20;
const MAX_STRAYS_AGAINST_LABEL = 0.01;

/**
 * Decodes a feed document. In order: byte order mark; UTF-16/32 and EBCDIC by their shape; valid multi-byte UTF-8, which
 * beats any label; the HTTP charset; the XML declaration; UTF-8 with a few broken bytes; windows-1256 where Arabic words
 * appear, else windows-1252. A label that the bytes belie (UTF-8, UTF-16/32, EBCDIC) or that means nothing is passed
 * over. Byte order marks are dropped, a character that the end of the body cuts is U+FFFD. Linear. Never throws.
 */
export function decodeBody(body: Buffer, contentType: string | null): DecodedBody {
  const mark = readMark(body);
  if (mark?.encoding) return decodedAs(mark.encoding, mark.rest);
  const bytes = mark?.rest ?? body;
  const encoding = shapeOf(bytes, contentType) ?? labelledOrGuessed(bytes, contentType);
  return decodedAs(encoding, bytes);
}

function decodedAs(encoding: string, bytes: Buffer): DecodedBody {
  return { text: decodeBytes(bytes, encoding), encoding };
}

function shapeOf(bytes: Buffer, contentType: string | null): string | null {
  if (!startsInEbcdic(bytes)) return wideShapeOf(bytes);
  return encodingsOf(charsetOf(contentType), declaredInEbcdic(bytes)).find(isEbcdic) ?? 'ibm037';
}

function labelledOrGuessed(bytes: Buffer, contentType: string | null): string {
  const labels = believableLabels(bytes, contentType);
  if (isAscii(bytes)) return hasJapaneseEscape(bytes) ? 'iso-2022-jp' : (labels[0] ?? 'utf-8');
  if (isUtf8(bytes) || isMostlyUtf8(bytes, labels[0] ?? 'utf-8')) return 'utf-8';
  return labels.find((encoding) => encoding !== 'utf-8') ?? guessEncoding(bytes);
}

/** What HTTP and the XML declaration say, without what the bytes would have shown if it were true. */
function believableLabels(bytes: Buffer, contentType: string | null): string[] {
  return encodingsOf(charsetOf(contentType), declaredEncoding(bytes)).filter(
    (encoding) => !isWide(encoding) && !isEbcdic(encoding),
  );
}

/** What labels mean, without those that mean nothing. */
function encodingsOf(...labels: (string | null)[]): string[] {
  return labels.map((label) => encodingOf(label ?? '')).filter((encoding) => encoding !== null);
}

function isMostlyUtf8(bytes: Buffer, label: string): boolean {
  const { sequences, strays } = utf8Damage(bytes);
  if (sequences === 0) return false;
  if (strays === 0 || label === 'utf-8') return strays <= sequences * MAX_STRAYS;
  return sequences >= MIN_SEQUENCES_AGAINST_LABEL && strays <= sequences * MAX_STRAYS_AGAINST_LABEL;
}
