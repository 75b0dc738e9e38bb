/** Two digits in base 36, and up to four. */
const PAIRS = Array.from({ length: 36 ** 2 }, (_, i) => i.toString(36).padStart(2, '0'));
const FOUR_DIGITS = 36 ** 4;
const FIRST = Array.from({ length: Math.ceil(2 ** 32 / FOUR_DIGITS) }, (_, i) => i.toString(36));

/**
 * A hash of 32 bits, as an unsigned number in base 36: `(hash >>> 0).toString(36)`, which takes ten times as long and is
 * wanted seventeen times for each article.
 */
export function hashText(hash: number): string {
  const number = hash >>> 0;
  const first = Math.floor(number / FOUR_DIGITS);
  if (first === 0) return number.toString(36);
  const rest = number - first * FOUR_DIGITS;
  return FIRST[first]! + PAIRS[Math.floor(rest / 1_296)]! + PAIRS[rest % 1_296]!;
}
