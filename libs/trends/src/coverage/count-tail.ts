/** A power of two, so that scaling by it rounds nothing. */
const LARGE = 2 ** 600;

/** A term this much smaller than the sum changes nothing any more. */
const NEGLIGIBLE = 2 ** -54;

/**
 * The probability of `count` articles or fewer on a day whose count is a Poisson number with a gamma-distributed rate,
 * which is the negative binomial distribution: mean `mean` ≥ 0, variance mean + dispersion · mean² (dispersion ≥ 0; at 0
 * it is Poisson). Between 0 and 1. The form with mean and dispersion is NB2 of Cameron and Trivedi, "Regression Analysis
 * of Count Data", 3.3. Each term is a multiple of the one before; the first is kept as a logarithm, and what grows too
 * large is scaled, so that a mean of thousands does not underflow.
 */
export function countTail(count: number, mean: number, dispersion: number): number {
  if (mean <= 0) return 1;
  const grown = dispersion * mean;
  // log1p keeps the limit of Poisson where the dispersion is tiny.
  let logScale = dispersion > 0 ? -Math.log1p(grown) / dispersion : -mean;
  let term = 1;
  let sum = 1;
  for (let k = 0; k < count; k++) {
    term *= (mean * (1 + dispersion * k)) / ((1 + grown) * (k + 1));
    // Terms only fall behind the peak, which lies below the mean.
    if (term < sum * NEGLIGIBLE && k > mean) break;
    sum += term;
    if (sum < LARGE) continue;
    term /= LARGE;
    sum /= LARGE;
    logScale += Math.log(LARGE);
  }
  return Math.min(1, Math.exp(logScale + Math.log(sum)));
}
