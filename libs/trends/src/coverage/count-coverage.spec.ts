import { bucketsBetween } from '../buckets.js';
import { coverageCounter, type CoverageView } from './count-coverage.js';

const view: CoverageView = {
  sources: new Set(['post', 'wire']),
  today: '2026-03-05',
  groups: [
    { day: '2026-03-01', state: 'observed', sourceIds: ['another', 'post'] },
    { day: '2026-03-01', state: 'outage', sourceIds: ['wire'] },
    { day: '2026-03-02', state: 'partial', sourceIds: ['post'] },
    { day: '2026-03-05', state: 'observed', sourceIds: ['post'] },
  ],
};

const at = (text: string): Date => new Date(text);

describe('the coverage of a point', () => {
  it('counts each source once a day; one without a record of a past day was not yet polled', () => {
    const count = coverageCounter(view, 'day');
    const told = bucketsBetween(at('2026-03-01T00:00Z'), at('2026-03-07T00:00Z'), 'day', 'UTC').map(count);
    const none = { observed: 0, partial: 0, outage: 0, notYetPolled: 0 };
    expect(told).toEqual([
      { ...none, observed: 1, outage: 1 },
      { ...none, partial: 1, notYetPolled: 1 },
      { ...none, notYetPolled: 2 },
      { ...none, notYetPolled: 2 },
      { ...none, observed: 1 },
      none,
    ]);
  });

  it('of a day in another zone is that of the UTC day whose noon lies in it', () => {
    const [first, second] = bucketsBetween(
      ...[at('2026-02-28T19:00Z'), at('2026-03-02T19:00Z'), 'day' as const, 'Asia/Karachi'] as const,
    ).map(coverageCounter(view, 'day'));
    expect(first).toMatchObject({ observed: 1, outage: 1 });
    expect(second).toMatchObject({ partial: 1, notYetPolled: 1 });
  });

  it('of an hour is that of the whole day, and of a span of hours that of its days', () => {
    const count = coverageCounter(view, 'hour');
    const hour = { start: at('2026-03-01T20:00Z'), end: at('2026-03-01T21:00Z') };
    expect(count(hour)).toMatchObject({ observed: 1, outage: 1, partial: 0 });
    expect(count({ start: hour.start, end: at('2026-03-02T03:00Z') })).toMatchObject({
      ...{ observed: 1, outage: 1, partial: 1, notYetPolled: 1 },
    });
    expect(count({ start: hour.start, end: at('2026-03-02T00:00Z') })).toMatchObject({ partial: 0 });
  });

  it('of a week has all source-days of it', () => {
    const week = { start: at('2026-02-23T00:00Z'), end: at('2026-03-02T00:00Z') };
    const { observed, partial, outage, notYetPolled } = coverageCounter(view, 'week')(week);
    expect(observed + partial + outage + notYetPolled).toBe(14);
  });
});
