/** A stream of repeatable random choices. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [low, high], both included. */
  between(low: number, high: number): number;
  /** One of `options`, each equally likely. Throws RangeError for an empty list. */
  pick<T>(options: readonly T[]): T;
  /** One of `options`, each as likely as its weight. Throws RangeError where no weight is above 0. */
  pickWeighted<T>(options: readonly T[], weight: (option: T) => number): T;
};

/** Odd, and near 2^32 divided by the golden ratio: its multiples spread evenly over 32 bits. */
const STEP = 0x9e3779b9;

/**
 * A stream that depends on `seed` alone: a 32-bit counter in golden-ratio steps, each value scrambled by
 * two rounds of multiply and xor-shift (the finaliser of MurmurHash3). Good enough for sample texts; not
 * for secrets, and its period is 2^32.
 */
export function seededRandom(seed: string): Random {
  let state = hash32(seed);
  const next = () => {
    state = (state + STEP) >>> 0;
    return scramble(state) / 2 ** 32;
  };
  const pickWeighted = <T>(options: readonly T[], weight: (option: T) => number) => {
    const total = options.reduce((sum, option) => sum + weight(option), 0);
    if (!(total > 0)) throw new RangeError('nothing to choose from');
    let left = next() * total;
    const found = options.find((option) => (left -= weight(option)) < 0);
    // Rounding can leave a hair's breadth over; the last option that counts takes it.
    return found ?? (options.findLast((option) => weight(option) > 0) as T);
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (options) => pickWeighted(options, () => 1),
    pickWeighted,
  };
}

/** 32 bits of `text`: FNV-1a over its UTF-16 code units. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return scramble(hash >>> 0);
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
