import { alertsConfigSchema, silenceRules, spikeRules } from './alert-rules.js';

const spike = { id: 'spike', themes: ['all'] };
const silence = { id: 'feed-silence', kind: 'silence' };

const complaintsOf = (rule: object): string[] =>
  alertsConfigSchema.safeParse({ rules: [rule] }).error!.issues.map(({ message }) => message);

describe('the rules of alerts', () => {
  it('are for spikes unless they say otherwise, each kind with its own defaults', () => {
    const config = alertsConfigSchema.parse({ rules: [spike, silence, { ...spike, kind: 'spike' }] });
    expect(config.rules.map(({ kind }) => kind)).toEqual(['spike', 'silence', 'spike']);
    expect(silenceRules(config)).toEqual([{ ...silence, factor: 3, minHours: 24 }]);
    expect(spikeRules(config)).toMatchObject([
      { zone: 'UTC', baselineDays: 28 },
      { zone: 'UTC', baselineDays: 28 },
    ]);
  });

  it('are refused with what would be right', () => {
    expect(complaintsOf({ ...silence, kind: 'silent' })).toEqual([
      'a kind is silence, or spike, which may be left out',
    ]);
    expect(complaintsOf({ ...silence, themes: ['all'] })).toEqual([expect.stringContaining('themes')]);
    expect(complaintsOf({ ...spike, factor: 3 })).toEqual([expect.stringContaining('factor')]);
    expect(complaintsOf({ ...silence, minHours: 0 })).toHaveLength(1);
  });
});
