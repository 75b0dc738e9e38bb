import { stableId } from '#domain/hash.js';
import type { Token } from '#text/tokenise.js';
import type { FieldText } from './field-text.js';

/** Words from which a title, or a summary, is telling enough to stand for a story. */
export const MIN_TITLE_TOKENS = 5;
export const MIN_SUMMARY_TOKENS = 12;
/** Hexadecimal digits of a key: 80 bits, so that two of a million texts agree by chance once in 10^12 archives. */
const KEY_DIGITS = 20;

/**
 * Keys that two articles share when their folded titles (`t:`) or summaries (`x:`) have the same words. Short texts give
 * none, since "Latest news" is no story. Letters, digits and the colon only.
 */
export function signStory(title: FieldText, summary: FieldText): string[] {
  return [...key('t', title.tokens, MIN_TITLE_TOKENS), ...key('x', summary.tokens, MIN_SUMMARY_TOKENS)];
}

function key(kind: string, tokens: Token[], minTokens: number): string[] {
  if (tokens.length < minTokens) return [];
  const words = tokens.map((token) => token.text).join(' ');
  return [`${kind}:${stableId(kind, words).slice(0, KEY_DIGITS)}`];
}
