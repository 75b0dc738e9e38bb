import { silenceRuleSchema } from '#domain/alert-rules.js';
import { DAY_MS } from '#domain/window.js';
import { seededCounts } from '../../../../test/support/seeded-counts.js';
import { type FeedHistory, judgeSilence } from './judge-silence.js';

const rule = silenceRuleSchema.parse({ id: 'feed-silence', kind: 'silence' });
const HOUR_MS = DAY_MS / 24;
const START = Date.UTC(2026, 2, 1);
const at = (hours: number): Date => new Date(START + hours * HOUR_MS);

/** A feed that brought something every four hours for two weeks, up to hour 336, and is asked each hour. */
const LAST = 14 * 24;
const fourHourly = Array.from({ length: LAST / 4 + 1 }, (_, i) => at(i * 4));

type Over = Partial<Omit<FeedHistory, 'feed'>> & { feed?: Partial<FeedHistory['feed']> };

function history({ feed, ...over }: Over): FeedHistory {
  return {
    feed: {
      ...{ id: 'post-home', sourceId: 'post', url: 'https://post.example/rss', failures: 0, error: null },
      ...{ lastPolledAt: at(LAST), lastOkAt: at(LAST) },
      ...feed,
    },
    ...{ arrivals: fourHourly, failingSince: null, changedAt: null, siblingArrivalAt: null },
    othersAnswer: true,
    ...over,
  };
}

/** Polled well up to `hours` after the last arrival. */
const quietFor = (hours: number, over: Over = {}): FeedHistory =>
  history({ ...over, feed: { lastPolledAt: at(LAST + hours), lastOkAt: at(LAST + hours), ...over.feed } });

const isSilent = (given: FeedHistory, by = rule): boolean | undefined => judgeSilence(by, given)?.silent;

describe('a feed that answers', () => {
  it('is silent when it brings nothing for longer than a day and than three of its usual pauses', () => {
    expect(isSilent(quietFor(24))).toBe(false);
    expect(isSilent(quietFor(25))).toBe(true);
    const daily = Array.from({ length: 28 }, (_, i) => at(i * 24));
    const since = (hours: number): FeedHistory =>
      history({
        arrivals: daily,
        feed: { lastPolledAt: at(27 * 24 + hours), lastOkAt: at(27 * 24 + hours) },
      });
    expect([25, 72, 73].map((hours) => isSilent(since(hours)))).toEqual([false, false, true]);
  });

  it('is told with what is usual for it and since when it is silent', () => {
    expect(judgeSilence(rule, quietFor(30))).toEqual({
      silent: true,
      since: at(LAST),
      evidence: {
        ...{ feedId: 'post-home', sourceId: 'post', url: 'https://post.example/rss', cause: 'quiet' },
        ...{ lastArrivalAt: at(LAST), lastOkAt: at(LAST + 30), error: null },
        ...{ usualMs: 4 * HOUR_MS, thresholdMs: 24 * HOUR_MS },
      },
    });
  });

  it('obeys factor and hours of the rule', () => {
    const eager = silenceRuleSchema.parse({ id: 'eager', kind: 'silence', factor: 2, minHours: 1 });
    expect([8, 9].map((hours) => isSilent(quietFor(hours), eager))).toEqual([false, true]);
  });

  it('is not judged without a habit', () => {
    expect(judgeSilence(rule, quietFor(500, { arrivals: fourHourly.slice(0, 9) }))).toBeNull();
  });

  it('is not silent while another feed of its source brings first what it lists', () => {
    const outrun = { changedAt: at(LAST + 20), siblingArrivalAt: at(LAST + 19) };
    expect(isSilent(quietFor(30, outrun))).toBe(false);
    expect(isSilent(quietFor(30, { ...outrun, changedAt: at(LAST) }))).toBe(true);
    expect(isSilent(quietFor(30, { ...outrun, siblingArrivalAt: null }))).toBe(true);
  });
});

describe('a feed that fails', () => {
  const failing = (hours: number, failures: number, over: Over = {}): FeedHistory =>
    history({
      failingSince: at(LAST + 1),
      ...over,
      feed: { lastPolledAt: at(LAST + 1 + hours), failures, error: 'HTTP 503', ...over.feed },
    });

  it('is silent when all its polls failed for a day, whether or not its habit is known', () => {
    expect([23, 24].map((hours) => isSilent(failing(hours, 9)))).toEqual([false, true]);
    const young = { arrivals: fourHourly.slice(0, 3) };
    expect([23, 24].map((hours) => isSilent(failing(hours, 9, young)))).toEqual([false, true]);
    expect(judgeSilence(rule, failing(24, 9, young))!.evidence).toMatchObject({
      ...{ cause: 'failing', error: 'HTTP 503', usualMs: null, lastArrivalAt: at(8) },
    });
  });

  it('is not called silent where it never answered: it has nothing to fall silent from', () => {
    expect(isSilent(failing(500, 99, { arrivals: [], feed: { lastOkAt: null } }))).toBe(false);
  });

  it('is not called silent while no other host answers either: the failure may be our own', () => {
    expect(isSilent(failing(30, 9, { othersAnswer: false }))).toBe(false);
  });

  it('is not called silent after two failures, or for a pause in which nobody asked it', () => {
    expect(isSilent(failing(30, 2))).toBe(false);
    const asked = { failingSince: at(LAST + 90), feed: { lastPolledAt: at(LAST + 91), failures: 3 } };
    expect(isSilent(failing(0, 3, asked))).toBe(false);
  });

  it('is quiet where it was so before it failed', () => {
    const verdict = judgeSilence(rule, failing(2, 2, { feed: { lastOkAt: at(LAST + 26) } }));
    expect(verdict).toMatchObject({
      silent: true,
      since: at(LAST),
      evidence: { cause: 'quiet', error: 'HTTP 503' },
    });
  });
});

describe('feeds that bring something by chance', () => {
  /** Hourly polls over `days`; one brings something with this probability, less at night and at weekends. */
  function arrivalsOf(seed: number, chance: number, days: number): Date[] {
    const { next } = seededCounts(seed);
    return Array.from({ length: days * 24 }, (_, hour) => hour)
      .filter((hour) => {
        const isNight = hour % 24 < 6;
        const isWeekend = Math.floor(hour / 24) % 7 >= 5;
        return next() < chance * (isNight ? 0.1 : 1) * (isWeekend ? 0.3 : 1);
      })
      .map(at);
  }

  it('are hardly ever called silent as they go on, and always when they stop for three weeks', () => {
    let alarms = 0;
    let judged = 0;
    for (let seed = 0; seed < 30; seed++) {
      const all = arrivalsOf(seed, [0.04, 0.15, 0.5][seed % 3]!, 56);
      let wasSilent = false;
      for (let hour = 15 * 24; hour < 56 * 24; hour += 6) {
        const arrivals = all.filter((arrival) => arrival <= at(hour));
        const silent =
          isSilent(history({ arrivals, feed: { lastOkAt: at(hour), lastPolledAt: at(hour) } })) ?? false;
        if (silent && !wasSilent) alarms++;
        wasSilent = silent;
        judged++;
      }
      const after = { lastOkAt: at(77 * 24), lastPolledAt: at(77 * 24) };
      expect(isSilent(history({ arrivals: all, feed: after }))).toBe(true);
    }
    expect(judged).toBeGreaterThan(4_000);
    // Thirty feeds over six weeks each.
    expect(alarms).toBeLessThanOrEqual(1);
  });
});
