/**
 * How well a source was seen on a day: `observed`, as much as its habit lets expect; `partial`, clearly less; `outage`,
 * nothing where its habit lets expect something, or no poll that succeeded; `not-yet-polled`, before its first poll.
 */
export const COVERAGE_STATES = ['observed', 'partial', 'outage', 'not-yet-polled'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** A source on a UTC day; a permanent record. */
export type CoverageDay = {
  sourceId: string;
  /** Like 2026-03-01. */
  day: string;
  state: CoverageState;
  /** Articles that the day counts of it, whatever they are about. */
  seen: number;
  /** What the days before it let expect, or null where they are too few. */
  expected: number | null;
  polls: number;
  failedPolls: number;
};

/** The sources that were in a state on a UTC day. */
export type CoverageGroup = Pick<CoverageDay, 'day' | 'state'> & { sourceIds: string[] };
