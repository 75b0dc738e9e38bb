import type { CoverageDay } from '#domain/coverage.js';
import { seededCounts } from '../../../../test/support/seeded-counts.js';
import { shiftDay, weekdayOf } from './day-name.js';
import { recordDay, type SourceDay } from './record-day.js';

const FIRST = '2026-01-01';

const facts = (over: Partial<SourceDay>): SourceDay => ({
  ...{ sourceId: 'post', day: FIRST, seen: 10, polls: { ok: 24, failed: 0 }, pollsAfter: { ok: 24, failed: 0 } },
  ...{ isOver: true, allFailed: false, knownPolled: false, records: [] },
  ...over,
});

/** Records days in a row, each with the ones before it. */
function live(seen: number[], over: (i: number) => Partial<SourceDay> = () => ({})): CoverageDay[] {
  const records: CoverageDay[] = [];
  for (const [i, count] of seen.entries())
    records.push(recordDay(facts({ day: shiftDay(FIRST, i), seen: count, records, ...over(i) }))!);
  return records;
}

const statesOf = (records: CoverageDay[]) => records.map(({ state }) => state);
const steady = (days: number): number[] => Array.from({ length: days }, () => 10);

describe('a source recorded day by day', () => {
  it('carries what it was judged by', () => {
    expect(recordDay(facts({ seen: 4, polls: { ok: 3, failed: 2 } }))).toEqual({
      ...{ sourceId: 'post', day: FIRST, state: 'observed', seen: 4, expected: null, polls: 5, failedPolls: 2 },
    });
  });

  it('reads outage on each day of a long loss, and observed again afterwards', () => {
    const states = statesOf(live([...steady(20), ...Array.from({ length: 15 }, () => 0), ...steady(3)]));
    expect(states.slice(20, 35)).toEqual(Array.from({ length: 15 }, () => 'outage'));
    expect(states.slice(35)).toEqual(['observed', 'observed', 'observed']);
  });

  it('that brings less from some day on is partial for some weeks, and then observed', () => {
    const states = statesOf(live([...steady(28), ...Array.from({ length: 40 }, () => 2)]));
    expect(states.slice(28, 35)).toEqual(Array.from({ length: 7 }, () => 'partial'));
    expect(states.slice(-10)).toEqual(Array.from({ length: 10 }, () => 'observed'));
  });

  it('learns that a paper is closed on Fridays', () => {
    const seen = Array.from({ length: 84 }, (_, i) => (weekdayOf(shiftDay(FIRST, i)) === 5 ? 0 : 12));
    const states = statesOf(live(seen));
    expect(states.filter((state) => state !== 'observed').length).toBeLessThanOrEqual(3);
    expect(statesOf(live(seen)).slice(35).every((state) => state === 'observed')).toBe(true);
  });

  it('learns that an outlet is closed at weekends, also if it was open on the first', () => {
    const isWeekend = (i: number): boolean => [6, 0].includes(weekdayOf(shiftDay(FIRST, i)));
    const states = statesOf(live(Array.from({ length: 84 }, (_, i) => (i > 7 && isWeekend(i) ? 0 : 12))));
    expect(states.slice(42)).toEqual(Array.from({ length: 42 }, () => 'observed'));
  });

  it('is not called partial for bringing less than an archive of it held', () => {
    const none = { polls: { ok: 0, failed: 0 }, pollsAfter: { ok: 0, failed: 0 } };
    const seen = [...Array.from({ length: 60 }, () => 50), ...steady(60)];
    const states = statesOf(live(seen, (i) => (i < 59 ? none : i === 59 ? { polls: none.polls } : {})));
    expect(states.slice(60)).toEqual(Array.from({ length: 60 }, () => 'observed'));
  });

  it('has no record of a day that goes on without a word of it, unless each of its feeds failed', () => {
    const soFar = { seen: 0, isOver: false, pollsAfter: { ok: 0, failed: 0 } };
    const failed = { ok: 0, failed: 1 };
    expect(recordDay(facts({ ...soFar, polls: failed }))).toBeNull();
    expect(recordDay(facts({ ...soFar, polls: failed, allFailed: true }))?.state).toBe('outage');
    expect(recordDay(facts({ ...soFar, polls: failed, isOver: true }))?.state).toBe('outage');
    expect(recordDay(facts({ ...soFar, polls: { ok: 1, failed: 1 } }))?.state).toBe('observed');
  });

  it('is not yet polled up to its first poll, and an outage on a later day without one', () => {
    const none = { polls: { ok: 0, failed: 0 }, pollsAfter: { ok: 0, failed: 0 } };
    const states = statesOf(live([0, 3, 5, 0, 0], (i) => (i === 2 ? { pollsAfter: none.pollsAfter } : none)));
    expect(states).toEqual(['not-yet-polled', 'not-yet-polled', 'observed', 'outage', 'outage']);
  });

  it('of an archive is judged by numbers after a week', () => {
    const none = { polls: { ok: 0, failed: 0 }, pollsAfter: { ok: 0, failed: 0 } };
    const states = statesOf(live([...steady(12), 1, 10], () => none));
    expect(states.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'not-yet-polled'));
    expect(states.slice(7)).toEqual([...Array.from({ length: 5 }, () => 'observed'), 'partial', 'observed']);
  });

  it('over years of chance is called an outage on at most one day in a hundred, also as it learns from itself', () => {
    for (const [seed, mean] of [3, 6, 9, 20].entries()) {
      const { count } = seededCounts(seed);
      const states = statesOf(live(Array.from({ length: 1_500 }, () => count(mean, 0.15))));
      expect(states.filter((state) => state === 'outage').length / states.length).toBeLessThanOrEqual(0.01);
      expect(states.filter((state) => state === 'partial').length / states.length).toBeLessThanOrEqual(0.03);
    }
  });
});
