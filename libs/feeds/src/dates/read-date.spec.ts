import { readDate } from './read-date.js';

const now = new Date('2026-03-01T12:00:00Z');
const read = (text: string) => readDate(text, now)?.toISOString() ?? null;

describe('readDate', () => {
  it.each([
    ['Sun, 01 Oct 2023 22:01:51 +0000', '2023-10-01T22:01:51.000Z'],
    ['Sun, 1 Oct 2023 22:01:51 GMT', '2023-10-01T22:01:51.000Z'],
    ['1 Oct 2023 22:01 GMT', '2023-10-01T22:01:00.000Z'],
    ['Sunday, 01-Oct-23 22:01:51 UTC', '2023-10-01T22:01:51.000Z'],
    ['Sun, 01 October 2023 22:01:51 -0500', '2023-10-02T03:01:51.000Z'],
    ['Sun, 01 Oct 2023 22:01:51 +05:30', '2023-10-01T16:31:51.000Z'],
    ['Sun, 01 Oct 2023 22:01:51 GMT+5', '2023-10-01T17:01:51.000Z'],
    ['Sun, 01 Oct 2023 22:01:51 +0000 (UTC)', '2023-10-01T22:01:51.000Z'],
    ['Sun, 01 Oct 2023', '2023-10-01T00:00:00.000Z'],
    ['01 Oct 99 10:00:00 Z', '1999-10-01T10:00:00.000Z'],
    ['2023-10-01T22:01:51Z', '2023-10-01T22:01:51.000Z'],
    ['2023-10-01T22:01:51.1234567+03:30', '2023-10-01T18:31:51.123Z'],
    ['2023-10-01 22:01:51 +0430', '2023-10-01T17:31:51.000Z'],
    ['2023-10-01T22:01', '2023-10-01T22:01:00.000Z'],
    ['2023-10-01', '2023-10-01T00:00:00.000Z'],
    ['20231001T220151Z', '2023-10-01T22:01:51.000Z'],
    ['  2023-10-01T24:00:00Z\n', '2023-10-02T00:00:00.000Z'],
  ])('reads %p as %s', (text, instant) => expect(read(text)).toBe(instant));

  it.each([
    ['PKT', '05:00'],
    ['AFT', '05:30'],
    ['IST', '04:30'],
    ['IRST', '06:30'],
    ['EST', '15:00'],
    ['EDT', '14:00'],
    ['PST', '18:00'],
    ['BST', '09:00'],
    ['GMT', '10:00'],
  ])('knows the zone %s', (zone, time) => {
    expect(read(`Sun, 01 Oct 2023 10:00:00 ${zone}`)).toBe(`2023-10-01T${time}:00.000Z`);
  });

  it.each([
    '',
    'yesterday',
    '0000-00-00 00:00:00',
    '2023-02-30',
    '31 Jun 2023 10:00:00 GMT',
    '01 Foo 2023 10:00:00 GMT',
    '2023-13-01',
    'Sun, 01 Oct 2023 25:00:00 GMT',
    'Sun, 01 Oct 2023 10:61:00 GMT',
    'Sun, 01 Oct 2023 10:00:00 XYZ',
    'Sun, 01 Oct 2023 10:00:00 +9900',
    '1696197711',
  ])('reads nothing in %p', (text) => expect(read(text)).toBeNull());

  it('believes no date before 1990, and none more than an hour ahead', () => {
    expect(read('1989-12-31T23:59:59Z')).toBeNull();
    expect(read('1990-01-01T00:00:00Z')).toBe('1990-01-01T00:00:00.000Z');
    expect(read('2026-03-01T13:00:00Z')).toBe('2026-03-01T13:00:00.000Z');
    expect(read('2026-03-01T13:00:01Z')).toBeNull();
  });

  it('reads the same instant whatever the zone of the host', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Asia/Kabul', 'America/New_York', 'UTC']) {
        process.env['TZ'] = zone;
        expect(read('2023-10-01 22:01')).toBe('2023-10-01T22:01:00.000Z');
        expect(read('Sun, 01 Oct 2023 22:01:51')).toBe('2023-10-01T22:01:51.000Z');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
