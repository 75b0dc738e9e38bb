import { normaliseText } from '#text/normalise.js';
import { tokenise } from '#text/tokenise.js';

/** One spelling of a phrase: its normalised words, and which of them may go on with any letters. */
export type Spelling = { words: string[]; open: boolean[] };

const JOINER = '\u200c';
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;
/** Words of a phrase up to which every way of joining them is known: eight ways for four. */
const JOINED_UP_TO = 4;

/**
 * The spellings of a phrase. An asterisk at the end of a word stands for any letters or none. Arabic script leaves it to
 * the writer whether the parts of a compound are joined, parted by a blank or by a zero-width non-joiner; in a long
 * phrase, parts are those that the phrase itself has with a non-joiner. Throws where a phrase has no word in it, or an
 * asterisk elsewhere.
 */
export function readPhrase(phrase: string): Spelling[] {
  const spelling: Spelling = { words: [], open: [] };
  /** By word, whether a non-joiner stands before it. */
  const linked: boolean[] = [];
  for (const part of phrase.trim().split(/\s+/)) {
    for (const [k, written] of part.split(JOINER).entries()) {
      const { words, open } = readPart(written, phrase);
      spelling.words.push(...words);
      spelling.open.push(...open);
      linked.push(...words.map((_, index) => k > 0 && index === 0));
    }
  }
  const { words } = spelling;
  if (words.length === 0) throw new Error(`the phrase "${phrase}" has no word in it`);
  if (!words.every((word) => ARABIC_WORD.test(word))) return [spelling];
  return joinedWays(spelling, (index) => words.length <= JOINED_UP_TO || linked[index]!);
}

function readPart(written: string, phrase: string): Spelling {
  const open = written.endsWith('*');
  if (written.slice(0, -1).includes('*')) throw new Error(`an asterisk in "${phrase}" does not end a word`);
  const words = tokenise(normaliseText(written)).map((token) => token.text);
  return { words, open: words.map((_, index) => open && index === words.length - 1) };
}

/** Every way of joining neighbours that may be; nothing is joined to a word that may go on. */
function joinedWays({ words, open }: Spelling, mayJoin: (index: number) => boolean): Spelling[] {
  let ways: Spelling[] = [{ words: words.slice(0, 1), open: open.slice(0, 1) }];
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    const mayGoOn = open[index]!;
    ways = ways.flatMap((way) => {
      const apart = { words: [...way.words, word], open: [...way.open, mayGoOn] };
      if (way.open.at(-1) || !mayJoin(index)) return [apart];
      const joined = [...way.words.slice(0, -1), `${way.words.at(-1)}${word}`];
      return [apart, { words: joined, open: [...way.open.slice(0, -1), mayGoOn] }];
    });
  }
  return ways;
}
