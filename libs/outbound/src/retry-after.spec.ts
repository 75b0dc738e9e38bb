import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-03-01T12:00:00Z');
const read = (value: string, more: Record<string, string> = {}) =>
  retryAfterMs({ 'retry-after': value, ...more }, now);

describe('retryAfterMs', () => {
  it('reads seconds', () => {
    expect(read('120')).toBe(120_000);
    expect(read(' 0 ')).toBe(0);
  });

  it('reads a date against now, or against the clock of the server where it tells it', () => {
    expect(read('Sun, 01 Mar 2026 12:01:00 GMT')).toBe(60_000);
    expect(read('Sun, 01 Mar 2026 13:01:00 GMT', { date: 'Sun, 01 Mar 2026 13:00:30 GMT' })).toBe(30_000);
  });

  it('asks for no wait by a date that is past', () => {
    expect(read('Sun, 01 Mar 2026 11:00:00 GMT')).toBe(0);
  });

  it.each(['', 'soon', '-5', '1.5', '9999999999', '2026-03-01', 'Sun, 99 Mar 2026 12:00:00 GMT'])(
    'reads nothing in %p',
    (value) => expect(read(value)).toBeNull(),
  );

  it('is null without the header', () => {
    expect(retryAfterMs({}, now)).toBeNull();
  });
});
