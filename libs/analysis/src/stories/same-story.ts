import { overlap } from './shingles.js';
import type { StoryReading } from './story-reading.js';
import { distinguishersAgree } from './title-distinguishers.js';
import { numbersAgree } from './title-numbers.js';

/** Similarity of summaries that is enough by itself. */
export const TEXT_ALONE = 0.4;
/** Similarity of titles that is enough where one of the articles has no summary to compare. */
export const TITLE_ALONE = 0.5;
/** Similarity of titles that is enough though the summaries are different: outlets write their own under a wire headline. */
export const TITLE_AGAINST_TEXT = 0.8;
/** Sum of both similarities that is enough, where neither is below its least: edited in both. */
export const BOTH_TOGETHER = 0.8;
export const LEAST_TITLE = 0.3;
export const LEAST_TEXT = 0.2;
/** Similarity of titles below which like summaries may be a notice that the outlet puts under everything. */
export const TITLE_RELATED = 0.2;
/** Shingles that two summaries share at least, for their similarity to count, and for it to count under unlike titles. */
export const MIN_SHARED = 4;
export const MIN_SHARED_ALONE = 8;
/** What it counts for that a shortened summary is contained in the whole one, against being equal to it. */
export const CONTAINED_WEIGHT = 0.6;

/**
 * Whether two articles are near-duplicates: a reprint, an edited, shortened or re-headlined copy. Judged by exact Jaccard
 * similarities, in [0, 1], of the shingles of their titles and of their summaries, or for shortened copies by how far one
 * summary is contained in the other. Instalments of a series ("day 600", "day 601") are never one story. Where
 * the titles alone speak for it, their numbers, places, quarters, ordinals and states must agree, too. The order of the
 * two does not matter.
 *
 * A share c of changed words leaves about s = (1 − c)³ / (2 − (1 − c)³) of the shingles of three words in common: 0.57 at
 * 10 %, 0.34 at 20 %, where the titles, of which more is left, make up for it.
 */
export function isSameStory(one: StoryReading, other: StoryReading): boolean {
  if (one.instalment !== '' && other.instalment !== '' && one.instalment !== other.instalment) return false;
  if (one.whole === other.whole) return one.title.length > 0 || one.telling;
  const title = overlap(one.title, other.title).jaccard;
  const text = compareTexts(one, other);
  if (text.similarity >= TEXT_ALONE) return title >= TITLE_RELATED || text.telling;
  const areEdited = title >= LEAST_TITLE && text.similarity >= LEAST_TEXT;
  if (areEdited && title + text.similarity >= BOTH_TOGETHER) return true;
  const comparable = one.text.length > 0 && other.text.length > 0;
  if (title < (comparable ? TITLE_AGAINST_TEXT : TITLE_ALONE)) return false;
  return (
    numbersAgree(one.numbers, other.numbers) && distinguishersAgree(one.distinguishers, other.distinguishers)
  );
}

function compareTexts(one: StoryReading, other: StoryReading): { similarity: number; telling: boolean } {
  const { shared, jaccard, contained } = overlap(one.text, other.text);
  const telling = shared >= MIN_SHARED_ALONE && (one.telling || other.telling);
  if (shared < MIN_SHARED) return { similarity: 0, telling };
  const asPart = shared < MIN_SHARED_ALONE ? 0 : CONTAINED_WEIGHT * contained;
  return { similarity: Math.max(jaccard, asPart), telling };
}
