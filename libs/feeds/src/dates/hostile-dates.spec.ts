import { readDate } from './read-date.js';

const now = new Date('2026-03-01T12:00:00Z');

describe('readDate', () => {
  it('looks at no more than 200 characters, and at these only once', () => {
    const long = 10_000_000;
    expect(readDate(`2023-10-01T22:01:51Z${' '.repeat(long)}`, now)?.toISOString()).toBe(
      '2023-10-01T22:01:51.000Z',
    );
    expect(readDate(`2023-10-01T22:01:51Z${'Z'.repeat(long)}`, now)).toBeNull();
    expect(readDate(`${'x '.repeat(150)}1 October 2023`, now)).toBeNull();
  });

  it.each([
    '1',
    '1 ',
    '1:',
    '-',
    '+',
    '(',
    '<',
    '&#1',
    'a ',
    'mar ',
    '|1',
    'utc ',
    'a/',
    'ص ',
    '\u0301',
    '1 h',
    '1時',
    '1.',
    '(1) ',
  ])('finds no date in many of %p, before a date or behind it', (piece) => {
    const many = piece.repeat(100_000);
    for (const text of [many, `${many} 1 Oct 2023`]) expect(readDate(text, now)).toBeNull();
  });
});
