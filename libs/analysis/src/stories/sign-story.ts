import type { FieldText } from '../field-text.js';
import { hashText } from './hash-text.js';
import { type Banding, bandKeys } from './min-hash.js';
import { hashOf, textShingles, titleShingles } from './shingles.js';
import { storyWords } from './story-words.js';

/*
 * Chosen on edited copies of real articles. With a tenth of its words changed a headline is 0.78 similar on average and
 * a summary 0.56: they share a key with a probability of 0.99 and 0.97. With a fifth it is 0.61 and 0.35, and 0.83 and
 * 0.68; one of both is enough. Fewer rows for titles would find more, but bring ten times the candidates, since headlines
 * of one subject share names; more bands would cost a row of the store's index each, for every article there is.
 */
export const TITLE_BANDS: Banding = { kind: 't', bands: 7, rows: 3 };
export const TEXT_BANDS: Banding = { kind: 'x', bands: 9, rows: 2 };

/**
 * Keys of which two near-duplicates share at least one: `e` for the exact wording, `t0` to `t6` for titles that are alike,
 * `x0` to `x8` for summaries that are; see {@link bandKeys}. What says too little to stand for a story gives none, so
 * that a rubric is no story. At most 17 keys, each of letters, digits and one colon, at most 10 characters long.
 */
export function signStory(title: FieldText, summary: FieldText): string[] {
  const words = storyWords(title, summary);
  const [ofTitle, ofText] = [titleShingles(words.title), textShingles(words.text)];
  if (ofTitle.length === 0 && ofText.length === 0) return [];
  return [
    `e:${hashText(hashOf(ofTitle, ofText))}`,
    ...bandKeys(ofTitle, TITLE_BANDS),
    ...bandKeys(ofText, TEXT_BANDS),
  ];
}
