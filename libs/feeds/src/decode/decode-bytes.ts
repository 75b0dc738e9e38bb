import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeBrokenUtf8 } from './broken-utf8.js';
import { undoDoubleEncoding } from './double-encoding.js';
import { decodeEbcdic, isEbcdic } from './ebcdic.js';
import { decodeEscaped, isEscaped } from './escaped-charsets.js';
import { decodeSingleByte } from './single-byte.js';
import { readStrayControls } from './stray-controls.js';

/** Encodings of several bytes a character, and what iconv-lite calls the variety that the Encoding Standard means. */
const MULTI_BYTE: Record<string, string> = {
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
  'euc-jp': 'eucjp',
  shift_jis: 'shiftjis',
  'euc-kr': 'cp949',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
};

/**
 * Decodes bytes from an encoding that `encodingOf` names; what cannot be read becomes U+FFFD. Byte order marks at the
 * start are dropped. Never throws.
 */
export function decodeBytes(bytes: Buffer, encoding: string): string {
  const text = markedText(bytes, encoding);
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  return start === 0 ? text : text.slice(start);
}

function markedText(bytes: Buffer, encoding: string): string {
  if (encoding === 'utf-8') return decodeUtf8(bytes);
  if (encoding.startsWith('utf-16')) return decodeUtf16(bytes, encoding);
  if (isEscaped(encoding)) return decodeEscaped(bytes, encoding);
  if (isEbcdic(encoding)) return decodeEbcdic(bytes, encoding);
  const name = MULTI_BYTE[encoding];
  return name ? iconv.decode(bytes, name) : decodeSingleByte(bytes, encoding);
}

function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return readStrayControls(
    isUtf8(bytes) ? undoDoubleEncoding(bytes.toString('utf8')) : decodeBrokenUtf8(bytes),
  );
}

/** An odd byte at the end is half a character of a download that was cut. */
function decodeUtf16(bytes: Buffer, encoding: string): string {
  const whole = bytes.subarray(0, bytes.length & ~1);
  const little = encoding === 'utf-16be' ? Buffer.from(whole).swap16() : whole;
  return new TextDecoder('utf-16le').decode(little);
}
