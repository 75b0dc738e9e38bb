/** Taken out once: a test's realm looks up its globals slowly, and simulations ask a million times. */
const { imul, exp, log, sqrt, cos, pow, min, PI } = Math;

/** A repeatable stream of daily counts. */
export type SeededCounts = {
  /** A number in [0, 1). */
  next(): number;
  /** A negative binomial count of this mean, with variance mean + dispersion · mean²; Poisson at dispersion 0. */
  count(mean: number, dispersion: number): number;
};

/** Counts that depend on `seed` alone: a gamma-distributed rate, then a Poisson number of it. */
export function seededCounts(seed: number): SeededCounts {
  const next = uniform(seed);
  return {
    next,
    count: (mean, dispersion) => {
      const rate = dispersion > 0 ? gamma(1 / dispersion, next) * dispersion * mean : mean;
      return poisson(rate, next);
    },
  };
}

/** A counter in golden-ratio steps, scrambled. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** By the method of Marsaglia and Tsang (2000); shapes below 1 by their remark on powers. */
function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * pow(1 - next(), 1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = sqrt(-2 * log(1 - next())) * cos(2 * PI * next());
    const v = (1 + normal / sqrt(9 * d)) ** 3;
    if (v > 0 && log(1 - next()) < normal ** 2 / 2 + d - d * v + d * log(v)) return d * v;
  }
}

/** In parts of at most 30, whose exponentials do not vanish; a sum of Poisson numbers is one. */
function poisson(mean: number, next: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 30) {
    const floor = exp(-min(left, 30));
    for (let product = 1 - next(); product > floor; product *= 1 - next()) count++;
  }
  return count;
}
