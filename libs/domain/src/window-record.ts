import type { About } from './analysis.js';
import type { Tally } from './tally.js';
import type { Granularity } from './window.js';

/** Counts of all articles, and of story origins alone (without reprints). */
export type Counts = { all: Tally; origins: Tally };

/** Counts of one source and language. */
export type Cell = Counts & { source: string; language: string };

/** `any` stands for all four relevances together. */
export type RecordAbout = About | 'any';

/**
 * What one window holds of one theme (or of all, or of a pair) at one relevance. `all` is also kept at `any`.
 * `cells` is empty where the query left them out.
 */
export type WindowRecord = {
  windowId: string;
  theme: string;
  about: RecordAbout;
  /** The window's mark that was read before counting. */
  mark: number;
  /** The analysis versions among the articles counted, ascending. */
  versions: number[];
  totals: Counts;
  cells: Cell[];
};

export type RecordQuery = {
  granularity: Granularity;
  zone: string;
  /** Inclusive start of the first window. */
  from: Date;
  /** Exclusive. */
  to: Date;
  series: { theme: string; about: RecordAbout }[];
  withCells: boolean;
};

/** A record with the start of its window, in ascending order of it. */
export type TimedRecord = WindowRecord & { start: Date };
