import { isUtf8 } from 'node:buffer';
import { windows1252 } from './single-byte.js';

/** Fewer characters than this may be meant: an article can be about mojibake. */
const MIN_CHARACTERS = 8;

/**
 * Undoes UTF-8 that was taken for windows-1252 (or ISO 8859-1) and encoded once more: `Ø´Û\u0081Ø±` → `شہر`. Only where
 * all characters beyond ASCII came from one byte each, these bytes are valid UTF-8, and they give at least eight
 * characters; any other text is returned as it is. Such a text ends the search at its first word beyond ASCII.
 */
export function undoDoubleEncoding(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  let trailing = 0;
  let characters = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i));
    const isTrail = byte >= 0x80 && byte < 0xc0;
    if (byte < 0 || isTrail !== trailing > 0) return text;
    if (isTrail) trailing--;
    else if (byte >= 0x80) {
      trailing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
      characters++;
    }
    bytes[i] = byte;
  }
  return characters >= MIN_CHARACTERS && isUtf8(bytes) ? bytes.toString('utf8') : text;
}

/** The byte that windows-1252 or ISO 8859-1 has for a character, -1 where neither has it. */
function byteOf(code: number): number {
  if (code < 0x100) return code;
  bytesOf1252 ??= new Map([...windows1252()].map((character, byte) => [character, byte]));
  return bytesOf1252.get(code) ?? -1;
}

let bytesOf1252: Map<number, number> | undefined;
