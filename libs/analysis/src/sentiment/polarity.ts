import type { Polarity } from '#domain/analysis.js';

/** Scores from here down are negative, from {@link POSITIVE_FROM} up positive, between them neutral. */
export const NEGATIVE_TO = -0.2;
export const POSITIVE_FROM = 0.2;

export function polarityOf(score: number): Polarity {
  if (score <= NEGATIVE_TO) return 'negative';
  return score >= POSITIVE_FROM ? 'positive' : 'neutral';
}
