import type { CoverageGroup, CoverageState } from '#domain/coverage.js';
import type { Interval } from '#domain/trend-question.js';
import { DAY_MS, dayOf } from '#domain/window.js';
import { type Bucket, granularityOf } from '../buckets.js';
import { dayNameOf } from './day-name.js';

/** Source-days by state: how many sources were seen how well, summed over the days of a span. */
export type CoverageCount = { observed: number; partial: number; outage: number; notYetPolled: number };

export type CoverageView = {
  /** Of all sources. */
  groups: readonly CoverageGroup[];
  /** Those that are asked about. One without a record of a past day was not yet polled on it. */
  sources: ReadonlySet<string>;
  /** The present UTC day, like 2026-03-01: what lies after it is not counted, nor is it while there is no record of it. */
  today: string;
};

const FIELD: Record<CoverageState, keyof CoverageCount> = {
  observed: 'observed',
  partial: 'partial',
  outage: 'outage',
  'not-yet-polled': 'notYetPolled',
};

function noCoverage(): CoverageCount {
  return { observed: 0, partial: 0, outage: 0, notYetPolled: 0 };
}

/**
 * Counts source-days for buckets. A bucket has the UTC days whose noon lies in it; one that is shorter than a day has the
 * UTC day that it is a part of.
 */
export function coverageCounter(view: CoverageView, interval: Interval): (bucket: Bucket) => CoverageCount {
  const byDay = countByDay(view);
  const isShort = granularityOf(interval) === '30m';
  return ({ start, end }) => {
    const sum = noCoverage();
    for (const day of daysOf(start, end, isShort)) addTo(sum, byDay.get(day) ?? untold(day, view));
    return sum;
  };
}

function countByDay({ groups, sources, today }: CoverageView): Map<string, CoverageCount> {
  const byDay = new Map<string, CoverageCount>();
  for (const { day, state, sourceIds } of groups) {
    const count = byDay.get(day) ?? noCoverage();
    byDay.set(day, count);
    count[FIELD[state]] += sourceIds.filter((id) => sources.has(id)).length;
  }
  for (const [day, count] of byDay) if (day < today) count.notYetPolled += sources.size - totalOf(count);
  return byDay;
}

/** A day without any record. */
function untold(day: string, { sources, today }: CoverageView): CoverageCount {
  return { ...noCoverage(), notYetPolled: day < today ? sources.size : 0 };
}

function daysOf(start: Date, end: Date, isShort: boolean): string[] {
  const first = dayOf(start, 'UTC').start.getTime() + (isShort ? 0 : DAY_MS / 2);
  const days: string[] = [];
  for (let at = first; at < end.getTime(); at += DAY_MS)
    if (isShort || at >= start.getTime()) days.push(dayNameOf(new Date(at)));
  return days;
}

const totalOf = (count: CoverageCount): number =>
  Object.values(FIELD).reduce((sum, field) => sum + count[field], 0);

function addTo(sum: CoverageCount, more: CoverageCount): void {
  for (const field of Object.values(FIELD)) sum[field] += more[field];
}
