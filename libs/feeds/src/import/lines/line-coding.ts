import { isUtf8 } from 'node:buffer';
import { isWide } from '../../decode/byte-order.js';
import { decodeBody } from '../../decode/decode-body.js';
import { decodeBytes } from '../../decode/decode-bytes.js';

/** How the lines of a file are told apart and read. */
export type LineCoding = {
  /** As `encodingOf` names it. */
  encoding: string;
  /** The bytes of the character that ends a line. */
  lineEnd: Buffer;
};

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Judges by the beginning of a file, or takes the encoding that is given. Lines end with a line feed, with or without a
 * carriage return; in files that have none, with the latter alone.
 */
export function lineCodingOf(head: Buffer, given: string | null): LineCoding {
  const decoded = decodeBody(head, null);
  const encoding = given ?? decoded.encoding;
  const text = given === null ? decoded.text : decodeBytes(head, given);
  const ends = text.includes('\n') || !text.includes('\r') ? LINE_FEED : CARRIAGE_RETURN;
  return { encoding, lineEnd: characterIn(encoding, ends) };
}

/**
 * The text of a line. Some files are put together from others, so each line that is valid UTF-8 is read as that, whatever
 * the beginning of the file is written in.
 */
export function decodeLine(bytes: Buffer, encoding: string): string {
  const text = lineText(bytes, encoding);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return text.slice(start, text.endsWith('\r') ? -1 : undefined);
}

function lineText(bytes: Buffer, encoding: string): string {
  if (!isWide(encoding) && isUtf8(bytes)) return bytes.toString('utf8');
  return encoding === 'utf-8' ? decodeBody(bytes, null).text : decodeBytes(bytes, encoding);
}

function characterIn(encoding: string, code: number): Buffer {
  if (!isWide(encoding)) return Buffer.of(code);
  const bytes = Buffer.alloc(encoding.startsWith('utf-16') ? 2 : 4);
  bytes[encoding.endsWith('be') ? bytes.length - 1 : 0] = code;
  return bytes;
}
