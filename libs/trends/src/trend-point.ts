import { SCORE_UNIT } from '#domain/score.js';
import { addTally, emptyTally, type Tally } from '#domain/tally.js';
import type { Bucket } from './buckets.js';
import type { PointSums } from './build-series.js';

export type Figures = {
  count: number;
  scored: number;
  notScored: number;
  negative: number;
  neutral: number;
  positive: number;
  /** Mean score of the scored, in [-1, 1]; null where none is scored. */
  mean: number | null;
};

/** `share` is count / total, null where the total is 0. */
export type TrendPoint = Figures & {
  start: string;
  end: string;
  total: number;
  share: number | null;
  volume: number;
  open: boolean;
  withoutReprints: Figures;
};

export function figuresOf(tally: Tally): Figures {
  const { count, scored, negative, neutral, positive, sum } = tally;
  const mean = scored === 0 ? null : sum / scored / SCORE_UNIT;
  return { count, scored, notScored: count - scored, negative, neutral, positive, mean };
}

export function pointOf(sums: PointSums): TrendPoint {
  const { count } = sums.counts.all;
  const total = sums.total.count;
  return {
    start: sums.bucket.start.toISOString(),
    end: sums.bucket.end.toISOString(),
    ...figuresOf(sums.counts.all),
    total,
    share: total === 0 ? null : count / total,
    volume: sums.volume.count,
    open: sums.open,
    withoutReprints: figuresOf(sums.counts.origins),
  };
}

/** The sums of all points as one; open where one of them is. */
export function sumPoints(points: PointSums[], bucket: Bucket): PointSums {
  const counts = { all: emptyTally(), origins: emptyTally() };
  const sums: PointSums = { bucket, counts, total: emptyTally(), volume: emptyTally(), open: false };
  for (const point of points) {
    addTally(sums.counts.all, point.counts.all);
    addTally(sums.counts.origins, point.counts.origins);
    addTally(sums.total, point.total);
    addTally(sums.volume, point.volume);
    sums.open ||= point.open;
  }
  return sums;
}
