import type { SpikeAlert } from '#domain/alert.js';
import { spikeRuleSchema } from '#domain/alert-rules.js';
import { DAY_MS } from '#domain/window.js';
import { advanceAlert, type Observation } from './advance-alert.js';
import type { Verdict } from './judge-spike.js';
import { planDeliveries } from './plan-deliveries.js';

const rule = spikeRuleSchema.parse({ id: 'spike', themes: ['border'] });
const start = new Date('2026-11-20T00:00:00Z');

const verdict = (dayIndex: number, spike: boolean, negative = 9): Verdict => ({
  day: {
    windowId: `d${dayIndex}`,
    start: new Date(start.getTime() + dayIndex * DAY_MS),
    negative,
    count: 10,
    observed: true,
  },
  spike,
  expected: 1,
  threshold: 4,
});

function observe(spikes: Verdict[], now: Verdict, laterMs = 60_000): Observation {
  const end = new Date(now.day.start.getTime() + DAY_MS);
  return {
    rule,
    series: 'border',
    incident: spikes.length > 0 ? spikes : null,
    verdict: now,
    end,
    articleIds: ['a1'],
    now: new Date(end.getTime() + laterMs),
  };
}

const first = verdict(0, true);
const open = advanceAlert(null, observe([first], first))!;

describe('an alert', () => {
  it('opens on a spike with its evidence, named for rule, series and first window', () => {
    expect(open).toMatchObject({ status: 'open', historical: false, firstWindowId: 'd0', series: 'border' });
    expect(open.evidence).toEqual([
      expect.objectContaining({ windowId: 'd0', negative: 9, articleIds: ['a1'] }),
    ]);
    expect(advanceAlert(null, observe([first], first))!.id).toBe(open.id);
  });

  it('is left as it is by a second look at the same figures', () => {
    expect(advanceAlert(open, observe([first], first))).toBeNull();
  });

  it('gains the evidence of further days, and renews that of a recounted day', () => {
    const second = verdict(1, true, 7);
    const longer = advanceAlert(open, observe([first, second], second))!;
    expect(longer.evidence.map(({ windowId }) => windowId)).toEqual(['d0', 'd1']);
    const recounted = verdict(0, true, 12);
    const renewed = advanceAlert(longer, observe([recounted], recounted))!;
    expect(renewed.evidence.map(({ negative }) => negative)).toEqual([12, 7]);
  });

  it('is resolved after three days without a spike, not before', () => {
    expect(advanceAlert(open, observe([first], verdict(2, false)))).toBeNull();
    expect(advanceAlert(open, observe([first], verdict(3, false)))).toMatchObject({ status: 'resolved' });
  });

  it('is reopened by new evidence', () => {
    const resolved: SpikeAlert = { ...open, status: 'resolved', resolvedAt: start };
    const again = verdict(4, true);
    expect(advanceAlert(resolved, observe([first, again], again))).toMatchObject({
      status: 'open',
      resolvedAt: null,
    });
  });

  it('found in old data is history: resolved from the start, and not delivered', () => {
    const old = advanceAlert(null, observe([first], first, 30 * DAY_MS))!;
    expect(old).toMatchObject({ status: 'resolved', historical: true });
    expect(
      planDeliveries(old, [{ id: 'desk', webhook: { url: 'https://desk.example', secretEnv: 'S' } }], start),
    ).toEqual([]);
  });
});

describe('deliveries', () => {
  const desk = { id: 'desk', webhook: { url: 'https://desk.example/hook', secretEnv: 'SECRET' } };

  it('follow from the state of the alert, the same each time', () => {
    const resolved: SpikeAlert = { ...open, status: 'resolved', resolvedAt: start };
    const planned = planDeliveries(resolved, [desk], start);
    expect(planned.map(({ event }) => event)).toEqual(['opened', 'resolved']);
    const nextDay = new Date(start.getTime() + DAY_MS);
    const again = planDeliveries(resolved, [desk], nextDay);
    expect(again.map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
  });

  it('are not planned for what was over before a subscription was added', () => {
    const resolved: SpikeAlert = { ...open, status: 'resolved', resolvedAt: start };
    expect(planDeliveries(resolved, [desk], new Date(start.getTime() + 9 * DAY_MS))).toEqual([]);
  });

  it('go to the subscriptions of the rule only', () => {
    const other = { ...desk, id: 'other', rules: ['another-rule'] };
    expect(planDeliveries(open, [desk, other], start).map(({ subscriptionId }) => subscriptionId)).toEqual([
      'desk',
    ]);
  });
});
