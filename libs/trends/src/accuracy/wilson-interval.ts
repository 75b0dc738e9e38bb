/** A share with its 95 % interval, all in [0, 1], of `of` cases. */
export type Proportion = { value: number; low: number; high: number; of: number };

/** The two-sided 95 % quantile of the normal distribution. */
const Z = 1.959964;

/**
 * The share of `hits` among `of` cases (whole numbers, 0 ≤ hits ≤ of) with the score interval of E. B. Wilson, Probable
 * Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical Association 22 (1927),
 * 209–212, which holds for few cases and for shares near 0 and 1. Null where there is no case.
 */
export function wilsonInterval(hits: number, of: number): Proportion | null {
  if (of === 0) return null;
  const value = hits / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (value + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2));
  // At the ends the interval touches 0 and 1 exactly, but for rounding.
  return { value, low: hits === 0 ? 0 : centre - half, high: hits === of ? 1 : centre + half, of };
}
