import winkSentiment from 'wink-sentiment';
import type { FieldText } from '../field-text.js';
import type { TokenSpan } from '../phrases/token-span.js';

/** UTF-16 units of title and summary together that are scored. */
export const MAX_SCORED_TEXT = 5_000;

/** A word to which the scorer gives a valence in [-5, 5], before any negation. */
export type BaseWord = TokenSpan & { value: number };

/** `raw` is the scorer's own sum. */
export type WinkBase = { raw: number; words: BaseWord[][] };

/** What `wink-sentiment` says of an English title and summary, and for each of the two the words on which it rests. */
export function readWinkBase(title: FieldText, summary: FieldText): WinkBase {
  const text = scorable(`${title.original}\n${summary.original}`);
  const { score, tokenizedPhrase = [] } = winkSentiment(text);
  const split = title.original.length;
  const words: [BaseWord[], BaseWord[]] = [[], []];
  const places = [new TokenPlaces(title, 0), new TokenPlaces(summary, split + 1)] as const;
  let at = 0;
  for (const token of tokenizedPhrase) {
    const start = text.indexOf(token.value, at);
    at = start + token.value.length;
    if (token.score === undefined) continue;
    const field = start <= split ? 0 : 1;
    const from = places[field].tokenAt(start);
    const value = token.negation ? -token.score : token.score;
    words[field].push({ from, to: from + (token.grouped ? 2 : 1), value });
  }
  return { raw: score, words };
}

/** Finds tokens of a field by growing places in the joined text, where the field begins at `begin`. */
class TokenPlaces {
  private token = 0;

  constructor(
    private readonly text: FieldText,
    private readonly begin: number,
  ) {}

  /** The token that stands at `place` of the joined text or, where a sign of no word does, the one behind it. */
  tokenAt(place: number): number {
    const { tokens, normalised } = this.text;
    const endOf = (token: number) => this.begin + (normalised.offsets[tokens[token]!.end] ?? 0);
    while (this.token < tokens.length - 1 && endOf(this.token) <= place) this.token++;
    return this.token;
  }
}

/** The scorer's patterns take quadratic time on text without blanks. */
const ENDLESS_WORD = /\S{200,}/g;
/** The scorer looks words up in plain objects, where these find what every object inherits. */
const INHERITED = /constructor|__proto__/gi;

/** The text as long as before, so that places in it stay. */
function scorable(text: string): string {
  return text
    .slice(0, MAX_SCORED_TEXT)
    .replace(ENDLESS_WORD, (word) => ' '.repeat(word.length))
    .replace(INHERITED, (word) => 'x'.repeat(word.length));
}
