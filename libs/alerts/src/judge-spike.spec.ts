import fc from 'fast-check';
import { spikeRuleSchema } from '#domain/alert-rules.js';
import { DAY_MS } from '#domain/window.js';
import { findIncident } from './find-incident.js';
import { type DayCount, judgeDays } from './judge-spike.js';

const rule = spikeRuleSchema.parse({ id: 'spike', themes: ['border'], baselineDays: 14, minNegative: 4 });

const days = (negatives: (number | null)[]): DayCount[] =>
  negatives.map((negative, i) => ({
    windowId: `d${i}`,
    start: new Date(i * DAY_MS),
    negative: negative ?? 0,
    count: negative ?? 0,
    observed: negative !== null,
  }));

const quiet = Array.from({ length: 14 }, (_, i) => i % 2);

describe('the spike rule', () => {
  it('judges every day that has a whole baseline before it', () => {
    expect(judgeDays(rule, days([...quiet, 1, 9, 1])).map(({ spike }) => spike)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('tells what it expected and where the bound lay', () => {
    const [verdict] = judgeDays(rule, days([...quiet, 9]));
    expect(verdict).toMatchObject({ expected: 0.5, threshold: 0.5 + 3 });
  });

  it('never calls a day with fewer negatives than the rule asks for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 14, maxLength: 14 }), fc.nat(3), (before, last) => {
        expect(judgeDays(rule, days([...before, last]))[0]!.spike).toBe(false);
      }),
    );
  });

  it('calls a day that a larger count would also call', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 14, maxLength: 14 }), fc.nat(60), (before, last) => {
        const [less, more] = [last, last + 1].map(
          (count) => judgeDays(rule, days([...before, count]))[0]!.spike,
        );
        expect(!less || more).toBe(true);
      }),
    );
  });

  it('waits for seven observed days, and does not take days without any data for silence', () => {
    const blind = Array.from({ length: 8 }, () => null);
    const sixSeen = [...blind, 0, 0, 0, 0, 0, 0];
    expect(judgeDays(rule, days([...sixSeen, 50]))[0]!.spike).toBe(false);
    expect(judgeDays(rule, days([...sixSeen.slice(1), 0, 50]))[0]!.spike).toBe(true);
  });
});

describe('an incident', () => {
  const verdicts = (spikes: string) =>
    [...spikes].map((mark, i) => ({ day: days([0])[0]!, expected: 0, threshold: i, spike: mark === 'x' }));
  const found = (spikes: string) =>
    findIncident(rule, verdicts(spikes))?.map(({ threshold }) => threshold) ?? null;

  it('gathers spikes that fewer than the calm days part', () => {
    expect(found('x--x-x')).toEqual([0, 3, 5]);
    expect(found('x---x-x')).toEqual([4, 6]);
    expect(found('x-x-----')).toEqual([0, 2]);
    expect(found('------')).toBeNull();
  });
});
