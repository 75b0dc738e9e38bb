import type { Evidence } from '#domain/analysis.js';
import { roundScore } from '#domain/score.js';
import { type FieldText, evidenceOf } from './field-text.js';
import type { TokenSpan } from './phrases/token-span.js';

/** What one phrase adds to a score by the field it stands in, times its own weight. */
export const TITLE_WEIGHT = 0.6;
export const SUMMARY_WEIGHT = 0.3;
/** Places shown for one finding; further ones add to the score only. */
export const MAX_EVIDENCE = 20;

/**
 * The evidence for one claim and its strength in [0, 1]: the sum of the weights of its different phrases, each counted
 * once where it stands first, at most 1.
 */
export class Findings {
  readonly evidence: Evidence[] = [];
  private readonly phrases = new Set<string>();
  private weight = 0;

  /** Title before summary, in reading order. */
  add(text: FieldText, span: TokenSpan, phrase: { text: string; language: string; weight?: number }): void {
    this.show(text, span, phrase.language);
    if (this.phrases.has(phrase.text)) return;
    this.phrases.add(phrase.text);
    this.weight += (text.field === 'title' ? TITLE_WEIGHT : SUMMARY_WEIGHT) * (phrase.weight ?? 1);
  }

  /** What a phrase leans on: evidence, each place once, that adds nothing to the strength. */
  show(text: FieldText, span: TokenSpan, language: string): void {
    if (this.evidence.length >= MAX_EVIDENCE) return;
    const added = evidenceOf(text, span, language);
    const isKnown = (one: Evidence) =>
      one.field === added.field && one.start === added.start && one.end === added.end;
    if (!this.evidence.some(isKnown)) this.evidence.push(added);
  }

  get score(): number {
    return Math.min(1, roundScore(this.weight));
  }
}
