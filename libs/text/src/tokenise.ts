/** A word, number or emoji at `[start, end)` of the normalised text. */
export type Token = { text: string; start: number; end: number };

const WORD_OR_EMOJI =
  /[\p{L}\p{M}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\p{Emoji_Modifier}?/uy;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const WORDS = /[\p{L}\p{M}\p{N}]*/uy;

const IN_WORD = 1;
const BETWEEN = 2;
/** A part of a character of two units, or an emoji. */
const RARE = 3;

/** By code unit; 0 is not known yet. */
const kinds = new Uint8Array(0x10000).fill(RARE, 0xd800, 0xe000);

/** The words, numbers and emoji of a normalised text in reading order; everything else parts them. */
export function tokenise(normalised: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < normalised.length;) {
    const kind = kindOf(normalised.charCodeAt(at));
    const end = kind === IN_WORD ? wordEnd(normalised, at) : kind === RARE ? rareEnd(normalised, at) : at;
    if (end > at) tokens.push({ text: normalised.slice(at, end), start: at, end });
    at = end > at ? end : at + 1;
  }
  return tokens;
}

function kindOf(code: number): number {
  return (kinds[code] ||= classify(String.fromCharCode(code)));
}

function classify(character: string): number {
  if (WORD.test(character)) return IN_WORD;
  return EMOJI.test(character) ? RARE : BETWEEN;
}

/** Where the word ends that `start` stands in. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === RARE) return endOf(WORDS, text, at);
    if (kind === BETWEEN) return at;
    at++;
  }
  return at;
}

/** Where a word or emoji ends that begins at `at`, `at` where none does. */
function rareEnd(text: string, at: number): number {
  return endOf(WORD_OR_EMOJI, text, at);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
