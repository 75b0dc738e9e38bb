import type { StoryNode } from '#domain/article.js';
import { readField } from '../field-text.js';
import { shingleSet, textShingles, titleShingles } from './shingles.js';
import { EVERYWHERE } from './story-vocabulary.js';
import { isContent, storyWords, type StoryWords } from './story-words.js';
import { type Distinguishers, distinguishersOf } from './title-distinguishers.js';
import { instalmentOf, numbersOf } from './title-numbers.js';

/** What two articles are compared by. */
export type StoryReading = {
  /** The whole wording; equal for identical articles. */
  whole: string;
  title: Int32Array;
  text: Int32Array;
  /**
   * Whether the summary is a text of its own and not a notice that the outlet puts under everything: it speaks of what
   * the title does, or has many words that tell something.
   */
  telling: boolean;
  numbers: ReadonlySet<string>;
  distinguishers: Distinguishers;
  instalment: string;
};

/** Letters of a word that are compared, so that "border" and "borders" are one. */
const STEM = 5;
/** Different words that tell something, from which a summary is taken for a text of its own. */
const MANY_CONTENT_WORDS = 7;

export function readStory({ title, summary }: Pick<StoryNode, 'title' | 'summary'>): StoryReading {
  const words = storyWords(readField('title', title), readField('summary', summary));
  return {
    whole: `${words.title.join(' ')}\n${words.text.join(' ')}`,
    title: shingleSet(titleShingles(words.title)),
    text: shingleSet(textShingles(words.text)),
    telling: isTelling(words),
    numbers: numbersOf(words.title),
    distinguishers: distinguishersOf(words.title),
    instalment: instalmentOf(words.title),
  };
}

function isTelling({ title, text }: StoryWords): boolean {
  const content = new Set(text.filter((word) => isContent(word) && !EVERYWHERE.has(word)));
  if (content.size >= MANY_CONTENT_WORDS) return true;
  const stems = new Set([...content].map(stem));
  return title.some((word) => stems.has(stem(word)));
}

function stem(word: string): string {
  return word.slice(0, STEM);
}
