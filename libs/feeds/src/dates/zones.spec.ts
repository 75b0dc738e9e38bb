import { instantIn, offsetMinutes, zoneNamed } from './zones.js';

describe('zoneNamed', () => {
  it.each([
    ['pkt', 300],
    ['pkst', 360],
    ['aft', 270],
    ['ist', 330],
    ['irst', 210],
    ['irdt', 270],
    ['npt', 345],
    ['uzt', 300],
    ['gst', 240],
    ['ast', 180],
    ['msk', 180],
    ['gmt', 0],
    ['ut', 0],
    ['z', 0],
    ['g.m.t.', 0],
    ['bst', 60],
    ['mest', 120],
    ['est', -300],
    ['edt', -240],
    ['pst', -480],
    ['et', -300],
    ['jst', 540],
    ['a', 0],
    ['y', 0],
    ['pakistan standard time', 300],
    ['به وقت کابل', 270],
  ])('knows %s', (name, minutes) => expect(zoneNamed(name)).toBe(minutes));

  it.each(['', 'j', 'xyz', 'foo/bar', 'asia/atlantis', '/', 'monday', '__proto__'])(
    'does not know %p',
    (name) => {
      expect(zoneNamed(name)).toBeNull();
    },
  );
});

describe('offsetMinutes', () => {
  it.each([
    ['+', '5', undefined, 300],
    ['-', '09', '30', -570],
    ['--', '7', '00', -420],
    ['+', '14', '00', 840],
    ['+', '14', '01', null],
    ['+', '05', '60', null],
    ['-', '99', '99', null],
  ])('takes %s%s:%s', (sign, hours, minutes, total) =>
    expect(offsetMinutes(sign, hours, minutes)).toBe(total),
  );
});

describe('instantIn', () => {
  const at = (name: string, local: string) =>
    new Date(instantIn({ name }, Date.parse(`${local}Z`))).toISOString();

  it.each([
    ['asia/karachi', '2023-10-01T22:01', '2023-10-01T17:01'],
    ['america/new_york', '2023-07-01T12:00', '2023-07-01T16:00'],
    ['america/new_york', '2023-12-01T12:00', '2023-12-01T17:00'],
    ['europe/berlin', '2023-03-26T03:00', '2023-03-26T01:00'],
    ['europe/berlin', '2023-03-26T01:59', '2023-03-26T00:59'],
    ['asia/tehran', '2021-07-01T12:00', '2021-07-01T07:30'],
    ['asia/tehran', '2023-07-01T12:00', '2023-07-01T08:30'],
    ['etc/gmt+5', '2023-07-01T12:00', '2023-07-01T17:00'],
  ])('follows the rules of %s on %s', (name, local, utc) => expect(at(name, local)).toBe(`${utc}:00.000Z`));
});
