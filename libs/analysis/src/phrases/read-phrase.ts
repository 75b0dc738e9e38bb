import { normaliseText } from '#text/normalise.js';
import { tokenise } from '#text/tokenise.js';

/** One spelling of a phrase: its normalised words, and which of them may go on with any letters. */
export type Spelling = { words: string[]; open: boolean[] };

const JOINER = /\u200c/g;
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;
/** Words of a phrase up to which every way of joining them is known: eight ways for four. */
const JOINED_UP_TO = 4;

/**
 * The spellings of a phrase. An asterisk at the end of a word stands for any letters or none. Arabic script leaves it to
 * the writer whether the parts of a compound are joined, parted by a blank or by a zero-width non-joiner. Throws where
 * a phrase has no word in it, or an asterisk elsewhere.
 */
export function readPhrase(phrase: string): Spelling[] {
  const spelling: Spelling = { words: [], open: [] };
  for (const part of phrase.replace(JOINER, ' ').trim().split(/\s+/)) {
    const open = part.endsWith('*');
    if (part.slice(0, -1).includes('*')) throw new Error(`an asterisk in "${phrase}" does not end a word`);
    const words = tokenise(normaliseText(part)).map((token) => token.text);
    spelling.words.push(...words);
    spelling.open.push(...words.map((_, index) => open && index === words.length - 1));
  }
  if (spelling.words.length === 0) throw new Error(`the phrase "${phrase}" has no word in it`);
  const isCompound =
    spelling.words.length <= JOINED_UP_TO && spelling.words.every((word) => ARABIC_WORD.test(word));
  return isCompound ? joinedWays(spelling) : [spelling];
}

/** Every way of joining neighbours; nothing is joined to a word that may go on. */
function joinedWays({ words, open }: Spelling): Spelling[] {
  let ways: Spelling[] = [{ words: words.slice(0, 1), open: open.slice(0, 1) }];
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    const mayGoOn = open[index]!;
    ways = ways.flatMap((way) => {
      const apart = { words: [...way.words, word], open: [...way.open, mayGoOn] };
      if (way.open.at(-1)) return [apart];
      const joined = [...way.words.slice(0, -1), `${way.words.at(-1)}${word}`];
      return [apart, { words: joined, open: [...way.open.slice(0, -1), mayGoOn] }];
    });
  }
  return ways;
}
