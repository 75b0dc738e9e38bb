import type { About } from '#domain/analysis.js';
import type { Grouping, Interval } from '#domain/trend-question.js';

/** What a trend is asked for, with sources already chosen from the register. */
export type TrendQuery = {
  /** Each is a series of its own; empty means all themes together. */
  themes: string[];
  by: Grouping | null;
  abouts: About[];
  /** Null: whatever source or language. */
  sources: string[] | null;
  languages: string[] | null;
  /** Inclusive, at the start of a bucket. */
  from: Date;
  /** Exclusive, at the end of a bucket. */
  to: Date;
  interval: Interval;
  zone: string;
};
