/** A word, number or emoji at `[start, end)` of the normalised text. */
export type Token = { text: string; start: number; end: number };

const WORD = /[\p{L}\p{M}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\p{Emoji_Modifier}?/gu;

/** The words, numbers and emoji of a normalised text in reading order; everything else parts them. */
export function tokenise(normalised: string): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(normalised); found; found = WORD.exec(normalised)) {
    tokens.push({ text: found[0], start: found.index, end: WORD.lastIndex });
  }
  return tokens;
}
