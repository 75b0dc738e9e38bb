import type { Evidence } from '#domain/analysis.js';
import { type NormalisedText, normalise, originalSpan } from '#text/normalise.js';
import { type Token, tokenise } from '#text/tokenise.js';
import type { TokenSpan } from './phrases/token-span.js';

/** One field of an article, read once for all stages. */
export type FieldText = {
  field: Evidence['field'];
  original: string;
  normalised: NormalisedText;
  tokens: Token[];
};

export function readField(field: Evidence['field'], original: string): FieldText {
  const normalised = normalise(original);
  return { field, original, normalised, tokens: tokenise(normalised.text) };
}

/** The original wording of some tokens, as evidence for a term of `language`. */
export function evidenceOf(text: FieldText, span: TokenSpan, language: string): Evidence {
  const { tokens, normalised, original, field } = text;
  const first = tokens[span.from]?.start ?? 0;
  const last = tokens[span.to - 1]?.end ?? first;
  const { start, end } = originalSpan(original, normalised, first, last);
  return { term: original.slice(start, end), field, start, end, language };
}
