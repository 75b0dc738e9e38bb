import type { FieldText } from '../field-text.js';
import { boilerplateOf } from './boilerplate.js';
import { EMPTY_WORDS, MONTHS, SERIES_WORDS, WEEKDAYS_AND_HOURS } from './story-vocabulary.js';

/** Words of a title from which it can stand for a story, and how many of them must tell something. */
export const MIN_TITLE_WORDS = 5;
export const MIN_TITLE_CONTENT = 3;
/** Words of a summary from which it can. */
export const MIN_TEXT_WORDS = 8;

/** The words by which stories are told apart; a field that says too little is empty. */
export type StoryWords = { title: string[]; text: string[] };

/** Reads title and summary without datelines, bylines and boilerplate. Words are folded. */
export function storyWords(title: FieldText, summary: FieldText): StoryWords {
  const titleWords = ownWords(title);
  const textWords = ownWords(summary);
  return {
    title: isRubric(titleWords) ? [] : titleWords,
    text: textWords.length < MIN_TEXT_WORDS ? [] : textWords,
  };
}

/** Whether a word says something of what a text is about. */
export function isContent(word: string): boolean {
  return (
    word.length > 1 &&
    !EMPTY_WORDS.has(word) &&
    !SERIES_WORDS.has(word) &&
    !MONTHS.has(word) &&
    !WEEKDAYS_AND_HOURS.has(word) &&
    !/^\d/.test(word)
  );
}

/** "Latest news bulletin", "Morning briefing, 12 October": the heading of what appears again and again. */
function isRubric(words: string[]): boolean {
  if (words.length < MIN_TITLE_WORDS) return true;
  let telling = 0;
  for (const word of words) if (isContent(word) && ++telling === MIN_TITLE_CONTENT) return false;
  return true;
}

function ownWords(field: FieldText): string[] {
  const cuts = boilerplateOf(field);
  const kept =
    cuts.length === 0
      ? field.tokens
      : field.tokens.filter(({ start }) => !cuts.some((cut) => start >= cut.start && start < cut.end));
  return kept.map(({ text }) => text);
}
