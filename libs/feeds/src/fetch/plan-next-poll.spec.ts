import fc from 'fast-check';
import type { FeedPace } from '#domain/feed.js';
import {
  JITTER_SHARE,
  LONGEST_BACKOFF_MS,
  LONGEST_RETRY_AFTER_MS,
  LONGEST_WISH_MS,
  planNextPoll,
  type PollEnd,
  type PollFacts,
} from './plan-next-poll.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = new Date('2026-03-01T12:00:00Z');
const settings = { startIntervalMs: 15 * MINUTE, minIntervalMs: 10 * MINUTE, maxIntervalMs: DAY };
const NEW_FEED: FeedPace = {
  ...{ intervalMs: 0, failureWeight: 0, reason: 'first', waitMs: 0, jitterMs: 0 },
  ...{ wish: null, items: 0 },
};
const HOURLY: FeedPace = { ...NEW_FEED, intervalMs: HOUR, reason: 'habit', items: 30 };
const ok: PollFacts = {
  ...{ ok: true, known: 27, fresh: 3, failureWeight: 0 },
  ...{ retryAfterMs: null, cacheMs: null, asks: { ttlMs: null, updatePeriodMs: null } },
};
const failing: PollFacts = { ...ok, ok: false, known: 0, fresh: 0, failureWeight: 1, asks: null };
const unchanged = { known: 0, fresh: 0, asks: null };
const ttl = (ttlMs: number) => ({ asks: { ttlMs, updatePeriodMs: null } });

type Change = Partial<Omit<PollEnd, 'facts'>> & { facts?: Partial<PollFacts> };

/** After a poll of a feed that is polled every hour and has just the news it should; no jitter unless said otherwise. */
function plan({ facts, ...change }: Change = {}, base = ok) {
  const feed = { pace: HOURLY, lastOkAt: new Date(NOW.getTime() - HOUR) };
  return planNextPoll({ feed, settings, now: NOW, random: 0.5, ...change, facts: { ...base, ...facts } });
}

/** What was decided before the jitter. */
const decided = (facts: Partial<PollFacts>, change: Change = {}) => {
  const { reason, waitMs, jitterMs, intervalMs } = plan({ ...change, facts }).pace;
  return { reason, intervalMs, askedMs: waitMs - jitterMs };
};

const failed = (pace: FeedPace, facts: Partial<PollFacts> = {}) =>
  plan({ feed: { pace, lastOkAt: null }, facts }, failing).pace;

describe('planNextPoll', () => {
  it('begins with the interval that is set, though all items are new at first sight', () => {
    const first = plan({ feed: { pace: NEW_FEED, lastOkAt: null }, facts: { known: 0, fresh: 30 } });
    expect(first.pace).toEqual({
      ...NEW_FEED,
      intervalMs: 15 * MINUTE,
      reason: 'first',
      waitMs: 15 * MINUTE,
      items: 30,
    });
    expect(first.nextPollAt).toEqual(new Date(NOW.getTime() + 15 * MINUTE));
  });

  it('follows the habit of the feed, within the limits', () => {
    const intervalAfter = (fresh: number, intervalMs = HOUR) =>
      plan({
        feed: { pace: { ...HOURLY, intervalMs }, lastOkAt: new Date(NOW.getTime() - intervalMs) },
        facts: { known: 30 - fresh, fresh },
      }).pace;
    expect(intervalAfter(3)).toMatchObject({ intervalMs: HOUR, reason: 'habit', failureWeight: 0 });
    expect(intervalAfter(0).intervalMs).toBe(75 * MINUTE);
    expect(intervalAfter(30).intervalMs).toBe(15 * MINUTE);
    expect(intervalAfter(30, 15 * MINUTE).intervalMs).toBe(10 * MINUTE);
    expect(intervalAfter(0, 23 * HOUR).intervalMs).toBe(DAY);
  });

  it('brings an interval from outside the limits back within them', () => {
    const changed = { ...settings, minIntervalMs: 2 * HOUR };
    expect(plan({ settings: changed }).pace.intervalMs).toBe(2 * HOUR);
  });

  it.each([
    ['cache-control', (cacheMs: number) => ({ cacheMs })],
    ['ttl', ttl],
    ['update-period', (updatePeriodMs: number) => ({ asks: { ttlMs: null, updatePeriodMs } })],
  ] as const)('waits as long as %s asks for, up to two hours', (reason, wish) => {
    const intervalMs = HOUR;
    expect(decided(wish(90 * MINUTE))).toEqual({ reason, intervalMs, askedMs: 90 * MINUTE });
    expect(decided(wish(7 * DAY))).toEqual({ reason, intervalMs, askedMs: LONGEST_WISH_MS });
    expect(decided(wish(30 * MINUTE))).toEqual({ reason: 'habit', intervalMs, askedMs: HOUR });
  });

  it('keeps to what the last document asked for while it is unchanged, and forgets what the next does not ask', () => {
    const { pace } = plan({ facts: ttl(90 * MINUTE) });
    expect(pace).toMatchObject({ wish: { reason: 'ttl', ms: 90 * MINUTE }, items: 30 });
    const lately = { pace, lastOkAt: new Date(NOW.getTime() - HOUR) };
    const again = plan({ feed: lately, facts: unchanged }).pace;
    expect(again).toMatchObject({ reason: 'ttl', waitMs: 94.5 * MINUTE, wish: pace.wish, items: 30 });
    expect(failed(pace)).toMatchObject({ reason: 'backoff', wish: pace.wish, items: 30 });
    expect(plan({ feed: lately }).pace).toMatchObject({ reason: 'habit', wish: null });
  });

  it('lets no wish put off a poll for longer than a quarter of the document takes to be new', () => {
    const quick = { ...HOURLY, intervalMs: 10 * MINUTE };
    const feed = { pace: quick, lastOkAt: new Date(NOW.getTime() - 10 * MINUTE) };
    const asked = (known: number, fresh: number) => decided({ ...ttl(2 * HOUR), known, fresh }, { feed });
    expect(asked(8, 2)).toMatchObject({ reason: 'ttl', askedMs: 12.5 * MINUTE });
    expect(asked(27, 3)).toMatchObject({ reason: 'ttl', askedMs: 25 * MINUTE });
    expect(asked(97, 3)).toMatchObject({ askedMs: 5_000_000 });
    expect(asked(0, 10)).toMatchObject({ reason: 'habit', askedMs: 10 * MINUTE });
    expect(decided({ ...unchanged, cacheMs: HOUR }, { feed })).toMatchObject({ askedMs: 27.5 * MINUTE });
  });

  it('names the longest of several wishes, and lets none shorten a longer interval', () => {
    const asks = { ttlMs: 100 * MINUTE, updatePeriodMs: 80 * MINUTE };
    const wishes = { cacheMs: 70 * MINUTE, asks };
    expect(decided(wishes)).toMatchObject({ reason: 'ttl', askedMs: 100 * MINUTE });
    const slow = { pace: { ...HOURLY, intervalMs: 5 * HOUR }, lastOkAt: new Date(NOW.getTime() - 5 * HOUR) };
    expect(decided(wishes, { feed: slow })).toMatchObject({ reason: 'habit', askedMs: 5 * HOUR });
  });

  it('lets no document ask for more than the longest interval that is set', () => {
    const quick = { startIntervalMs: 1_000, minIntervalMs: 500, maxIntervalMs: 60_000 };
    expect(decided(ttl(HOUR), { settings: quick }).askedMs).toBe(60_000);
  });

  it('keeps to Retry-After, of a good answer and of a failure, up to a day', () => {
    expect(decided({ retryAfterMs: 5 * HOUR })).toMatchObject({ reason: 'retry-after', askedMs: 5 * HOUR });
    expect(failed(HOURLY, { retryAfterMs: 9 * DAY })).toMatchObject({
      ...{ reason: 'retry-after', waitMs: LONGEST_RETRY_AFTER_MS, failureWeight: 1 },
    });
    expect(failed(HOURLY, { retryAfterMs: MINUTE })).toMatchObject({ reason: 'backoff', waitMs: 2 * HOUR });
  });

  it('waits longer by the weight of each failure in a row, in a straight line', () => {
    let pace = HOURLY;
    const waits = [1, 0.5, 0.5, 0.25, 1].map((failureWeight) => {
      pace = failed(pace, { failureWeight });
      return pace.waitMs / HOUR;
    });
    expect(waits).toEqual([2, 2.5, 3, 3.25, 4.25]);
    expect(pace).toMatchObject({ intervalMs: HOUR, failureWeight: 3.25, reason: 'backoff' });
  });

  it('forgets the failures with the first good answer', () => {
    const feed = { pace: { ...HOURLY, failureWeight: 9 }, lastOkAt: new Date(NOW.getTime() - DAY) };
    expect(plan({ feed }).pace).toMatchObject({ failureWeight: 0, reason: 'habit' });
  });

  it('tries a feed that has failed for years at least every 30 days', () => {
    const worst = failed({ ...HOURLY, intervalMs: DAY, failureWeight: 1_000 });
    expect(worst.waitMs).toBeLessThanOrEqual(LONGEST_BACKOFF_MS);
    expect(worst.waitMs).toBeGreaterThanOrEqual(LONGEST_BACKOFF_MS * (1 - JITTER_SHARE));
  });

  it('spreads the wait by a tenth to either side, and never below what was asked for', () => {
    const waits = (facts: Partial<PollFacts>) =>
      [0, 0.5, 1 - 1e-12].map((random) => plan({ random, facts }).pace.waitMs / MINUTE);
    expect(waits({})).toEqual([54, 60, 66]);
    expect(waits(ttl(100 * MINUTE))).toEqual([100, 105, 110]);
    expect(waits({ retryAfterMs: DAY })).toEqual([1440, 1440, 1440]);
    expect(waits({ retryAfterMs: 58 * MINUTE })).toEqual([58, 62, 66]);
  });
});

const span = fc.oneof(fc.integer({ min: 0, max: 400 * DAY }), fc.constantFrom(0, 1, Infinity, 1e300));
const wish = fc.option(span, { nil: null });
const count = fc.integer({ min: 0, max: 500 });
const end: fc.Arbitrary<PollEnd> = fc.record({
  feed: fc.record({
    pace: fc.record({
      intervalMs: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.constant(0)),
      failureWeight: fc.integer({ min: 0, max: 40_000 }).map((quarters) => quarters / 4),
      reason: fc.constant('habit' as const),
      waitMs: fc.constant(0),
      jitterMs: fc.constant(0),
      wish: fc.option(
        fc.record({ reason: fc.constant('ttl' as const), ms: fc.integer({ min: 1, max: LONGEST_WISH_MS }) }),
        { nil: null },
      ),
      items: count,
    }),
    lastOkAt: fc.option(
      fc.integer({ min: -DAY, max: 400 * DAY }).map((ms) => new Date(NOW.getTime() - ms)),
      { nil: null },
    ),
  }),
  facts: fc.record({
    ...{ ok: fc.boolean(), known: count, fresh: count, failureWeight: fc.constantFrom(1, 0.5, 0.25) },
    ...{ retryAfterMs: wish, cacheMs: wish },
    asks: fc.option(fc.record({ ttlMs: wish, updatePeriodMs: wish }), { nil: null }),
  }),
  settings: fc.constant(settings),
  now: fc.constant(NOW),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

describe('planNextPoll, whatever happens', () => {
  it('keeps the interval and the wait within their limits, in whole milliseconds', () => {
    fc.assert(
      fc.property(end, (poll) => {
        const { pace, nextPollAt } = planNextPoll(poll);
        expect(pace.intervalMs).toBeGreaterThanOrEqual(settings.minIntervalMs);
        expect(pace.intervalMs).toBeLessThanOrEqual(settings.maxIntervalMs);
        expect(pace.waitMs).toBeGreaterThanOrEqual(settings.minIntervalMs);
        expect(pace.waitMs).toBeLessThanOrEqual(poll.facts.ok ? DAY : LONGEST_BACKOFF_MS);
        expect([pace.intervalMs, pace.waitMs, pace.jitterMs].every(Number.isInteger)).toBe(true);
        expect(nextPollAt.getTime()).toBe(NOW.getTime() + pace.waitMs);
      }),
    );
  });

  it('keeps the jitter within a tenth of the wait, and each wish within its limit', () => {
    fc.assert(
      fc.property(end, (poll) => {
        const { waitMs, jitterMs, reason } = planNextPoll(poll).pace;
        expect(Math.abs(jitterMs)).toBeLessThanOrEqual((waitMs - jitterMs) * JITTER_SHARE + 1);
        if (!['habit', 'first', 'backoff'].includes(reason)) expect(jitterMs).toBeGreaterThanOrEqual(0);
        const asked = Math.min(poll.facts.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
        expect(waitMs).toBeGreaterThanOrEqual(Math.round(asked));
      }),
    );
  });

  it('waits at least as long after one more failure', () => {
    fc.assert(
      fc.property(end, fc.constantFrom(1, 0.5, 0.25), (poll, failureWeight) => {
        const facts = { ...poll.facts, ok: false, failureWeight };
        const once = planNextPoll({ ...poll, facts });
        const twice = planNextPoll({ ...poll, facts, feed: { ...poll.feed, pace: once.pace } });
        expect(twice.pace.waitMs).toBeGreaterThanOrEqual(once.pace.waitMs);
        expect(twice.pace.intervalMs).toBe(once.pace.intervalMs);
      }),
    );
  });
});
