import type { SilenceAlert, SpikeAlert, SpikeEvidence } from '#domain/alert.js';
import { alertMessage } from './alert-message.js';

const evidence = (day: number, negative: number): SpikeEvidence => ({
  windowId: `day.UTC.2026030${day}`,
  start: new Date(`2026-03-0${day}T00:00:00Z`),
  negative,
  count: 40,
  expected: 2.5,
  threshold: 7.25,
  articleIds: [`x${day}`, `y${day}`],
});

const alert: SpikeAlert = {
  id: 'a1',
  kind: 'spike',
  ruleId: 'daily',
  series: 'border-closure',
  status: 'open',
  historical: false,
  firstWindowId: 'day.UTC.20260301',
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-03-03T00:00:00Z'),
  evidence: [evidence(2, 20), evidence(1, 10), evidence(3, 12)],
  openedAt: new Date('2026-03-02T00:05:00Z'),
  resolvedAt: null,
  seq: 3,
};

describe('alertMessage', () => {
  it('names the event, its time, the alert, its figures and its evidence', () => {
    const day1 = {
      windowId: 'day.UTC.20260301',
      start: '2026-03-01T00:00:00.000Z',
      negative: 10,
      count: 40,
      share: 0.25,
      expected: 2.5,
      threshold: 7.25,
    };
    const day2 = {
      ...day1,
      windowId: 'day.UTC.20260302',
      start: '2026-03-02T00:00:00.000Z',
      negative: 20,
      share: 0.5,
    };
    const one = { ...alert, evidence: [evidence(2, 20), evidence(1, 10)] };
    expect(alertMessage(one, 'opened')).toEqual({
      type: 'alert.opened',
      timestamp: '2026-03-02T00:05:00.000Z',
      data: {
        alertId: 'a1',
        kind: 'spike',
        ruleId: 'daily',
        theme: 'border-closure',
        status: 'open',
        from: '2026-03-01T00:00:00.000Z',
        until: '2026-03-03T00:00:00.000Z',
        openedAt: '2026-03-02T00:05:00.000Z',
        resolvedAt: null,
        peak: day2,
        evidence: [
          { ...day1, articleIds: ['x1', 'y1'] },
          { ...day2, articleIds: ['x2', 'y2'] },
        ],
      },
    });
  });

  it('of a resolved alert has the time of that', () => {
    const resolved: SpikeAlert = {
      ...alert,
      status: 'resolved',
      resolvedAt: new Date('2026-03-07T00:05:00Z'),
    };
    expect(alertMessage(resolved, 'resolved')).toMatchObject({
      type: 'alert.resolved',
      timestamp: '2026-03-07T00:05:00.000Z',
      data: { status: 'resolved', resolvedAt: '2026-03-07T00:05:00.000Z' },
    });
    expect(alertMessage(alert, 'resolved').timestamp).toBe('2026-03-03T00:00:00.000Z');
  });

  it('is the same whatever the order of the evidence, and leaves the alert as it was', () => {
    const before = structuredClone(alert);
    const reversed = { ...alert, evidence: alert.evidence.toReversed() };
    expect(alertMessage(reversed, 'opened')).toEqual(alertMessage(alert, 'opened'));
    expect(alert).toEqual(before);
  });

  it('has no share of nothing, and no peak without evidence', () => {
    const nothing = { ...evidence(1, 0), count: 0 };
    expect(alertMessage({ ...alert, evidence: [nothing] }, 'opened').data.peak?.share).toBeNull();
    expect(alertMessage({ ...alert, evidence: [] }, 'opened').data).toMatchObject({
      peak: null,
      evidence: [],
    });
  });

  it('survives JSON as it is', () => {
    const message = alertMessage(alert, 'opened');
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });
});

const silence: SilenceAlert = {
  id: 's1',
  kind: 'silence',
  ruleId: 'feed-silence',
  series: 'feed:post-home',
  status: 'open',
  historical: false,
  firstWindowId: '30m.20260301T0600',
  from: new Date('2026-03-01T06:10:00Z'),
  until: new Date('2026-03-02T08:10:00Z'),
  evidence: {
    feedId: 'post-home',
    sourceId: 'post',
    url: 'https://post.example/rss',
    cause: 'quiet',
    lastArrivalAt: new Date('2026-03-01T06:10:00Z'),
    lastOkAt: new Date('2026-03-02T08:10:00Z'),
    usualMs: 5_400_000,
    thresholdMs: 86_400_000,
    error: null,
  },
  openedAt: new Date('2026-03-02T08:10:05Z'),
  resolvedAt: null,
  seq: 1,
};

describe('the message on a silent feed', () => {
  it('says which feed of which source, since when, and what is usual', () => {
    expect(alertMessage(silence, 'opened')).toEqual({
      type: 'alert.opened',
      timestamp: '2026-03-02T08:10:05.000Z',
      data: {
        ...{ alertId: 's1', ruleId: 'feed-silence', kind: 'silence', status: 'open' },
        ...{ feed: 'post-home', source: 'post', url: 'https://post.example/rss', cause: 'quiet' },
        ...{ from: '2026-03-01T06:10:00.000Z', until: '2026-03-02T08:10:00.000Z' },
        ...{ openedAt: '2026-03-02T08:10:05.000Z', resolvedAt: null, error: null },
        ...{ lastArrivalAt: '2026-03-01T06:10:00.000Z', lastOkAt: '2026-03-02T08:10:00.000Z' },
        ...{ usualHours: 1.5, silentHours: 26, ended: null },
        text: 'Feed post-home of post (https://post.example/rss) has brought nothing new since 2026-03-01 06:10 UTC, for 26 hours. In a usual week its longest pause is 90 minutes. It answers, but lists nothing new.',
      },
    });
  });

  it('names the error of one that fails, and owns up to knowing no habit', () => {
    const evidence = { ...silence.evidence, cause: 'failing' as const, usualMs: null, error: 'HTTP 503' };
    const until = new Date('2026-03-05T06:10:00Z');
    const { data } = alertMessage({ ...silence, evidence, until }, 'opened');
    expect(data).toMatchObject({
      usualHours: null,
      text: 'Feed post-home of post (https://post.example/rss) has failed at every poll since 2026-03-01 06:10 UTC, for 4 days. Too little is known of its habit. Last error: HTTP 503.',
    });
  });

  const resolvedBy = (over: Partial<SilenceAlert['evidence']>) => {
    const resolvedAt = new Date('2026-03-02T18:10:00Z');
    const evidence = { ...silence.evidence, ...over };
    return alertMessage({ ...silence, status: 'resolved', resolvedAt, evidence }, 'resolved');
  };

  it('says when it ended, and that it is heard again', () => {
    expect(resolvedBy({ ended: 'heard' })).toMatchObject({
      type: 'alert.resolved',
      timestamp: '2026-03-02T18:10:00.000Z',
      data: {
        ended: 'heard',
        text: 'The silence of feed post-home of post (https://post.example/rss) ended at 2026-03-02 18:10 UTC, after 36 hours. Its articles come again.',
      },
    });
    expect(resolvedBy({ ended: 'heard', cause: 'failing' }).data).toMatchObject({
      text: expect.stringContaining('after 36 hours. The feed answers again.'),
    });
    expect(resolvedBy({}).data).toMatchObject({ text: expect.stringMatching(/after 36 hours\.$/) });
  });

  it('does not say that a silence ended where only the watch did', () => {
    expect(resolvedBy({ ended: 'unpolled' }).data).toMatchObject({
      text: 'The silence of feed post-home of post (https://post.example/rss) is no longer watched, as of 2026-03-02 18:10 UTC, after 36 hours. The feed is no longer polled.',
    });
    expect(resolvedBy({ ended: 'unwatched' }).data).toMatchObject({
      text: expect.stringContaining('There is no rule for it any more.'),
    });
  });
});
