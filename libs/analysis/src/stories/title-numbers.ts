import { MONTHS, NUMBER_WORDS, SERIES_WORDS, WEEKDAYS_AND_HOURS } from './story-vocabulary.js';

/** The numbers of a title in digits: numerals, and small numbers in words. */
export function numbersOf(title: string[]): Set<string> {
  const numbers = title.map((word) => NUMBER_WORDS.get(word) ?? (/^\d+$/.test(word) ? word : null));
  return new Set(numbers.filter((number) => number !== null));
}

/** Whether two titles could count the same: all numbers of one are also the other's. */
export function numbersAgree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  return [...fewer].every((number) => more.has(number));
}

/**
 * What numbers a title as an instalment of a series: "day 600", "Part 2", "Nov. 13", a weekday, the time of day. Two
 * titles that have some and differ in it are two instalments, however alike they are. Empty where there is none.
 */
export function instalmentOf(title: string[]): string {
  const marks = title.flatMap((word, i) => {
    if (WEEKDAYS_AND_HOURS.has(word)) return [word];
    const number = NUMBER_WORDS.get(word) ?? /^\d+/.exec(word)?.[0];
    return number !== undefined && [title[i - 1], title[i + 1]].some(isSeriesWord) ? [number] : [];
  });
  return marks.sort().join(' ');
}

function isSeriesWord(word: string | undefined): boolean {
  return word !== undefined && (SERIES_WORDS.has(word) || MONTHS.has(word));
}
