import type { Analysis } from './analysis.js';
import type { Correction, EffectiveValues } from './correction.js';

/** What a feed listed of an article when last polled, as a hash of its wording. */
export type Sighting = { feedId: string; hash: string };

/** Sanitised markup for reading, as one feed gave it of an article; null where it gave none. */
export type Markup = { id: string; feedId: string; html: string | null };

/** An earlier wording, kept when an edit replaced it. */
export type Revision = { revision: number; title: string; summary: string; replacedAt: Date };

/** Progress of the work on an article, apart from its facts. */
export type WorkState = {
  leaseUntil: Date | null;
  attempts: number;
  error: string | null;
  /** The analysis version whose work was given up, or null. */
  quarantinedVersion: number | null;
};

export type Membership = { storyId: string; origin: boolean };

export type Article = {
  /** Fixed at first sight, never recomputed. */
  id: string;
  /** Canonical URL, unique. */
  urlKey: string;
  /** The version of the rules that made the key. */
  keyVersion: number;
  /** The article that later rules found this one to be a double of. It then takes part in nothing any more. */
  mergedInto: string | null;
  url: string;
  sourceId: string;
  title: string;
  summary: string;
  author: string | null;
  /** The language that the item or its feed states, or null. */
  language: string | null;
  publishedAt: Date | null;
  firstSeenAt: Date;
  /** The instant that trends count it at: published, else first seen; fixed at insertion. */
  windowAt: Date;
  revision: number;
  history: Revision[];
  /** Ordered by feed id; the first is the lead feed, whose wording the article has. */
  seenIn: Sighting[];
  /** Normalised search terms, in reading order. */
  terms: string[];
  analysis: Analysis | null;
  /** What an analyst says against the analysis. It outlives edits and later analyses. */
  correction: Correction | null;
  /** How often it was corrected or a correction withdrawn, for compare-and-set. */
  corrections: number;
  story: Membership | null;
  /** The analysis version for which analysis, story and marks are all written; 0 after a new revision. */
  settledVersion: number;
  work: WorkState;
  /** Raised by one on every change of the facts, for compare-and-set. */
  seq: number;
};

/** The slim row that a rollup counts: what the analysis says, with what a correction overrides. */
export type CountedArticle = EffectiveValues & {
  id: string;
  sourceId: string;
  language: string;
  origin: boolean;
  version: number;
};

/** What story.join needs of an article. */
export type StoryNode = {
  id: string;
  windowAt: Date;
  signature: string[];
  title: string;
  summary: string;
  story: Membership | null;
  /** The analysis version and the revision it read, for settling. */
  version: number;
  revision: number;
  /** How often it was corrected when it was read, for settling; left out where it never was. */
  corrections?: number | undefined;
};

/** The feed whose wording and markup an article has. */
export function leadFeedOf({ seenIn }: Pick<Article, 'seenIn'>): string {
  return seenIn[0]!.feedId;
}

/** The order in which the earliest is an origin, and of doubles the one that stays. */
export function byTimeAndId(
  one: Pick<Article, 'id' | 'windowAt'>,
  other: Pick<Article, 'id' | 'windowAt'>,
): number {
  return one.windowAt.getTime() - other.windowAt.getTime() || (one.id < other.id ? -1 : 1);
}
