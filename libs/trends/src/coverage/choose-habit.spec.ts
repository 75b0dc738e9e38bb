import type { CoverageDay } from '#domain/coverage.js';
import { chooseHabit, HABIT_DAYS } from './choose-habit.js';
import { shiftDay } from './day-name.js';

const TODAY = '2026-03-29';

/** `ago` days before today. */
const record = (ago: number, over: Partial<CoverageDay> = {}): CoverageDay => ({
  ...{ sourceId: 'post', day: shiftDay(TODAY, -ago), state: 'observed', seen: 10, expected: null },
  ...{ polls: 24, failedPolls: 0 },
  ...over,
});

const days = (count: number, over: (ago: number) => Partial<CoverageDay> = () => ({})): CoverageDay[] =>
  Array.from({ length: count }, (_, i) => record(i + 1, over(i + 1)));

const seenOf = (records: CoverageDay[], polledBefore = true): number[] =>
  chooseHabit(records, { day: TODAY, polledBefore }).map(({ seen }) => seen);

describe('the days that make a habit', () => {
  it('are the latest four weeks, each with its weekday', () => {
    expect(seenOf(days(40, (ago) => ({ seen: ago })))).toEqual(Array.from({ length: HABIT_DAYS }, (_, i) => i + 1));
    const [yesterday] = chooseHabit(days(1), { day: TODAY, polledBefore: true });
    expect(yesterday).toEqual({ seen: 10, weekday: 6 });
  });

  it('leave outages out, however long, and reach further back for them', () => {
    const long = days(50, (ago) => (ago <= 20 ? { state: 'outage', seen: 0 } : {}));
    expect(seenOf(long)).toEqual(Array.from({ length: 28 }, () => 10));
  });

  it('keep partial days, so that a source that brings less is accepted in the end', () => {
    const less = days(28, (ago) => (ago <= 10 ? { state: 'partial', seen: 3 } : {}));
    expect(seenOf(less).filter((seen) => seen === 3)).toHaveLength(10);
  });

  it('take up single quiet days once they recur, but not those that were polled badly', () => {
    const fridays = (polls: Partial<CoverageDay>, weeks: number) =>
      days(28, (ago) => (ago % 7 === 2 && ago < weeks * 7 ? { state: 'outage', seen: 0, ...polls } : {}));
    expect(seenOf(fridays({}, 2)).filter((seen) => seen === 0)).toHaveLength(0);
    expect(seenOf(fridays({}, 3)).filter((seen) => seen === 0)).toHaveLength(3);
    expect(seenOf(fridays({ failedPolls: 24 }, 4)).filter((seen) => seen === 0)).toHaveLength(0);
  });

  it('take up weekends, but no longer runs, which are outages however often they come', () => {
    const closed = (run: number) =>
      days(28, (ago) => (ago % 7 >= 2 && ago % 7 < 2 + run ? { state: 'outage', seen: 0 } : {}));
    expect(seenOf(closed(2)).filter((seen) => seen === 0)).toHaveLength(8);
    expect(seenOf(closed(3)).filter((seen) => seen === 0)).toHaveLength(0);
  });

  it('are days that were polled, once the source is: an archive may hold more than its feeds list', () => {
    const archive = days(40, (ago) => (ago > 8 ? { polls: 0, seen: 50 } : {}));
    expect(seenOf(archive)).toEqual(Array.from({ length: 8 }, () => 10));
  });

  it('are the days of an archive whatever was said of them before, so that the order of counting is nothing', () => {
    const said = (state: CoverageDay['state']) => seenOf(days(9, () => ({ state, polls: 0 })), false);
    expect(said('observed')).toEqual(said('not-yet-polled'));
  });

  it('are days of an archive only where the day itself lies before the first poll', () => {
    const archive = days(9, () => ({ state: 'not-yet-polled', polls: 0 }));
    expect(seenOf(archive, false)).toHaveLength(9);
    expect(seenOf(archive, true)).toEqual([]);
    expect(seenOf(days(30, () => ({ state: 'not-yet-polled', polls: 0 })), false)).toHaveLength(10);
    expect(seenOf(days(9, () => ({ state: 'not-yet-polled', polls: 0, seen: 0 })), false)).toEqual([]);
  });
});
