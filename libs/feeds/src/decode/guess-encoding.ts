import { decodeSingleByte } from './single-byte.js';

/** An encoding shows in the first words that are not ASCII. */
const SAMPLE_BYTES = 64 * 1_024;

const WORD = /[\p{L}\p{M}]{3,}/gu;
const ARABIC = /^[\p{Script=Arabic}\p{Script=Inherited}]+$/u;
const ASCII = /^[a-z]+$/i;

/**
 * windows-1256 where Arabic words appear, else windows-1252. Accented Latin letters, and Cyrillic ones too, come out as
 * Arabic letters *within* words of others when they are read as windows-1256: so whole words are counted, not letters.
 */
export function guessEncoding(bytes: Buffer): string {
  const at = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 32);
  const words = decodeSingleByte(bytes.subarray(at, at + SAMPLE_BYTES), 'windows-1256').match(WORD) ?? [];
  const foreign = words.filter((word) => !ASCII.test(word));
  const arabic = foreign.filter((word) => ARABIC.test(word)).length;
  return arabic > foreign.length - arabic ? 'windows-1256' : 'windows-1252';
}
