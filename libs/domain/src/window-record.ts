import type { About } from './analysis.js';
import { addTally, emptyTally, type Tally } from './tally.js';
import type { Granularity } from './window.js';

/** Counts of all articles, and of story origins alone (without reprints). */
export type Counts = { all: Tally; origins: Tally };

/** Counts of one source and language. */
export type Cell = Counts & { source: string; language: string };

/** `any` stands for all four relevances together. */
export type RecordAbout = About | 'any';

/**
 * What one window holds of one theme (or of all, or of a pair) at one relevance. `all` is also kept at `any`.
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

/** The group that a cell of this source and language counts in, or null where it does not count. */
export type CellGroup = (source: string, language: string) => string | null;

export type RecordQuery = {
  granularity: Granularity;
  zone: string;
  /** Inclusive start of the first window. */
  from: Date;
  /** Exclusive. */
  to: Date;
  series: { theme: string; about: RecordAbout }[];
  /** Sums the cells of each record by these groups; null asks for totals alone, which are cheaper to read. */
  group: CellGroup | null;
};

/** A record as it is read: with the start of its window, and its cells as sums of the groups asked for. */
export type TimedRecord = Omit<WindowRecord, 'cells'> & { start: Date; groups: Map<string, Counts> };

/** Sums cells by group. */
export function sumByGroup(cells: Iterable<Cell>, group: CellGroup): Map<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const cell of cells) {
    const name = group(cell.source, cell.language);
    if (name === null) continue;
    const counts = groups.get(name) ?? { all: emptyTally(), origins: emptyTally() };
    addTally(counts.all, cell.all);
    addTally(counts.origins, cell.origins);
    groups.set(name, counts);
  }
  return groups;
}
