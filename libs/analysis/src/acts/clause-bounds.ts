import type { FieldText } from '../field-text.js';
import type { TokenSpan } from '../phrases/token-span.js';

/** Signs that part clauses; a comma does, a hyphen within a word does not. */
const SIGN = /[.,;:!?|…،؛۔؟—–]|\s-\s/u;

/** Words behind which another clause begins, with a subject of its own. */
const CONJUNCTIONS = new Set(
  'as after while but amid before because when since though although despite following کیونکہ جبکہ لیکن مگر بعد پس اما زیرا ځکه خو وروسته'.split(
    ' ',
  ),
);

/** The clauses of a field in reading order: what stands between signs and conjunctions. */
export function clausesOf({ normalised, tokens }: FieldText): TokenSpan[] {
  const clauses: TokenSpan[] = [];
  let from = 0;
  for (let index = 1; index < tokens.length; index++) {
    const between = normalised.text.slice(tokens[index - 1]!.end, tokens[index]!.start);
    if (!SIGN.test(between) && !CONJUNCTIONS.has(tokens[index]!.text)) continue;
    clauses.push({ from, to: index });
    from = index;
  }
  if (from < tokens.length) clauses.push({ from, to: tokens.length });
  return clauses;
}
