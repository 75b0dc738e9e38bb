import type { FeedPace } from '#domain/feed.js';
import { planNextPoll } from './plan-next-poll.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 40;
const DOCUMENT_ITEMS = 30;
const settings = { startIntervalMs: 15 * MINUTE, minIntervalMs: 10 * MINUTE, maxIntervalMs: DAY };

/** How busy an hour of the day is, at most 1. */
type Rhythm = (hour: number) => number;
const EVEN: Rhythm = () => 1;
const DAILY: Rhythm = (hour) => (1 + 0.8 * Math.sin((hour / 12) * Math.PI)) / 1.8;
const SILENT_NIGHTS: Rhythm = (hour) => (hour < 8 ? 0.02 : 1);

/** The same numbers for the same seed, evenly spread over [0, 1). Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** When items come, in milliseconds: a Poisson process of that many a day, thinned by the rhythm. */
function arrivals(perDay: number, rhythm: Rhythm, random: () => number): number[] {
  const hours = Array.from({ length: 24 }, (_, hour) => rhythm(hour));
  const busiest = (perDay * 24) / hours.reduce((sum, busy) => sum + busy, 0) / DAY;
  const times: number[] = [];
  for (let at = 0; at < DAYS * DAY;) {
    at -= Math.log(1 - random()) / busiest;
    if (random() < rhythm((at % DAY) / HOUR)) times.push(at);
  }
  return times;
}

type Run = { polls: number; read: number; missed: number; longer: number; shorter: number };

/** Polls a feed that lists the last items and wishes to be read every so often, as the plan says. */
function simulate(
  perDay: number,
  rhythm: Rhythm,
  seed: number,
  { listing = DOCUMENT_ITEMS, updatePeriodMs = 0 } = {},
): Run {
  const random = seeded(seed);
  const items = arrivals(perDay, rhythm, random);
  const run: Run = { polls: 0, read: 0, missed: 0, longer: 0, shorter: 0 };
  let pace = NEVER_POLLED;
  let lastOkAt: Date | null = null;
  let [published, seen] = [0, 0];
  for (let now = new Date(0); now.getTime() < DAYS * DAY;) {
    while ((items[published] ?? Infinity) <= now.getTime()) published++;
    const listed = Math.min(listing, published);
    const fresh = Math.min(listed, published - seen);
    run.polls++;
    run.read += fresh;
    // Nobody knows the habit of a feed at its first poll, nor how much of it a wish would cost.
    if (run.polls > 3) run.missed += published - seen - fresh;
    seen = published;
    const isUnchanged = fresh === 0 && lastOkAt !== null;
    const facts = {
      ...{ ok: true, failureWeight: 0, retryAfterMs: null, cacheMs: null },
      ...{ known: isUnchanged ? 0 : listed - fresh, fresh },
      asks: isUnchanged ? null : { ttlMs: null, updatePeriodMs },
    };
    const next = planNextPoll({ feed: { pace, lastOkAt }, facts, settings, now, random: random() });
    if (next.pace.intervalMs > pace.intervalMs) run.longer++;
    if (next.pace.intervalMs < pace.intervalMs) run.shorter++;
    [pace, lastOkAt, now] = [next.pace, now, next.nextPollAt];
  }
  return run;
}

const NEVER_POLLED: FeedPace = {
  ...{ intervalMs: 0, failureWeight: 0, reason: 'first', waitMs: 0, jitterMs: 0 },
  ...{ wish: null, items: 0 },
};

describe('the pace of a feed of 30 items', () => {
  it.each([
    ['evenly', EVEN],
    ['with a daily rhythm', DAILY],
    ['with silent nights', SILENT_NIGHTS],
  ])('misses none where up to 100 a day come %s, and moves both ways', (_how, rhythm) => {
    for (const perDay of [1, 5, 20, 50, 100]) {
      for (const seed of [1, 2, 3]) {
        const run = simulate(perDay, rhythm, seed);
        expect({ perDay, seed, missed: run.missed }).toEqual({ perDay, seed, missed: 0 });
        expect(run.longer).toBeGreaterThan(10);
        expect(run.shorter).toBeGreaterThan(3);
      }
    }
  });

  it.each([20, 50, 100])('settles where a poll brings a few of %i items a day', (perDay) => {
    const { read, polls } = simulate(perDay, DAILY, 7);
    expect(read / polls).toBeGreaterThan(1);
    expect(read / polls).toBeLessThan(4);
  });

  it('asks a feed that has nothing less and less, until once a day', () => {
    const { polls, shorter } = simulate(0.001, EVEN, 1);
    expect(polls).toBeLessThan(100);
    expect(shorter).toBe(0);
  });

  it('asks a feed that has too much as often as it may, and no more', () => {
    const { polls } = simulate(5_000, EVEN, 1);
    expect(polls).toBeGreaterThan(DAYS * 130);
    expect(polls).toBeLessThanOrEqual(DAYS * 144 + 1);
  });
});

describe('the pace of a feed that wishes to be read seldom', () => {
  const EVERY = [1, 2].map((hours) => hours * HOUR);

  it.each([
    ['evenly', EVEN],
    ['with a daily rhythm', DAILY],
    ['with silent nights', SILENT_NIGHTS],
  ])(
    'misses next to none of what comes %s, where its document would roll over in between',
    (_how, rhythm) => {
      for (const [perDay, listing] of [
        [300, 10],
        [100, 10],
        [200, 30],
        [300, 50],
      ] as const)
        for (const updatePeriodMs of EVERY) {
          const wishing = simulate(perDay, rhythm, 1, { listing, updatePeriodMs });
          const free = simulate(perDay, rhythm, 1, { listing });
          expect(wishing.missed - free.missed).toBeLessThanOrEqual(0.01 * DAYS * perDay);
          expect(wishing.polls).toBeLessThan(0.95 * free.polls);
        }
    },
  );

  it.each(EVERY)('has its wish of %i ms where that misses nothing', (updatePeriodMs) => {
    const { polls, missed } = simulate(60, EVEN, 1, { listing: 100, updatePeriodMs });
    expect(missed).toBe(0);
    expect(polls).toBeLessThanOrEqual((DAYS * DAY) / updatePeriodMs + 2);
  });
});
