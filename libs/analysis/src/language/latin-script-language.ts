import { ENGLISH_WORDS, FOREIGN_WORDS, MALAY_WORDS } from './latin-words.js';
import { ngramLanguage } from './ngram-language.js';

/** Words that speak for English and for any other language. */
type Votes = { english: number; foreign: number };

/** A lead at which words of one side settle it, read from the start. */
const SETTLED = 4;
/** A lead of words that outweighs the outlet's language. */
const AGAINST_OUTLET = 2;
/** How far ahead of English the letters must be where nearly all words that speak are foreign, and where not. */
const LEAD_WITH_WORDS = 0.05;
const LEAD_ALONE = 0.3;
/** Names look foreign: letters decide only beside so many words in lower case, where words are foreign and where not. */
const WRITTEN_WITH_WORDS = 1;
const WRITTEN_ALONE = 2;

/** UTF-16 units that the letters are asked of, which costs far more than counting words. */
const ASKED_AT_MOST = 160;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const ENGLISH_ENDING = /.['’](?:s|t|re|ve|ll|d|m)$/i;
const FOREIGN_CLITIC =
  /^(?:[dljmns]|qu|un|dell|all|nell|sull|dall)['’]|['’](?:[dt][ae]n?|[nıiuü]n|y[aeıi]|[eıiuü]|[nd]?[ıiuü]n)$/u;
const IN_LOWER_CASE = /(?<![\p{L}\p{M}'’-])\p{Ll}/gu;
const NOT_ASCII = /[^\p{ASCII}’]/u;

/**
 * English where its words outnumber those of others; else the language that its letters point to, clearly enough to
 * tell it from English with foreign names; else English. An outlet's language stands unless words speak against it.
 */
export function latinScriptLanguage(text: string, outlet: string | null): string {
  const { english, foreign } = countVotes(text);
  if (outlet !== null && outlet !== 'en') return english - foreign >= AGAINST_OUTLET ? 'en' : outlet;
  if (english > foreign || (outlet === 'en' && foreign - english < AGAINST_OUTLET)) return 'en';
  const isForeign = foreign > 2 * english;
  const written = text.match(IN_LOWER_CASE)?.length ?? 0;
  if (written < (isForeign ? WRITTEN_WITH_WORDS : WRITTEN_ALONE)) return 'en';
  const guess = ngramLanguage(text.slice(0, ASKED_AT_MOST));
  if (!guess || guess.lead < (isForeign ? LEAD_WITH_WORDS : LEAD_ALONE)) return 'en';
  return guess.language === 'ms' ? malayOrIndonesian(text) : guess.language;
}

function countVotes(text: string): Votes {
  const votes = { english: 0, foreign: 0 };
  let isFirst = true;
  for (const [word] of text.matchAll(WORD)) {
    const vote = voteOf(word, isFirst);
    isFirst = false;
    if (vote) votes[vote]++;
    if (Math.abs(votes.english - votes.foreign) >= SETTLED) break;
  }
  return votes;
}

/** Names are not asked: "Dan", "UN" and "Erdoğan" stand in English headlines, so short words count in lower case only. */
function voteOf(word: string, isFirst: boolean): keyof Votes | null {
  const lower = word.toLowerCase();
  if (ENGLISH_WORDS.has(lower) || ENGLISH_ENDING.test(word)) return 'english';
  const isNoName = isFirst || word === lower;
  if (FOREIGN_WORDS.has(lower)) return isNoName || word.length > 3 ? 'foreign' : null;
  return FOREIGN_CLITIC.test(word) || (isNoName && NOT_ASCII.test(word)) ? 'foreign' : null;
}

/** The detector does not tell the two apart; Indonesian where no word says Malay. */
function malayOrIndonesian(text: string): string {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => MALAY_WORDS.has(word)) ? 'ms' : 'id';
}
