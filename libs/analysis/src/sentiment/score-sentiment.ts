import type { Polarity, Sentiment } from '#domain/analysis.js';
import winkSentiment from 'wink-sentiment';

/** Scores from here down are negative, from {@link POSITIVE_FROM} up positive, between them neutral. */
export const NEGATIVE_TO = -0.05;
export const POSITIVE_FROM = 0.05;
/** UTF-16 units of a text that are scored. */
export const MAX_SCORED_TEXT = 5_000;

/** The scorer's normalised score lies in [-5, 5]. */
const WINK_RANGE = 5;

/**
 * The tone of an English text: the scorer's normalised score over 5, so in [-1, 1], to four decimals. `raw` is its own
 * sum. Other languages, and texts of which it knows no word, are not scored. Never throws.
 */
export function scoreSentiment(title: string, summary: string, language: string): Sentiment {
  if (language !== 'en') return { scored: false, reason: 'no scorer for the language', raw: null };
  const { score, normalizedScore, tokenizedPhrase = [] } = winkSentiment(scorable(`${title}\n${summary}`));
  if (!tokenizedPhrase.some((token) => token.score !== undefined)) {
    return { scored: false, reason: 'no scored word', raw: 0 };
  }
  const scaled = Math.round((normalizedScore / WINK_RANGE) * 10_000) / 10_000;
  const clamped = Math.max(-1, Math.min(1, scaled)) + 0;
  return { scored: true, score: clamped, polarity: polarityOf(clamped), raw: score };
}

export function polarityOf(score: number): Polarity {
  if (score <= NEGATIVE_TO) return 'negative';
  return score >= POSITIVE_FROM ? 'positive' : 'neutral';
}

/** The scorer's patterns take quadratic time on text without blanks. */
const ENDLESS_WORD = /\S{200,}/g;
/** The scorer looks words up in plain objects, where these find what every object inherits. */
const INHERITED = /constructor|__proto__/gi;

function scorable(text: string): string {
  return text.slice(0, MAX_SCORED_TEXT).replace(ENDLESS_WORD, ' ').replace(INHERITED, 'maker');
}
