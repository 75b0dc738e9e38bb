import { instalmentOf, numbersAgree, numbersOf } from './title-numbers.js';
import { readField } from '../field-text.js';

const words = (title: string) => readField('title', title).tokens.map(({ text }) => text);
const instalment = (title: string) => instalmentOf(words(title));
const numbers = (title: string) => [...numbersOf(words(title))];

describe('the number of an instalment', () => {
  it.each([
    ['Border war: list of key events, day 600', '600'],
    ['Live view over the crossing (Nov. 13)', '13'],
    ['The long road home, Part two', '2'],
    ['Photos of the day – Thursday', 'thursday'],
    ['Evening briefing', 'evening'],
    ['As the war enters its 601st day', '601'],
    ['جنگ کا 12 دن', '12'],
    ['برنامه ویژه، قسمت ۳', '3'],
    ['گزارش ۵ قوس', '5'],
  ])('is read from %s', (title, expected) => {
    expect(instalment(title)).toBe(expected);
  });

  it('is not any number', () => {
    expect(instalment('Blast kills 12 in Kabul')).toBe('');
    expect(instalment('Two countries sign accord')).toBe('');
  });

  it('does not depend on where in the title the marks stand', () => {
    expect(instalment('Monday, day 5: what we know')).toBe(instalment('Day 5: what we know on Monday'));
  });
});

describe('the numbers of a title', () => {
  it('are numerals in any script, and small numbers in words', () => {
    expect(numbers('Two killed, 14 hurt')).toEqual(['2', '14']);
    expect(numbers('دو هلاک، ۱۴ زخمی')).toEqual(['2', '14']);
    expect(numbers('درې کسان ووژل شول')).toEqual(['3']);
  });

  it('agree where all of one are the other’s, so that one may leave some out', () => {
    const agree = (one: string, other: string) =>
      numbersAgree(numbersOf(words(one)), numbersOf(words(other)));
    expect(agree('2 killed, 14 hurt', 'Two killed')).toBe(true);
    expect(agree('Many killed', '5 killed')).toBe(true);
    expect(agree('2 killed in the north', '4 killed in the north')).toBe(false);
  });
});
