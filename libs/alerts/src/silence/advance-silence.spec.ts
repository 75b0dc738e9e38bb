import type { SilenceAlert } from '#domain/alert.js';
import { silenceRuleSchema } from '#domain/alert-rules.js';
import { planDeliveries } from '../plan-deliveries.js';
import { advanceSilence, endSilence, isSameSilence, type SilenceSeen } from './advance-silence.js';
import type { SilenceVerdict } from './judge-silence.js';

const rule = silenceRuleSchema.parse({ id: 'feed-silence', kind: 'silence' });
const march = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 2, day, hour));

const quiet = (over: Partial<SilenceVerdict> = {}): SilenceVerdict => ({
  silent: true,
  since: march(1),
  evidence: {
    ...{ feedId: 'post-home', sourceId: 'post', url: 'https://post.example/rss', cause: 'quiet' },
    ...{
      lastArrivalAt: march(1),
      lastOkAt: march(3),
      usualMs: 3_600_000,
      thresholdMs: 86_400_000,
      error: null,
    },
  },
  ...over,
});

const failing = (over: Partial<SilenceVerdict> = {}): SilenceVerdict => {
  const verdict = quiet({ since: march(2), ...over });
  return { ...verdict, evidence: { ...verdict.evidence, cause: 'failing', error: 'HTTP 503' } };
};

/** What is seen by a poll on a day of March. */
const seen = (day: number, verdict: SilenceVerdict | null, over: Partial<SilenceSeen> = {}): SilenceSeen => ({
  ...{ rule, verdict, isPolled: true, lastPolledAt: march(day), now: march(day, 1) },
  lastArrivalAt: march(1),
  ...over,
});

const open = advanceSilence(null, seen(3, quiet()))!;

describe('the alert on a silent feed', () => {
  it('opens with its evidence, named for rule, feed and beginning', () => {
    expect(open).toMatchObject({
      ...{ kind: 'silence', series: 'feed:post-home', status: 'open', historical: false },
      ...{ from: march(1), until: march(3), openedAt: march(3, 1), evidence: quiet().evidence },
    });
    expect(advanceSilence(null, seen(9, quiet()))!.id).toBe(open.id);
    expect(advanceSilence(null, seen(9, quiet({ since: march(2) })))!.id).not.toBe(open.id);
  });

  it('is left alone by a second look, and renewed by the next poll', () => {
    expect(advanceSilence(open, seen(3, quiet()))).toBeNull();
    expect(advanceSilence(open, seen(4, failing()))).toMatchObject({
      ...{ id: open.id, status: 'open', from: march(1), until: march(4) },
      evidence: { cause: 'failing', error: 'HTTP 503' },
    });
  });

  it('stays as a person set it while the silence goes on', () => {
    const acknowledged: SilenceAlert = { ...open, status: 'acknowledged' };
    expect(advanceSilence(acknowledged, seen(4, quiet()))).toMatchObject({ status: 'acknowledged' });
    const dismissed: SilenceAlert = { ...open, status: 'dismissed' };
    expect(advanceSilence(dismissed, seen(4, quiet()))).toBeNull();
    expect(advanceSilence(dismissed, seen(4, quiet({ silent: false })))).toBeNull();
  });

  it('is resolved when the feed brings something again', () => {
    const again = seen(5, quiet({ silent: false }), { lastArrivalAt: march(5) });
    expect(advanceSilence(open, again)).toMatchObject({
      ...{ status: 'resolved', resolvedAt: march(5, 1) },
      evidence: { ...open.evidence, ended: 'heard' },
    });
    const habitGone = seen(5, null, { lastArrivalAt: march(5) });
    expect(advanceSilence(open, habitGone)).toMatchObject({ status: 'resolved' });
  });

  it('is not resolved by the mere loss of what is known of its habit, or by one failed poll', () => {
    expect(advanceSilence(open, seen(400, null, { lastArrivalAt: null }))).toBeNull();
    expect(advanceSilence(open, seen(60, failing({ silent: false })))).toBeNull();
  });

  it('on a failing feed is resolved when it answers, unless it has been quiet for too long then', () => {
    const onFailing = advanceSilence(null, seen(3, failing()))!;
    expect(advanceSilence(onFailing, seen(4, null))).toMatchObject({ status: 'resolved' });
    expect(advanceSilence(onFailing, seen(4, quiet({ silent: false })))).toMatchObject({
      status: 'resolved',
    });
    expect(advanceSilence(onFailing, seen(4, quiet()))).toMatchObject({
      status: 'open',
      evidence: { cause: 'quiet' },
    });
  });

  it('is resolved when the feed is no longer polled, and none is opened on such a feed', () => {
    expect(advanceSilence(open, seen(4, quiet(), { isPolled: false }))).toMatchObject({
      ...{ status: 'resolved', evidence: { ended: 'unpolled' } },
    });
    expect(advanceSilence(null, seen(4, quiet(), { isPolled: false }))).toBeNull();
  });

  it('once resolved does not open again, since nobody would be told', () => {
    const resolved = endSilence(open, 'unwatched', march(4))!;
    expect(resolved).toMatchObject({ status: 'resolved', evidence: { ended: 'unwatched' } });
    expect(advanceSilence(resolved, seen(6, quiet()))).toBeNull();
    expect(endSilence(resolved, 'heard', march(5))).toBeNull();
  });

  it('is of the same silence while a failing feed does not answer, and a quiet one brings nothing', () => {
    const onFailing = advanceSilence(null, seen(3, failing()))!;
    const shorterLog = failing({ since: march(20) });
    expect(isSameSilence(onFailing, shorterLog)).toBe(true);
    const answered = { ...shorterLog, evidence: { ...shorterLog.evidence, lastOkAt: march(19) } };
    expect(isSameSilence(onFailing, answered)).toBe(false);
    expect(isSameSilence(open, { ...quiet(), evidence: { ...quiet().evidence, lastOkAt: march(9) } })).toBe(
      true,
    );
    const brought = { ...quiet().evidence, lastArrivalAt: march(8) };
    expect(isSameSilence(open, quiet({ since: march(8), evidence: brought }))).toBe(false);
    expect(isSameSilence(open, failing())).toBe(false);
  });

  it('has the deliveries that any alert has', () => {
    const desk = { id: 'desk', webhook: { url: 'https://desk.example/hook', secretEnv: 'SECRET' } };
    expect(planDeliveries(open, [desk], march(3)).map(({ event }) => event)).toEqual(['opened']);
    const resolved = advanceSilence(open, seen(5, quiet({ silent: false })))!;
    expect(planDeliveries(resolved, [desk], march(5)).map(({ event }) => event)).toEqual([
      'opened',
      'resolved',
    ]);
    expect(planDeliveries(open, [{ ...desk, rules: ['negative-spike'] }], march(3))).toEqual([]);
  });
});
