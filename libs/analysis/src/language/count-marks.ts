/** What speaks for a language among those of its script: letters or parts of words, and whole words. */
export type Marks = { language: string; parts: RegExp | null; words: string };
export type KnownMarks = { languages: Marks[]; byWord: Map<string, string[]> };

/** So many marks more than the outlet's language must another have. */
const OUTLET_LEAD = 3;

/** A plain list, for it is faster than classes of Unicode; the joiner parts what it joins, as in "می‌کند". */
const BETWEEN_WORDS = /[\s\u200c!-@[-`{-~،؛؟۔।«»“”‘’…–—]+/;

/** Words are parted by spaces. */
export function knowMarks(languages: Marks[]): KnownMarks {
  const byWord = new Map<string, string[]>();
  for (const { language, words } of languages) {
    for (const word of new Set(words.split(' '))) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
  return { languages, byWord };
}

/**
 * The language of most marks, of equally many the first listed. The outlet's language, `usual` where it is null, stands
 * without any; the outlet's also against up to 3 marks more, and against all where `known` does not list it.
 */
export function languageOfMostMarks(
  text: string,
  known: KnownMarks,
  outlet: string | null,
  usual: string,
): string {
  if (outlet !== null && !known.languages.some(({ language }) => language === outlet)) return outlet;
  const counts = countMarks(text, known);
  let best = {
    language: outlet ?? usual,
    count: outlet === null ? 0 : OUTLET_LEAD + (counts.get(outlet) ?? 0),
  };
  for (const { language } of known.languages) {
    const count = counts.get(language) ?? 0;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}

function countMarks(text: string, { languages, byWord }: KnownMarks): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language, parts } of languages) {
    if (parts) counts.set(language, text.match(parts)?.length ?? 0);
  }
  for (const word of text.split(BETWEEN_WORDS)) {
    for (const language of byWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}
