import { normaliseText } from './normalise.js';
import { tokenise } from './tokenise.js';

/** Terms of one article beyond which nothing is indexed. */
export const MAX_ARTICLE_TERMS = 400;
/** UTF-16 units of a term; longer words are cut, in articles and in searches alike. */
export const MAX_TERM_LENGTH = 64;
/** Different terms of one search that are looked up. */
export const MAX_SEARCH_TERMS = 32;

export type Search = { terms: string[]; phrases: string[][] };

/** The terms of an article in reading order, repeats kept, at most {@link MAX_ARTICLE_TERMS}. */
export function searchTerms(...texts: string[]): string[] {
  const terms: string[] = [];
  for (const text of texts) {
    if (terms.length >= MAX_ARTICLE_TERMS) break;
    for (const token of tokenise(normaliseText(text))) terms.push(cut(token.text));
  }
  return terms.slice(0, MAX_ARTICLE_TERMS);
}

const QUOTED = /"([^"]*)"|“([^“”]*)”|«([^«»]*)»/g;

/**
 * What a person typed into a search: every word as a term, each once, and words in quotation marks ("", “”, «») as a
 * phrase too. A mark without its partner is ignored.
 */
export function parseSearch(q: string): Search {
  const phrases = [...q.matchAll(QUOTED)]
    .map((quoted) => searchTerms(quoted[1] ?? quoted[2] ?? quoted[3] ?? ''))
    .filter((phrase) => phrase.length > 0);
  return { terms: [...new Set(searchTerms(q))].slice(0, MAX_SEARCH_TERMS), phrases };
}

/** Whether every phrase stands in the terms of an article, word after word. */
export function hasPhrases(articleTerms: string[], phrases: string[][]): boolean {
  return phrases.every((phrase) =>
    articleTerms.some((_, at) => phrase.every((term, i) => articleTerms[at + i] === term)),
  );
}

function cut(term: string): string {
  if (term.length <= MAX_TERM_LENGTH) return term;
  const splitsPair = /[\uD800-\uDBFF]$/.test(term.slice(0, MAX_TERM_LENGTH));
  return term.slice(0, splitsPair ? MAX_TERM_LENGTH - 1 : MAX_TERM_LENGTH);
}
