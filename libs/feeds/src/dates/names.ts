import { normaliseText } from '#text/normalise.js';

/**
 * The number of every name in rows of one language each: names by blanks, spellings of one by "|", words of one spelling
 * by "_". Names are folded as `plainDateText` folds dates and lose the blanks between their words. Where languages
 * disagree, the earlier row decides.
 */
export function namesByNumber(rows: string[], first: number): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const row of rows) {
    for (const [i, spellings] of row.split(' ').entries()) {
      for (const spelling of spellings.split('|')) {
        const name = normaliseText(spelling.replaceAll('_', ''));
        if (!numbers.has(name)) numbers.set(name, first + i);
      }
    }
  }
  return numbers;
}
