import { hashText } from './hash-text.js';
import { scramble } from './shingles.js';

/** How a sketch is cut into keys: `bands` keys, each made of `rows` minima. */
export type Banding = { kind: string; bands: number; rows: number };

/** Raised when the hash functions change: keys of different versions never meet. */
const SKETCH_VERSION = 1;
/** Hash functions there are, for bands·rows of them. */
const FUNCTIONS = 64;
const constants = (offset: number): Int32Array =>
  Int32Array.from({ length: FUNCTIONS }, (_, i) => scramble(SKETCH_VERSION * 1_000 + 2 * i + offset));
const MULTIPLIERS = constants(0).map((a) => a | 1);
const ADDENDS = constants(1);

/**
 * Keys of a set of shingles, by MinHash and locality-sensitive hashing (Broder 1997; Indyk and Motwani 1998). Under each
 * of bands·rows hash functions h(x) = a·x + b mod 2³², two sets of Jaccard similarity s have the same minimum with
 * probability s; the minima of a band are one key, so they share at least one key with probability
 *
 *     1 − (1 − s^rows)^bands.
 *
 * Keys are `kind`, the band's number, a colon and at most 7 characters in base 36: 32 bits, since candidates are
 * verified. No shingles give no keys. The order of shingles and repeats do not matter.
 */
export function bandKeys(shingles: Int32Array, { kind, bands, rows }: Banding): string[] {
  if (shingles.length === 0) return [];
  const least = minima(shingles, bands * rows);
  const keys: string[] = [];
  for (let band = 0; band < bands; band++) {
    let key = scramble(band + 1);
    for (let row = 0; row < rows; row++) key = scramble(Math.imul(key, 31) ^ least[band * rows + row]!);
    keys.push(`${kind}${band}:${hashText(key)}`);
  }
  return keys;
}

/**
 * The least h(x) of some shingles under each of the first hash functions, which are the same in every process and run.
 * Two at a time take little longer than one.
 */
function minima(shingles: Int32Array, functions: number): Int32Array {
  const least = new Int32Array(functions + 1);
  for (let f = 0; f < functions; f += 2) {
    const [a, b] = [MULTIPLIERS[f]!, ADDENDS[f]!];
    const [c, d] = [MULTIPLIERS[f + 1]!, ADDENDS[f + 1]!];
    let [first, second] = [0x7fffffff, 0x7fffffff];
    for (let i = 0; i < shingles.length; i++) {
      const shingle = shingles[i]!;
      const one = (Math.imul(a, shingle) + b) | 0;
      const other = (Math.imul(c, shingle) + d) | 0;
      if (one < first) first = one;
      if (other < second) second = other;
    }
    least[f] = first;
    least[f + 1] = second;
  }
  return least;
}
