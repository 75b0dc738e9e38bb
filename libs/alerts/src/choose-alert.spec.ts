import { spikeRuleSchema } from '#domain/alert-rules.js';
import type { SpikeAlert } from '#domain/alert.js';
import { DAY_MS } from '#domain/window.js';
import { advanceAlert, type Observation } from './advance-alert.js';
import { chooseAlert } from './choose-alert.js';
import type { Verdict } from './judge-spike.js';

const rule = spikeRuleSchema.parse({ id: 'spike', themes: ['border'] });
const march = (day: number): Date => new Date(Date.UTC(2026, 2, day));

const verdict = (day: number, spike: boolean): Verdict => ({
  day: { windowId: `march-${day}`, start: march(day), negative: 9, count: 10, observed: true },
  spike,
  expected: 1,
  threshold: 4,
});

/** What is seen on `day` as it ends, unless it is looked at on a later day. */
function observe(spikes: number[], day: number, lookedAtOn = day): Observation {
  const incident = spikes.length > 0 ? spikes.map((spike) => verdict(spike, true)) : null;
  return {
    ...{ rule, series: 'border', incident, verdict: verdict(day, spikes.includes(day)), articleIds: [] },
    end: new Date(march(day).getTime() + DAY_MS),
    now: new Date(march(lookedAtOn).getTime() + DAY_MS + 60_000),
  };
}

/** Does to the alerts what the evaluation of a day does. */
function evaluate(alerts: Map<string, SpikeAlert>, seen: Observation): void {
  const { alert, overtaken } = chooseAlert([...alerts.values()], seen);
  const next = advanceAlert(alert, seen);
  for (const saved of [overtaken, next]) if (saved) alerts.set(saved.id, saved);
  const open = [...alerts.values()].filter(({ status }) => status === 'open');
  expect(open.length).toBeLessThanOrEqual(1);
}

const statesOf = (alerts: Map<string, SpikeAlert>) =>
  [...alerts.values()].map(({ firstWindowId, status, evidence }) => [
    firstWindowId,
    status,
    evidence.map(({ windowId }) => windowId),
  ]);

describe('the alert of a day', () => {
  it('stays the open one where late items show that the incident began before it', () => {
    const alerts = new Map<string, SpikeAlert>();
    evaluate(alerts, observe([26], 26));
    evaluate(alerts, observe([24], 24, 29));
    evaluate(alerts, observe([24, 26, 28], 28));
    expect(statesOf(alerts)).toEqual([
      ['march-26', 'open', ['march-26', 'march-28']],
      ['march-24', 'resolved', ['march-24']],
    ]);
  });

  it('is ended by calm days though its own spike vanished in a recount, so that the next spike opens another', () => {
    const alerts = new Map<string, SpikeAlert>();
    evaluate(alerts, observe([1], 1));
    for (const calm of [2, 3, 4]) evaluate(alerts, observe([1], calm));
    evaluate(alerts, observe([18], 18));
    for (const calm of [19, 20, 21]) evaluate(alerts, observe([1], calm));
    expect(statesOf(alerts).map(([, status]) => status)).toEqual(['resolved', 'resolved']);
    evaluate(alerts, observe([26], 26));
    expect(statesOf(alerts).at(-1)).toEqual(['march-26', 'open', ['march-26']]);
  });

  it('is a new one where another incident begins while one is still open', () => {
    const alerts = new Map<string, SpikeAlert>();
    evaluate(alerts, observe([18], 18));
    evaluate(alerts, observe([20], 20));
    expect(statesOf(alerts).map(([first, status]) => [first, status])).toEqual([
      ['march-18', 'resolved'],
      ['march-20', 'open'],
    ]);
  });
});
