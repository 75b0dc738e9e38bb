/**
 * What the last word of a phrase may end with beyond what is written, by language: plural and third person in English,
 * the plurals and oblique cases of nouns elsewhere. Joined to the word, as the text is normalised.
 */
const ENDINGS: Record<string, ReadonlySet<string>> = {
  en: new Set(['s', 'es']),
  ur: new Set(['وں', 'یں', 'ات']),
  ps: new Set(['و', 'ونه', 'ونو', 'ان', 'انو', 'ګان', 'ګانو']),
  prs: new Set(['ها', 'های', 'هایی', 'ان']),
};

/** Shorter words with an ending are too often other words. */
const SHORTEST = 3;

/** Whether `ending` may follow a last word of `length` units in a phrase of `language`. */
export function mayEndWith(ending: string, length: number, language: string): boolean {
  return length >= SHORTEST && (ENDINGS[language]?.has(ending) ?? false);
}
