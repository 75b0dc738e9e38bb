import type { Token } from '#text/tokenise.js';
import { DenseAutomaton, WORD_START } from './dense-automaton.js';
import { mayEndWith } from './endings.js';
import { readPhrase, type Spelling } from './read-phrase.js';
import { firstAndLongest, type TokenSpan } from './token-span.js';

export type WordedText = { normalised: { text: string }; tokens: readonly Token[] };

export type PhraseMatch<T> = TokenSpan & { value: T };

/** `language` decides the endings of the last word; without one it stands as written. */
export type Phrase<T> = { phrase: string; language?: string; value: T };

/** The words of a spelling up to the first that may go on, which the automaton finds, and those behind it. */
type Pattern<T> = {
  values: T[];
  /** What the automaton finds, and the number of its words. */
  literal: string;
  found: number;
  isOpen: boolean;
  rest: { word: string; isOpen: boolean }[];
  lastLength: number;
  language: string;
};

/** Finds phrases as whole words, inflected where they may be. The time is linear in the text, whatever the phrases. */
export class PhraseMatcher<T> {
  private readonly patterns: Pattern<T>[];
  private readonly automaton: DenseAutomaton;

  /** A phrase may carry several values. Throws where a phrase cannot be read; see `readPhrase`. */
  constructor(phrases: Iterable<Phrase<T>>) {
    const known = new Map<string, Pattern<T>>();
    for (const { phrase, language = '', value } of phrases) {
      for (const spelling of readPhrase(phrase)) {
        const key = [
          language,
          ...spelling.words.map((word, i) => (spelling.open[i] ? `${word}*` : word)),
        ].join(' ');
        const pattern = known.get(key) ?? patternOf<T>(spelling, language);
        known.set(key, pattern);
        if (!pattern.values.includes(value)) pattern.values.push(value);
      }
    }
    this.patterns = [...known.values()];
    this.automaton = new DenseAutomaton(this.patterns.map(({ literal }) => literal));
  }

  /** All matches, overlapping ones too: by first token, the longest first. */
  match(text: WordedText): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    let word = 0;
    this.automaton.scan(text.normalised.text, text.tokens, (index, end) => {
      while (text.tokens[word]!.end < end) word++;
      const pattern = this.patterns[index]!;
      const to = endOf(pattern, text, word, end);
      if (to === 0) return;
      for (const value of pattern.values) matches.push({ value, from: word + 1 - pattern.found, to });
    });
    return matches.length > 1 ? matches.sort(firstAndLongest) : matches;
  }
}

function patternOf<T>({ words, open }: Spelling, language: string): Pattern<T> {
  const stop = open.indexOf(true);
  const found = stop < 0 ? words.length : stop + 1;
  const literals = words.slice(0, found).map((word) => WORD_START + word);
  return {
    values: [],
    literal: literals.join(''),
    found,
    isOpen: stop >= 0,
    rest: words.slice(found).map((word, i) => ({ word, isOpen: open[found + i]! })),
    lastLength: words.at(-1)!.length,
    language,
  };
}

/** The token behind the match of a pattern whose first words end in token `word` before unit `end`, 0 if it is none. */
function endOf<T>(
  pattern: Pattern<T>,
  { normalised, tokens }: WordedText,
  word: number,
  end: number,
): number {
  const { rest } = pattern;
  if (!pattern.isOpen && !fits(normalised.text.slice(end, tokens[word]!.end), pattern)) return 0;
  for (let index = 0; index < rest.length; index++) {
    const token = tokens[word + 1 + index]?.text;
    const part = rest[index]!;
    if (!token?.startsWith(part.word)) return 0;
    const ending = token.slice(part.word.length);
    if (ending === '' || part.isOpen) continue;
    if (index < rest.length - 1 || !fits(ending, pattern)) return 0;
  }
  return word + 1 + rest.length;
}

function fits(ending: string, { lastLength, language }: { lastLength: number; language: string }): boolean {
  return ending === '' || mayEndWith(ending, lastLength, language);
}

/** Of matches in matcher order, those that do not begin inside an earlier one that was kept. */
export function withoutOverlap<T>(matches: PhraseMatch<T>[]): PhraseMatch<T>[] {
  let end = 0;
  return matches.filter((match) => {
    if (match.from < end) return false;
    end = match.to;
    return true;
  });
}
