import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export type DecodedBody = { text: string; encoding: string };

const BOMS: [encoding: string, bytes: number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What a "<" looks like in the wide encodings that came without a byte order mark. */
const WIDE_STARTS: [encoding: string, bytes: number[]][] = [
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** Labels that mean more on the web than their name says (WHATWG Encoding Standard, section 4.2). */
const WEB_MEANING = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['iso_8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['l1', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['latin5', 'windows-1254'],
  ['iso-8859-11', 'windows-874'],
  ['tis-620', 'windows-874'],
  ['gb2312', 'gbk'],
  ['ks_c_5601-1987', 'cp949'],
  ['euc-kr', 'cp949'],
]);

/** Three letters of the Arabic script in a row: accented Latin letters, read as windows-1256, hardly ever give that. */
const ARABIC_WORD =
  /[\u0621-\u064a\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2]{3}/;

/** Above this share of the non-ASCII characters being unreadable, a text is not the UTF-8 it claims to be. */
const MAX_UNREADABLE = 0.1;

/** An encoding shows in the first of a document. */
const SAMPLE_BYTES = 256 * 1_024;

/**
 * Decodes a feed document. In order: byte order mark; UTF-16/32 by its shape; valid multi-byte UTF-8, which beats any
 * label; the HTTP charset; the XML declaration; UTF-8 with a few broken bytes; windows-1256 where Arabic words appear,
 * else windows-1252. Never throws.
 */
export function decodeBody(body: Buffer, contentType: string | null): DecodedBody {
  const marked = startOf(body, BOMS) ?? startOf(body, WIDE_STARTS);
  if (marked) return decodedAs(marked, body);
  if (isMultiByteUtf8(body)) return decodedAs('utf-8', body);
  const label = usable(charsetOf(contentType)) ?? usable(declaredEncoding(body));
  if (label && label !== 'utf-8') return decodedAs(label, body);
  return decodedAs(guess(body.subarray(0, SAMPLE_BYTES)), body);
}

function startOf(body: Buffer, starts: typeof BOMS): string | null {
  return starts.find(([, bytes]) => bytes.every((byte, i) => body[i] === byte))?.[0] ?? null;
}

function decodedAs(encoding: string, body: Buffer): DecodedBody {
  return { text: iconv.decode(body, encoding), encoding };
}

function isMultiByteUtf8(body: Buffer): boolean {
  const whole = isUtf8(body) ? body : withoutCutEnd(body);
  return !isAscii(whole) && isUtf8(whole);
}

/** A download that was cut may end within a character. */
function withoutCutEnd(body: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, body.length); back++) {
    const byte = body[body.length - back] ?? 0;
    if (byte >= 0xc0) return body.subarray(0, body.length - back);
    if (byte < 0x80) return body;
  }
  return body;
}

function charsetOf(contentType: string | null): string | null {
  return contentType?.match(/charset\s*=\s*["']?([^\s"';]+)/i)?.[1] ?? null;
}

function declaredEncoding(body: Buffer): string | null {
  const start = body.subarray(0, 1_024).toString('latin1');
  return start.match(/<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i)?.[1] ?? null;
}

/** A label that can be used: wide encodings announce themselves by their bytes, so a label that claims one is wrong. */
function usable(label: string | null): string | null {
  if (!label) return null;
  const name = label.trim().toLowerCase();
  const encoding = name === 'utf8' ? 'utf-8' : (WEB_MEANING.get(name) ?? name);
  const wide = /^(utf-?(16|32)|ucs-?[24])/.test(encoding);
  return !wide && iconv.encodingExists(encoding) && !/^(base64|hex|binary|utf-?7)/.test(encoding)
    ? encoding
    : null;
}

function guess(sample: Buffer): string {
  const text = iconv.decode(sample, 'utf-8');
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const unreadable = text.match(/\ufffd/g)?.length ?? 0;
  if (unreadable <= foreign * MAX_UNREADABLE) return 'utf-8';
  return ARABIC_WORD.test(iconv.decode(sample, 'windows-1256')) ? 'windows-1256' : 'windows-1252';
}
