import fc from 'fast-check';
import { bucketOf, bucketsBetween } from './buckets.js';
import { INTERVALS } from '#domain/trend-question.js';

const span = (bucket: { start: Date; end: Date }): string[] => [
  bucket.start.toISOString(),
  bucket.end.toISOString(),
];

describe('buckets', () => {
  it('hold the instant asked for', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...INTERVALS),
        fc.constantFrom('UTC', 'Asia/Kabul'),
        (at, interval, zone) => {
          const { start, end } = bucketOf(at, interval, zone);
          expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
          expect(end.getTime()).toBeGreaterThan(at.getTime());
        },
      ),
    );
  });

  it('begin a week on Monday and a month on its first, at the midnight of the zone', () => {
    const at = new Date('2024-02-29T20:00:00Z');
    expect(span(bucketOf(at, 'week', 'UTC'))).toEqual([
      '2024-02-26T00:00:00.000Z',
      '2024-03-04T00:00:00.000Z',
    ]);
    expect(span(bucketOf(at, 'month', 'UTC'))).toEqual([
      '2024-02-01T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
    ]);
    expect(span(bucketOf(at, 'month', 'Asia/Kabul'))).toEqual([
      '2024-02-29T19:30:00.000Z',
      '2024-03-31T19:30:00.000Z',
    ]);
  });

  it('follow each other without gap from beginning to end', () => {
    const buckets = bucketsBetween(
      new Date('2025-12-29T00:00:00Z'),
      new Date('2026-11-24T00:00:00Z'),
      'week',
      'UTC',
    );
    expect(buckets.length).toBe(48);
    for (const [i, bucket] of buckets.slice(1).entries()) expect(bucket.start).toEqual(buckets[i]!.end);
  });
});
