import { normaliseText } from '#text/normalise.js';
import { tokenise } from '#text/tokenise.js';
import fc from 'fast-check';
import { PhraseMatcher, withoutOverlap } from './phrase-matcher.js';

const matcherOf = (...phrases: string[]) =>
  new PhraseMatcher(phrases.map((phrase) => ({ phrase, value: phrase })));
const read = (text: string) => {
  const normalised = { text: normaliseText(text) };
  return { normalised, tokens: tokenise(normalised.text) };
};
const found = (text: string, ...phrases: string[]) =>
  matcherOf(...phrases)
    .match(read(text))
    .map(({ value, from, to }) => `${value}@${from}-${to}`);

describe('PhraseMatcher', () => {
  it('finds whole words only', () => {
    expect(found('Afghanistan and the Afghan side', 'afghan')).toEqual(['afghan@3-4']);
  });

  it('finds overlapping phrases, at one word the longest first', () => {
    expect(found('border closure talks', 'border', 'border closure', 'closure talks')).toEqual([
      'border closure@0-2',
      'border@0-1',
      'closure talks@1-3',
    ]);
  });

  it('goes on after a phrase that breaks off', () => {
    expect(found('peace peace talks', 'peace talks')).toEqual(['peace talks@1-3']);
    expect(found('no peace', 'peace talks')).toEqual([]);
  });

  it('gives every value of a phrase, and each once', () => {
    const matcher = new PhraseMatcher(
      ['one', 'two', 'one'].map((value) => ({ phrase: 'Trust  deficit', value })),
    );
    expect(matcher.match(read('trust-deficit')).map(({ value }) => value)).toEqual(['one', 'two']);
  });

  it.each(['آتش‌بس', 'آتش بس', 'آتشبس', 'آتِش\u200c بَس'])(
    'takes %s for a spelling of a compound in Arabic script',
    (spelling) => {
      expect(matcherOf('آتش‌بس').match(read(`خبر ${spelling} امروز`))).toHaveLength(1);
      expect(matcherOf('آتش بس').match(read(`خبر ${spelling} امروز`))).toHaveLength(1);
    },
  );

  it('joins any of the words of a compound, and no Latin ones', () => {
    expect(found('پاک‌افغان سرحد', 'پاک افغان سرحد')).toHaveLength(1);
    expect(found('پاک افغان‌سرحد', 'پاک افغان سرحد')).toHaveLength(1);
    expect(found('ceasefire', 'cease fire')).toEqual([]);
  });

  it('takes a long phrase as it is written, with its compounds in every spelling', () => {
    for (const spelling of ['اسلام‌آباد', 'اسلام آباد', 'اسلامآباد'])
      expect(found(`روابط کابل و ${spelling} امروز`, 'روابط کابل و اسلام‌آباد')).toHaveLength(1);
    expect(found('روابط‌کابل و اسلام‌آباد', 'روابط کابل و اسلام‌آباد')).toEqual([]);
  });

  it('refuses a phrase without a word', () => {
    expect(() => matcherOf('peace', ' — ')).toThrow('the phrase " — " has no word in it');
  });

  it('agrees with a search of every phrase at every word', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength });
    fc.assert(
      fc.property(
        fc.uniqueArray(words(4), { selector: String, maxLength: 8 }),
        words(30),
        (phrases, text) => {
          const matches = found(text.join(' '), ...phrases.map((phrase) => phrase.join(' ')));
          const expected = text.flatMap((_, from) =>
            phrases
              .filter((phrase) => phrase.every((part, i) => text[from + i] === part))
              .sort((one, other) => other.length - one.length)
              .map((phrase) => `${phrase.join(' ')}@${from}-${from + phrase.length}`),
          );
          expect(matches).toEqual(expected);
        },
      ),
    );
  });
});

describe('withoutOverlap', () => {
  it('keeps the longest of the first, then goes on behind it', () => {
    const matches = matcherOf('pakistani taliban', 'taliban', 'taliban leader', 'leader').match(
      read('Pakistani Taliban leader'),
    );
    expect(withoutOverlap(matches).map(({ value }) => value)).toEqual(['pakistani taliban', 'leader']);
  });
});
