import fc from 'fast-check';
import winkSentiment from 'wink-sentiment';
import { NEGATIVE_TO, POSITIVE_FROM, polarityOf, scoreSentiment } from './score-sentiment.js';

const score = (title: string, summary = '') => scoreSentiment(title, summary, 'en');

describe('scoreSentiment', () => {
  it.each([
    ['Deadly attack kills four at the border', 'negative'],
    ['Leaders welcome agreement and praise progress', 'positive'],
    ['Talks begin between hope and fear', 'neutral'],
  ])('hears the tone of "%s" as %s', (title, polarity) => {
    expect(score(title)).toMatchObject({ scored: true, polarity });
  });

  it('keeps the scorer’s own sum over title and summary, and its normalised score over five', () => {
    const [title, summary] = ['Deadly clash at Torkham', 'Traders hope for a good end to a terrible week.'];
    const wink = winkSentiment(`${title} ${summary}`);
    expect(score(title, summary)).toMatchObject({
      raw: wink.score,
      score: Math.round(wink.normalizedScore * 2_000) / 10_000,
    });
  });

  it('scores a text whose words outweigh each other, and says so with 0', () => {
    expect(score('good, bad')).toEqual({ scored: true, score: 0, polarity: 'neutral', raw: 0 });
    expect(Object.is((score('bad good') as { score: number }).score, -0)).toBe(false);
  });

  it('does not score a text of which it knows no word', () => {
    const unscored = { scored: false, reason: 'no scored word', raw: 0 };
    expect(score('Delegation arrives in Doha on Monday')).toEqual(unscored);
    expect(score('')).toEqual(unscored);
  });

  it.each(['ur', 'ps', 'prs', 'fa', 'hi', 'de', 'und'])('does not score %s', (language) => {
    expect(scoreSentiment('good bad', '', language)).toEqual({
      scored: false,
      reason: 'no scorer for the language',
      raw: null,
    });
  });

  it.each([
    ['constructor of the constructor', '#constructor'],
    ['#__proto__ constructor name', 'constructors’ constructor length'],
  ])('is not misled by words that every object inherits: %s', (title, summary) => {
    expect(score(title, summary)).toEqual({ scored: false, reason: 'no scored word', raw: 0 });
    expect(score(`${title} attack`, summary)).toMatchObject({ scored: true, polarity: 'negative' });
  });

  it.each([
    ['one endless word', 'a'.repeat(100_000)],
    ['endless digits', '1'.repeat(100_000)],
    ['endless dots', 'a.'.repeat(50_000)],
    ['a hundred thousand signs', 'peace and war, '.repeat(7_000)],
    ['emoji', '🕊️😀'.repeat(20_000)],
    ['half pairs', '\ud83d'.repeat(1_000)],
  ])('copes with %s', (_, text) => {
    expect(() => score(text, text)).not.toThrow();
  });

  it('gives a score in [-1, 1] of four decimals, or none, whatever the text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('good', 'kill', 'not', '😀', '#win', 'no'),
    );
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join(' ')),
        (text) => {
          const sentiment = score(text);
          if (!sentiment.scored) return;
          expect(Math.abs(sentiment.score)).toBeLessThanOrEqual(1);
          expect(Math.round(sentiment.score * 10_000) / 10_000).toBe(sentiment.score);
          expect(sentiment.polarity).toBe(polarityOf(sentiment.score));
          expect(Number.isFinite(sentiment.raw)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('polarityOf', () => {
  it('counts the cut-offs themselves to the poles', () => {
    expect([-1, NEGATIVE_TO, -0.0499, 0, 0.0499, POSITIVE_FROM, 1].map(polarityOf)).toEqual([
      'negative',
      'negative',
      'neutral',
      'neutral',
      'neutral',
      'positive',
      'positive',
    ]);
  });
});
