import fc from 'fast-check';
import type { CoverageDay } from '#domain/coverage.js';
import { DAY_MS } from '#domain/window.js';
import { recordCoverage } from '#pipeline/record-coverage.js';
import { daysFrom, shiftDay, startOfDay } from '#trends/coverage/day-name.js';
import { seededCounts } from '../support/seeded-counts.js';
import { openWatchedWorld, type WatchedWorld } from './support/watched-world.js';

const FIRST = '2026-01-01';
const DAYS = daysFrom(FIRST, shiftDay(FIRST, 59));
const NOW = startOfDay(shiftDay(FIRST, 75));

const OUTLETS = {
  post: { feeds: ['post-home'], country: 'PK', bloc: 'pakistani' },
  wire: { feeds: ['wire-home'], country: 'AF', bloc: 'taliban-run' },
};

/** Days of chance: of the post some with much less, of the wire some with nothing. */
const { count } = seededCounts(7);
const SEEN = new Map(
  DAYS.map((day, i) => {
    const post = count(12, 0.05);
    return [day, { post: i % 13 === 5 ? 1 : post, wire: i % 9 === 4 ? 0 : count(4, 0.3) }];
  }),
);

let world: WatchedWorld;
afterEach(() => world.close());

const open = async (): Promise<void> => void (world = await openWatchedWorld(OUTLETS, startOfDay(FIRST)));
const deps = () => ({ ...world, ...world.stores });
const rows = (): Promise<CoverageDay[]> =>
  world.stores.coverage.days({ from: '2025-01-01', to: '2027-01-01', sources: null });

/** Polls each day at noon, if there are polls at all, and lets time go on to the present. */
async function livePolls(polled: boolean): Promise<void> {
  for (const _ of DAYS) {
    world.clock.advance(DAY_MS / 2);
    if (polled) for (const feedId of ['post-home', 'wire-home']) await world.poll({ feedId });
    world.clock.advance(DAY_MS / 2);
  }
  world.clock.advance(NOW.getTime() - world.clock.now().getTime());
}

/** Counts the days in this order, some at a time, and records each once its counts are there. */
async function countInOrder(days: string[], atOnce: number): Promise<void> {
  for (let i = 0; i < days.length; i += atOnce) {
    const some = days.slice(i, i + atOnce);
    for (const day of some) await world.count(SEEN.get(day)!, startOfDay(day));
    for (const day of some) await recordCoverage({ day }, deps());
  }
}

async function rowsAfter(polled: boolean, days: string[], atOnce = 1): Promise<CoverageDay[]> {
  await open();
  await livePolls(polled);
  await countInOrder(days, atOnce);
  return rows();
}

const shuffled = (seed: number): string[] =>
  fc.sample(fc.shuffledSubarray(DAYS, { minLength: DAYS.length, maxLength: DAYS.length }), {
    ...{ seed, numRuns: 1 },
  })[0]!;

describe.each([
  ['an archive', false],
  ['days that were polled', true],
])('the records of %s', (_, polled) => {
  let inOrder: CoverageDay[];
  beforeAll(async () => {
    inOrder = await rowsAfter(polled, DAYS);
    await world.close();
  });

  it('know what is usual, and find days with less', async () => {
    await open();
    const told = inOrder.filter(({ sourceId }) => sourceId === 'post');
    expect(told.slice(14).filter(({ expected }) => expected === null)).toEqual([]);
    expect(told.slice(14).filter(({ state }) => state === 'partial').length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['the newest first', [...DAYS].reverse(), 1],
    ['five at a time, the newest first', [...DAYS].reverse(), 5],
    ['in any order', shuffled(1), 1],
    ['in any order, by sevens', shuffled(2), 7],
  ])('are the same when days are counted %s', async (_name, days, atOnce) => {
    expect(await rowsAfter(polled, days, atOnce)).toEqual(inOrder);
  });

  it('are the same when two workers record days that hang on each other at once', async () => {
    await open();
    await livePolls(polled);
    await countInOrder(DAYS, 60);
    const [early, late] = [DAYS[30]!, DAYS[35]!];
    await world.count({ post: 60, wire: 30 }, startOfDay(early));
    await world.count({ post: 9, wire: 3 }, startOfDay(late));
    const before = await rows();
    const { coverage } = world.stores;
    let waits = true;
    // The later day was judged before the earlier one was recorded, and is written afterwards.
    const slow = Object.assign(Object.create(coverage) as typeof coverage, {
      save: async (days: CoverageDay[]) => {
        if (waits) {
          waits = false;
          await recordCoverage({ day: early }, deps());
        }
        await coverage.save(days);
      },
    });
    await recordCoverage({ day: late }, { ...deps(), coverage: slow });
    const together = await rows();
    expect(together).not.toEqual(before);
    for (const day of DAYS) await recordCoverage({ day }, deps());
    expect(await rows()).toEqual(together);
  });
});
