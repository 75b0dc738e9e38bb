import { windows1252 } from './single-byte.js';

/** Complete multi-byte sequences, and bytes that belong to none. A sequence that the end cuts off counts as neither. */
export type Utf8Damage = { sequences: number; strays: number };

/** More repairs than this are not worth their memory. */
const MAX_REPAIRS = 10_000;

/** Counts what is UTF-8 in bytes, and what is not. Linear; for bytes that are not valid as a whole. */
export function utf8Damage(bytes: Buffer): Utf8Damage {
  const damage = { sequences: 0, strays: 0 };
  const end = wholeEnd(bytes);
  let at = 0;
  while (at < end) {
    const length = sequenceLength(bytes, at);
    if (length > 1) damage.sequences++;
    if (length === 0) damage.strays++;
    at += length || 1;
  }
  return damage;
}

/**
 * Decodes UTF-8 in which a few bytes are broken. A stray byte within ASCII is read as windows-1252 where that is safe:
 * quotation marks, dashes and spaces (80 to BF) between ASCII characters, letters between ASCII letters. All others
 * become U+FFFD: they are what is left of a character that was cut in two.
 */
export function decodeBrokenUtf8(bytes: Buffer): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < bytes.length && parts.length < MAX_REPAIRS;) {
    const length = sequenceLength(bytes, i);
    if (length === 0 && isForeign(bytes, i)) {
      parts.push(
        bytes.toString('utf8', from, i),
        String.fromCharCode(windows1252()[bytes[i] as number] as number),
      );
      from = i + 1;
    }
    i += length || 1;
  }
  return parts.join('') + bytes.toString('utf8', from);
}

/** The length of the valid sequence at a place, 0 where there is none (Unicode, table 3-7). */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = lengthOf(first);
  if (length === 0 || !isSecond(first, bytes[at + 1] ?? 0)) return 0;
  for (let i = 2; i < length; i++) if (!isContinuation(bytes[at + i] ?? 0)) return 0;
  return length;
}

/** The length that the first byte of a multi-byte sequence announces, 0 for a byte that cannot be one. */
function lengthOf(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function isSecond(first: number, second: number): boolean {
  if (first === 0xe0 && second < 0xa0) return false;
  if (first === 0xed && second > 0x9f) return false;
  if (first === 0xf0 && second < 0x90) return false;
  if (first === 0xf4 && second > 0x8f) return false;
  return isContinuation(second);
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** Where the last whole character ends: before a sequence whose last bytes are missing, else at the end. */
function wholeEnd(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 3; at--) {
    const byte = bytes[at] as number;
    if (isContinuation(byte)) continue;
    return isSequenceStart(bytes, at) ? at : bytes.length;
  }
  return bytes.length;
}

/** Whether the bytes from a place to the end begin a sequence and are too few for it. */
function isSequenceStart(bytes: Buffer, at: number): boolean {
  const first = bytes[at] as number;
  const second = bytes[at + 1];
  return bytes.length - at < lengthOf(first) && (second === undefined || isSecond(first, second));
}

function isForeign(bytes: Buffer, at: number): boolean {
  const byte = bytes[at] as number;
  const around = [bytes[at - 1] ?? 0x20, bytes[at + 1] ?? 0x20];
  return around.every(isContinuation(byte) ? (near) => near < 0x80 : isAsciiLetter);
}

function isAsciiLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}
