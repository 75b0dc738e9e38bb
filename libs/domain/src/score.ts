/** Scores are kept as whole numbers of this part of one, so that sums of them are exact. */
export const SCORE_UNIT = 10_000;

/** A score in its steps, never -0. */
export function roundScore(score: number): number {
  return Math.round(score * SCORE_UNIT) / SCORE_UNIT + 0;
}
