/** Words of a shingle of running text in scripts that part words by blanks alone. */
export const WORDS_PER_SHINGLE = 3;
/** Characters of a shingle of a title: one changed word leaves most of a headline's shingles whole. */
export const TITLE_CHARACTERS = 4;
/** The same in Arabic script, whose words are shorter. Blanks are left out: writers part and join words as they like. */
export const ARABIC_TITLE_CHARACTERS = 3;
/** Characters of a shingle of running text in Arabic script: about as telling as three words, and as hard hit by an edit. */
export const ARABIC_TEXT_CHARACTERS = 7;

/** Hashes of 32 bits of a title's shingles, in reading order, repeats kept. */
export function titleShingles(words: string[]): Int32Array {
  return isArabicScript(words)
    ? charShingles(words.join(''), ARABIC_TITLE_CHARACTERS)
    : charShingles(` ${words.join(' ')} `, TITLE_CHARACTERS);
}

/** Hashes of 32 bits of a running text's shingles, in reading order, repeats kept. */
export function textShingles(words: string[]): Int32Array {
  return isArabicScript(words) ? charShingles(words.join(''), ARABIC_TEXT_CHARACTERS) : wordShingles(words);
}

/** Sorted and without repeats, as {@link overlap} takes it. */
export function shingleSet(shingles: Int32Array): Int32Array {
  const sorted = shingles.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  }
  return sorted.subarray(0, kept);
}

/**
 * Similarity of two sets: `shared` = |A∩B|, `jaccard` = |A∩B| / |A∪B|, `contained` = |A∩B| / min(|A|, |B|); the last two
 * in [0, 1], 0 where a set is empty. Exact up to a chance agreement of two 32-bit hashes.
 */
export function overlap(
  one: Int32Array,
  other: Int32Array,
): { shared: number; jaccard: number; contained: number } {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const least = Math.min(one.length, other.length);
  if (least === 0) return { shared: 0, jaccard: 0, contained: 0 };
  return { shared, jaccard: shared / (one.length + other.length - shared), contained: shared / least };
}

/** One hash of 32 bits for shingles in their order. */
export function hashOf(...parts: Int32Array[]): number {
  let h = 0;
  for (const part of parts) {
    h = scramble(h ^ part.length);
    for (let i = 0; i < part.length; i++) h = Math.imul(h, 31) ^ part[i]!;
  }
  return scramble(h);
}

/** Spreads the bits of a hash: the finaliser of MurmurHash3, of 32 bits. */
export function scramble(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function charShingles(text: string, size: number): Int32Array {
  const shingles = new Int32Array(Math.max(0, text.length - size + 1));
  for (let at = 0; at < shingles.length; at++) shingles[at] = scramble(fnv(text, at, at + size));
  return shingles;
}

function wordShingles(words: string[]): Int32Array {
  const hashes = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) hashes[i] = scramble(fnv(words[i]!, 0, words[i]!.length));
  const shingles = new Int32Array(Math.max(0, words.length - WORDS_PER_SHINGLE + 1));
  for (let at = 0; at < shingles.length; at++) {
    let h = 0;
    for (let i = at; i < at + WORDS_PER_SHINGLE; i++) h = Math.imul(h, 0x9e3779b1) ^ hashes[i]!;
    shingles[at] = scramble(h);
  }
  return shingles;
}

/** FNV-1a over UTF-16 units. */
function fnv(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

function isArabicScript(words: string[]): boolean {
  let arabic = 0;
  for (const word of words) {
    const code = word.charCodeAt(0);
    if (code >= 0x600 && code < 0x780) arabic++;
  }
  return arabic * 2 > words.length;
}
