import { FEED_STATUSES, PACE_REASONS, type FeedPace } from '#domain/feed.js';
import { explainPace, type LastPoll, type PacedFeed } from './explain-pace.js';

const MINUTE = 60_000;
const NOW = new Date('2026-03-01T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

const pace: FeedPace = {
  ...{ intervalMs: 24 * MINUTE, failureWeight: 0, reason: 'habit' },
  ...{ waitMs: 23 * MINUTE, jitterMs: -MINUTE, wish: null, items: 30 },
};
const feed: PacedFeed = {
  ...{ status: 'active', nextPollAt: later(23 * MINUTE), lastPolledAt: NOW, lastOkAt: NOW },
  ...{ pace, failures: 0, error: null },
};

const explain = (change: Partial<PacedFeed>, last: LastPoll | null = null) =>
  explainPace({ ...feed, ...change }, NOW, last);
const because = (change: Partial<FeedPace>, more: Partial<PacedFeed> = {}) =>
  explain({ ...more, pace: { ...pace, ...change } });
const read = (items: number, inserted: number): LastPoll => ({ outcome: 'ok', items, inserted });

describe('explainPace', () => {
  it.each<[LastPoll | null, string]>([
    [null, 'by how often it has something new, the interval is 24 min'],
    [
      read(30, 1),
      'most of the last 30 items were already known (1 was new), so the interval lengthens within its limits and is now 24 min',
    ],
    [
      read(30, 0),
      'most of the last 30 items were already known (none was new), so the interval lengthens within its limits and is now 24 min',
    ],
    [
      read(30, 3),
      'most of the last 30 items were already known (3 were new), so the interval stays and is now 24 min',
    ],
    [
      read(30, 12),
      'of the last 30 items 12 were new, more than a poll should bring, so the interval shortens within its limits and is now 24 min',
    ],
    [
      read(30, 29),
      'nearly all of the last 30 items were new and others may have been missed, so the interval shortens within its limits and is now 24 min',
    ],
    [
      { outcome: 'not-modified', items: 0, inserted: 0 },
      'nothing had changed at the last poll, so the interval lengthens slowly and is now 24 min',
    ],
    [
      { outcome: 'same-body', items: 0, inserted: 0 },
      'nothing had changed at the last poll, so the interval lengthens slowly and is now 24 min',
    ],
    [read(0, 0), 'by how often it has something new, the interval is 24 min'],
  ])('says what the last poll %j means for the habit', (last, why) => {
    expect(explain({}, last)).toBe(`Next poll in 23 min: ${why}.`);
  });

  it('says that a feed is new', () => {
    expect(explain({ nextPollAt: NOW, lastPolledAt: null, lastOkAt: null })).toBe(
      'Next poll now: it has not been polled yet.',
    );
    expect(because({ reason: 'first' })).toBe(
      'Next poll in 23 min: it was read for the first time, so its habit is not known yet and the interval is 24 min.',
    );
  });

  it('says how often a feed failed and why', () => {
    const failing = { reason: 'backoff', waitMs: 96 * MINUTE } as const;
    const more = { nextPollAt: later(90 * MINUTE), error: 'HTTP 404: there is nothing at this address' };
    expect(because(failing, { ...more, failures: 3 })).toBe(
      'Next poll in 1 h 30 min: the last 3 polls failed (HTTP 404: there is nothing at this address), ' +
        'so the wait is 1 h 36 min rather than the usual 24 min.',
    );
    expect(because(failing, { ...more, failures: 1 })).toContain('the last poll failed (HTTP 404');
    expect(because(failing, { failures: 5, lastOkAt: null })).toContain('all 5 polls failed, so');
  });

  it.each([
    ['retry-after', 'its server asked to be left alone for a while (Retry-After)'],
    ['cache-control', 'its server says that an answer stays good for a while (Cache-Control, Expires)'],
    ['ttl', 'it asks to be read less often (ttl)'],
    ['update-period', 'it says that it changes less often (updatePeriod)'],
  ] as const)('says what %s asked for', (reason, why) => {
    expect(because({ reason, waitMs: 2 * 60 * MINUTE })).toBe(
      `Next poll in 23 min: ${why}, so the wait is 2 h rather than the usual 24 min.`,
    );
  });

  it.each([
    ['gone', 'Not polled: its server answered that it is gone for good (HTTP 410).'],
    ['opted-out', 'Not polled: its publisher does not want it to be polled.'],
    ['unlisted', 'Not polled: the configuration does not list it any more.'],
  ] as const)('says why a feed that is %s is not polled', (status, sentence) => {
    expect(explain({ status })).toBe(sentence);
  });

  it.each([
    [400, 'in 1 s'],
    [40_000, 'in 40 s'],
    [59_900, 'in 1 min'],
    [125 * MINUTE, 'in 2 h 5 min'],
    [3_599_900, 'in 1 h'],
    [24 * 60 * MINUTE, 'in 24 h'],
    [30 * 24 * 60 * MINUTE, 'in 30 days'],
    [0, 'now'],
    [-MINUTE, 'now'],
  ])('writes %i ms as people do', (ms, words) => {
    expect(explain({ nextPollAt: later(ms) })).toMatch(new RegExp(`^Next poll ${words}: `));
  });

  it('has one sentence for every state', () => {
    for (const status of FEED_STATUSES)
      for (const reason of PACE_REASONS)
        expect(because({ reason }, { status })).toMatch(/^(Next|Not)[^.\n]*[^.\s]\.$/);
  });
});
