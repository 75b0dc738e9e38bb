import fc from 'fast-check';
import winkSentiment from 'wink-sentiment';
import { readField } from '../field-text.js';
import { NEGATIVE_TO, POSITIVE_FROM, polarityOf } from './polarity.js';
import { scoreSentiment } from './score-sentiment.js';

const score = (title: string, summary = '', language = 'en') =>
  scoreSentiment(readField('title', title), readField('summary', summary), language);
const words = (title: string, summary = '', language = 'en') => {
  const sentiment = score(title, summary, language);
  return sentiment.scored ? sentiment.evidence.map(({ term, value }) => [term, value]) : [];
};

describe('scoreSentiment', () => {
  it.each([
    ['Deadly attack kills four at the border', 'negative'],
    ['Airstrikes and clashes along the Durand Line', 'negative'],
    ['Torkham closed for a ninth day', 'negative'],
    ['Thousands deported before winter', 'negative'],
    ['Leaders welcome agreement and praise progress', 'positive'],
    ['Ceasefire holds as crossing reopens', 'positive'],
    ['Delegations hold talks in Doha between hope and fear', 'neutral'],
  ])('hears the tone of "%s" as %s', (title, polarity) => {
    expect(score(title)).toMatchObject({ scored: true, polarity, experimental: false });
  });

  it.each([
    ['Attack foiled in Peshawar', 'positive'],
    ['Police foil attack, three killed in gunfight', 'negative'],
    ['Ban on girls’ schools lifted', 'positive'],
    ['Truce collapses', 'negative'],
    ['Talks collapse in Istanbul', 'negative'],
    ['Talks open in Istanbul', 'neutral'],
    ['No progress, no agreement', 'negative'],
    ['Why are refugees being deported?', 'neutral'],
    ['Pakistan beat Afghanistan to win T20 series', 'neutral'],
  ])('hears what turns the tone of "%s": %s', (title, polarity) => {
    const sentiment = score(title);
    expect(sentiment.scored ? sentiment.polarity : 'neutral').toBe(polarity);
  });

  it('does not take offices, names and procedure for praise or blame', () => {
    expect(score('Supreme leader receives United Nations envoy at top court')).toMatchObject({
      scored: false,
    });
    expect(words('Chief justice of the Supreme Court')).toEqual([]);
  });

  it('gives what is only asked for less weight than what happened', () => {
    const asked = score('Envoy calls for ceasefire');
    const happened = score('Envoy announces ceasefire');
    if (!asked.scored || !happened.scored) throw new Error('both have a scored word');
    expect(asked.polarity).toBe('neutral');
    expect(asked.score).toBeLessThan(happened.score);
    expect(asked.score).toBeGreaterThan(0);
  });

  it('shows the words on which it rests, with what they add', () => {
    expect(score('Torkham border reopens', 'It was closed after clashes.')).toMatchObject({
      evidence: [
        { term: 'reopens', field: 'title', start: 15, end: 22, value: 2 },
        { term: 'closed', field: 'summary', start: 7, end: 13, value: -2 },
        { term: 'clashes', field: 'summary', start: 20, end: 27, value: -3 },
      ],
    });
  });

  it('weighs a headline above the summary', () => {
    expect(score('Crossing reopens', 'Clashes had closed it').scored).toBe(true);
    const [up, down] = [score('Agreement', 'Attack'), score('Attack', 'Agreement')];
    if (!up.scored || !down.scored) throw new Error('both have scored words');
    expect(up.score).toBeGreaterThan(down.score);
  });

  it('keeps the base scorer’s own sum over title and summary', () => {
    const [title, summary] = ['Deadly clash at Torkham', 'Traders hope for a good end to a terrible week.'];
    expect(score(title, summary).raw).toBe(winkSentiment(`${title} ${summary}`).score);
  });

  it('scores a text whose words outweigh each other, and says so with 0', () => {
    expect(score('agreement, closure')).toMatchObject({ scored: true, score: 0, polarity: 'neutral' });
    expect(Object.is((score('closure agreement') as { score: number }).score, -0)).toBe(false);
  });

  it('does not score a text of which it knows no word', () => {
    const unscored = { scored: false, reason: 'no scored word', raw: 0 };
    expect(score('Delegation arrives in Doha on Monday')).toEqual(unscored);
    expect(score('')).toEqual(unscored);
  });

  it.each(['ar', 'hi', 'de', 'und', 'constructor'])('does not score %s', (language) => {
    expect(score('good bad', '', language)).toEqual({
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

  it('gives a score in [-1, 1] of four decimals, and words that stand in the text, whatever the text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'good',
        'kill',
        'not',
        '😀',
        '#win',
        ':(',
        'no',
        'foiled',
        'attack',
        'talks',
        'collapse',
        '?',
      ),
    );
    const text = fc.array(word).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const sentiment = score(title, summary);
        if (!sentiment.scored) return;
        expect(Math.abs(sentiment.score)).toBeLessThanOrEqual(1);
        expect(Math.round(sentiment.score * 10_000) / 10_000).toBe(sentiment.score);
        expect(sentiment.polarity).toBe(polarityOf(sentiment.score));
        expect(Number.isFinite(sentiment.raw)).toBe(true);
        for (const { term, field, start, end } of sentiment.evidence)
          expect({ title, summary }[field].slice(start, end)).toBe(term);
      }),
      { numRuns: 500 },
    );
  });
});

describe('polarityOf', () => {
  it('counts the cut-offs themselves to the poles', () => {
    expect(
      [-1, NEGATIVE_TO, NEGATIVE_TO / 2, 0, POSITIVE_FROM / 2, POSITIVE_FROM, 1].map(polarityOf),
    ).toEqual(['negative', 'negative', 'neutral', 'neutral', 'neutral', 'positive', 'positive']);
  });
});
