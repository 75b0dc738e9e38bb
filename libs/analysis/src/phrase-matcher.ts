import { normaliseText } from '#text/normalise.js';
import { type Token, tokenise } from '#text/tokenise.js';
import type { TokenSpan } from './field-text.js';

export type PhraseMatch<T> = TokenSpan & { value: T };

type Node<T> = { next: Map<string, Node<T>>; values: T[] };

/**
 * Finds phrases as whole words. A trie over tokens, walked once from each token: the time is linear in the text, whatever
 * the number of phrases, with the longest phrase as factor.
 */
export class PhraseMatcher<T> {
  private readonly root: Node<T> = emptyNode();

  /** A phrase may carry several values. Throws where a phrase has no word in it. */
  constructor(phrases: Iterable<{ phrase: string; value: T }>) {
    for (const { phrase, value } of phrases) {
      for (const words of spellings(phrase)) this.add(words, value);
    }
  }

  /** All matches, overlapping ones too: by first token, the longest first. */
  match(tokens: readonly Token[]): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    tokens.forEach((token, from) => {
      const node = this.root.next.get(token.text);
      if (node) matches.push(...matchesFrom(node, tokens, from).sort((one, other) => other.to - one.to));
    });
    return matches;
  }

  private add(words: string[], value: T): void {
    let node = this.root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = emptyNode()));
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }
}

/** The phrases that begin with the token at `from`, which led to `node`. */
function matchesFrom<T>(node: Node<T>, tokens: readonly Token[], from: number): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  let at: Node<T> | undefined = node;
  for (let to = from + 1; at; to++) {
    for (const value of at.values) matches.push({ value, from, to });
    const next: Token | undefined = tokens[to];
    at = next && at.next.get(next.text);
  }
  return matches;
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

function emptyNode<T>(): Node<T> {
  return { next: new Map(), values: [] };
}

const JOINER = /\u200c/g;
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;
/** Words of a phrase up to which every way of joining them is known: eight ways for four. */
const JOINED_UP_TO = 4;

/**
 * The token sequences that spell a phrase. Arabic script leaves it to the writer whether the parts of a compound are
 * joined, parted by a blank or by a zero-width non-joiner.
 */
function spellings(phrase: string): string[][] {
  const words = tokenise(normaliseText(phrase.replace(JOINER, ' '))).map((token) => token.text);
  if (words.length === 0) throw new Error(`the phrase "${phrase}" has no word in it`);
  if (words.length > JOINED_UP_TO || !words.every((word) => ARABIC_WORD.test(word))) return [words];
  return words.slice(1).reduce<string[][]>(
    (ways, word) =>
      ways.flatMap((way) => [
        [...way, word],
        [...way.slice(0, -1), `${way.at(-1)}${word}`],
      ]),
    [words.slice(0, 1)],
  );
}
