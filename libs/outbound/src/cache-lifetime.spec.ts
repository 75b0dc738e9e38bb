import { cacheLifetimeMs } from './cache-lifetime.js';

const now = new Date('2026-03-01T12:00:00Z');
const read = (headers: Record<string, string>) => cacheLifetimeMs(headers, now);

describe('cacheLifetimeMs', () => {
  it.each([
    ['max-age=600', 600_000],
    ['public, max-age=600', 600_000],
    ['Max-Age = 60', 60_000],
    ['max-age="60"', 60_000],
    ['max-age=99999999999999999999', 2 ** 31 * 1_000],
  ])('reads %p', (control, ms) => expect(read({ 'cache-control': control })).toBe(ms));

  it.each([
    '',
    'max-age=0',
    'max-age=-1',
    'max-age=soon',
    's-maxage=600',
    'no-store',
    'no-cache, max-age=600',
    'max-age=600,no-store',
  ])('finds no lifetime in %p', (control) => expect(read({ 'cache-control': control })).toBeNull());

  it('takes off the time that the answer spent in caches', () => {
    expect(read({ 'cache-control': 'max-age=600', age: '500' })).toBe(100_000);
    expect(read({ 'cache-control': 'max-age=600', age: '700' })).toBeNull();
    expect(read({ 'cache-control': 'max-age=600', age: 'old' })).toBe(600_000);
  });

  it('reads an expiry against the clock of the server, else against now', () => {
    const expires = 'Sun, 01 Mar 2026 13:00:00 GMT';
    expect(read({ expires })).toBe(3_600_000);
    expect(read({ expires, date: 'Sun, 01 Mar 2026 12:59:00 GMT' })).toBe(60_000);
    expect(read({ expires: '0' })).toBeNull();
    expect(read({ expires: 'Sun, 01 Mar 2026 11:00:00 GMT' })).toBeNull();
  });

  it('prefers max-age to an expiry', () => {
    expect(read({ 'cache-control': 'max-age=60', expires: 'Sun, 01 Mar 2026 13:00:00 GMT' })).toBe(60_000);
  });

  it('is null without the headers', () => expect(read({})).toBeNull());
});
