import type { CoverageDay, CoverageGroup } from '../coverage.js';

export abstract class CoverageStore {
  /** Inserts or replaces, by source and day. */
  abstract save(days: CoverageDay[]): Promise<void>;

  /** The records with `from ≤ day < to` (days like 2026-03-01) of these sources, of all where null, by day and source. */
  abstract days(ask: { from: string; to: string; sources: string[] | null }): Promise<CoverageDay[]>;

  /** Which sources were in which state on the days with `from ≤ day < to`, by day; all that a year of trends needs. */
  abstract groups(from: string, to: string): Promise<CoverageGroup[]>;
}
