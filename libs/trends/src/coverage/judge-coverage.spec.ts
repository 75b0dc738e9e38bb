import fc from 'fast-check';
import type { CoverageState } from '#domain/coverage.js';
import { seededCounts } from '../../../../test/support/seeded-counts.js';
import type { HabitDay } from './fit-habit.js';
import { type DaySeen, judgeCoverage } from './judge-coverage.js';

/** Days before a Sunday, the latest first. */
const habitOf = (counts: number[]): HabitDay[] =>
  counts.map((seen, i) => ({ seen, weekday: (7 * 28 - 1 - i) % 7 }));

const day = (over: Partial<DaySeen>): DaySeen => ({
  ...{ seen: 10, weekday: 0, habit: [], polls: { ok: 24, failed: 0 }, polledBefore: true, isOver: true },
  ...over,
});

const stateOf = (over: Partial<DaySeen>): CoverageState => judgeCoverage(day(over)).state;

const steady = habitOf(Array.from({ length: 28 }, (_, i) => 9 + (i % 3)));
const failing = { ok: 0, failed: 6 };

describe('the coverage of a source and day', () => {
  it('is judged by numbers where a habit is known', () => {
    expect([12, 10, 7, 2, 1, 0].map((seen) => stateOf({ seen, habit: steady }))).toEqual([
      ...['observed', 'observed', 'observed'],
      ...['partial', 'partial', 'outage'],
    ]);
    expect(judgeCoverage(day({ habit: steady })).expected).toBe(9.9);
  });

  it('is judged by polls where none is', () => {
    const habit = steady.slice(0, 6);
    expect(stateOf({ seen: 0, habit })).toBe('observed');
    expect(stateOf({ seen: 0, habit, polls: failing })).toBe('outage');
    expect(stateOf({ seen: 0, habit, polls: { ok: 0, failed: 0 } })).toBe('outage');
    expect(stateOf({ seen: 1, habit, polls: failing })).toBe('observed');
    expect(judgeCoverage(day({ habit })).expected).toBeNull();
  });

  it('is an outage where no poll succeeded and nothing was seen, however sparse the habit', () => {
    const sparse = habitOf(Array.from({ length: 28 }, (_, i) => Number(i % 5 === 0)));
    expect(stateOf({ seen: 0, habit: sparse })).toBe('observed');
    expect(stateOf({ seen: 0, habit: sparse, polls: failing })).toBe('outage');
  });

  it('is not yet polled before the first poll, unless an archive makes it a matter of numbers', () => {
    const none = { ok: 0, failed: 0 };
    expect(stateOf({ seen: 0, polledBefore: false, polls: none })).toBe('not-yet-polled');
    expect(stateOf({ seen: 30, polledBefore: false, polls: none })).toBe('not-yet-polled');
    expect(stateOf({ seen: 0, polledBefore: false, polls: none, habit: steady })).toBe('not-yet-polled');
    expect(stateOf({ seen: 10, polledBefore: false, polls: none, habit: steady })).toBe('observed');
    expect(stateOf({ seen: 2, polledBefore: false, polls: none, habit: steady })).toBe('partial');
  });

  it('is no loss while the day goes on', () => {
    expect(stateOf({ seen: 2, habit: steady, isOver: false })).toBe('observed');
    expect(stateOf({ seen: 0, habit: steady, isOver: false })).toBe('observed');
    expect(stateOf({ seen: 0, habit: steady, isOver: false, polls: failing })).toBe('outage');
  });

  it('knows the days on which a paper is closed', () => {
    const closedOnSundays = habitOf(Array.from({ length: 28 }, (_, i) => (i % 7 === 6 ? 0 : 12)));
    expect(closedOnSundays.filter(({ seen }) => seen === 0).every(({ weekday }) => weekday === 0)).toBe(true);
    expect(stateOf({ seen: 0, habit: closedOnSundays, weekday: 0 })).toBe('observed');
    expect(stateOf({ seen: 0, habit: closedOnSundays, weekday: 3 })).toBe('outage');
  });

  it('is not loosened by days of breaking news', () => {
    const bursts = habitOf(Array.from({ length: 28 }, (_, i) => (i % 9 === 4 ? 90 : 12)));
    expect(stateOf({ seen: 0, habit: bursts })).toBe('outage');
    expect(judgeCoverage(day({ habit: bursts })).expected).toBeLessThan(15);
  });

  const ORDER: CoverageState[] = ['not-yet-polled', 'outage', 'partial', 'observed'];
  const anyDay = fc.record({
    seen: fc.nat({ max: 400 }),
    weekday: fc.integer({ min: 0, max: 6 }),
    habit: fc.array(
      fc.record({
        seen: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 3_000 })),
        weekday: fc.integer({ min: 0, max: 6 }),
      }),
      { maxLength: 28 },
    ),
    polls: fc.record({ ok: fc.nat({ max: 3 }), failed: fc.nat({ max: 3 }) }),
    polledBefore: fc.boolean(),
    isOver: fc.boolean(),
  });

  it('never gets worse by more articles, and says a number or nothing', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 50 }), (one, more) => {
        const before = judgeCoverage(one);
        const after = judgeCoverage({ ...one, seen: one.seen + more });
        expect(ORDER.indexOf(after.state)).toBeGreaterThanOrEqual(ORDER.indexOf(before.state));
        expect(after.expected).toEqual(before.expected);
        if (before.expected !== null) expect(before.expected).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which the days before are told', () => {
    const shuffled = anyDay.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray(one.habit, { minLength: one.habit.length, maxLength: one.habit.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, habit]) => {
        expect(judgeCoverage({ ...one, habit })).toEqual(judgeCoverage(one));
      }),
    );
  });
});

describe('over many sources with counts by chance', () => {
  const TRIALS = 2_000;

  /** How often each state is said of a day, by chance like the days before it, or with a given count. */
  function rates(mean: number, dispersion: number, days: number, seen?: number): Record<CoverageState, number> {
    const { count } = seededCounts(mean * 1_000 + dispersion * 100 + days);
    const found = { observed: 0, partial: 0, outage: 0, 'not-yet-polled': 0 };
    for (let trial = 0; trial < TRIALS; trial++) {
      const habit = habitOf(Array.from({ length: days }, () => count(mean, dispersion)));
      const state = stateOf({ habit, seen: seen ?? count(mean, dispersion), weekday: trial % 7 });
      found[state] += 1 / TRIALS;
    }
    return found;
  }

  const SETTINGS = [2, 5, 8, 12, 30].flatMap((mean) =>
    [0, 0.3].flatMap((dispersion) => [7, 28].map((days) => ({ mean, dispersion, days }))),
  );

  it.each(SETTINGS)(
    'a quiet day is called an outage at most once in a hundred (mean $mean, dispersion $dispersion, $days days)',
    ({ mean, dispersion, days }) => {
      expect(rates(mean, dispersion, days).outage).toBeLessThanOrEqual(0.01);
    },
  );

  it('a day that is removed is found at 8 a day and four weeks of habit, but for one time in five hundred', () => {
    expect(rates(8, 0, 28, 0).outage).toBeGreaterThan(0.998);
  });

  it.each([10, 30])('a day that is removed is always found at %i a day and four weeks of habit', (mean) => {
    expect(rates(mean, 0, 28, 0).outage).toBeCloseTo(1, 9);
  });

  it('a day that is removed is found at 20 a day also where counts scatter', () => {
    expect(rates(20, 0.1, 28, 0).outage).toBeCloseTo(1, 9);
    expect(rates(20, 0.1, 7, 0).outage).toBeGreaterThan(0.99);
  });

  it('a whole day is rarely called partial', () => {
    expect(rates(10, 0.1, 28).partial).toBeLessThanOrEqual(0.015);
    expect(rates(100, 0.1, 28).partial).toBeLessThanOrEqual(0.02);
  });
});
