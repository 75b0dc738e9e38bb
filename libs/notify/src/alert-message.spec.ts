import type { Alert, SpikeEvidence } from '#domain/alert.js';
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

const alert: Alert = {
  id: 'a1',
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
    const resolved: Alert = { ...alert, status: 'resolved', resolvedAt: new Date('2026-03-07T00:05:00Z') };
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
