/**
 * Counts of a set of articles. `sum` is the sum of scores in ten-thousandths and `sumSq` that of their squares in
 * hundred-millionths: whole numbers, so that a sum does not depend on its order.
 */
export type Tally = {
  count: number;
  scored: number;
  negative: number;
  neutral: number;
  positive: number;
  sum: number;
  sumSq: number;
};

export const TALLY_FIELDS = ['count', 'scored', 'negative', 'neutral', 'positive', 'sum', 'sumSq'] as const;

export function emptyTally(): Tally {
  return { count: 0, scored: 0, negative: 0, neutral: 0, positive: 0, sum: 0, sumSq: 0 };
}

/** Adds `more` to `tally` in place. */
export function addTally(tally: Tally, more: Tally): void {
  for (const field of TALLY_FIELDS) tally[field] += more[field];
}
