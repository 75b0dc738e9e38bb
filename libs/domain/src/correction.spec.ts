import fc from 'fast-check';
import { ABOUTS, type Analysis } from './analysis.js';
import { type Correction, effectiveValues, findingOf, NOT_SCORED, TONES } from './correction.js';

const analysisOf = (scoreE4: number | null, themes = ['border', 'security']): Analysis => ({
  ...{ version: 3, revision: 2, language: 'en', signature: [], acts: [], wire: null },
  relevance: { about: 'both', score: 1, evidence: [] },
  themes: themes.map((id) => ({ id, score: 1, evidence: [], via: null })),
  sentiment:
    scoreE4 === null
      ? { scored: false, reason: 'no scored word', raw: 0 }
      : {
          ...{ scored: true, score: scoreE4 / 10_000, raw: 1, experimental: false, evidence: [] },
          polarity: scoreE4 <= -500 ? 'negative' : scoreE4 >= 500 ? 'positive' : 'neutral',
        },
});
type Parts = Pick<Correction, 'themes' | 'parents' | 'polarity' | 'about'>;
const correctionOf = (over: Partial<Parts>): Parts => ({
  ...{ themes: null, parents: [], polarity: null, about: null },
  ...over,
});

const scores = fc.option(fc.integer({ min: -10_000, max: 10_000 }));
const corrections = fc.record({
  themes: fc.option(fc.subarray(['border', 'water', 'talks'])),
  parents: fc.constant<string[]>([]),
  polarity: fc.option(fc.constantFrom(...TONES)),
  about: fc.option(fc.constantFrom(...ABOUTS)),
});

describe('what counts of an article', () => {
  it('is what the analysis says where nobody corrected it', () => {
    const plain = { about: 'both', themes: ['border', 'security'] };
    expect(effectiveValues(analysisOf(-700), null)).toEqual({
      ...plain,
      polarity: 'negative',
      scoreE4: -700,
    });
    expect(effectiveValues(analysisOf(null), null)).toEqual({ ...plain, polarity: null, scoreE4: null });
  });

  it('is what the correction says of each part that it speaks of, and the analysis of the others', () => {
    fc.assert(
      fc.property(scores, corrections, (score, correction) => {
        const plain = effectiveValues(analysisOf(score), null);
        const counted = effectiveValues(analysisOf(score), correction);
        expect(counted.about).toBe(correction.about ?? plain.about);
        expect(counted.themes).toEqual(correction.themes ?? plain.themes);
        expect(counted.polarity ?? NOT_SCORED).toBe(correction.polarity ?? plain.polarity ?? NOT_SCORED);
      }),
    );
  });

  it('has a score exactly where it has a polarity, never on the other side of zero', () => {
    fc.assert(
      fc.property(scores, corrections, (score, correction) => {
        const { polarity, scoreE4 } = effectiveValues(analysisOf(score), correction);
        expect(scoreE4 === null).toBe(polarity === null);
        if (polarity === 'negative') expect(scoreE4).toBeLessThanOrEqual(0);
        if (polarity === 'positive') expect(scoreE4).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['negative', -300, -300],
    ['negative', 4_000, 0],
    ['negative', null, 0],
    ['positive', 300, 300],
    ['neutral', -4_000, 0],
    ['neutral', 300, 300],
    ['not scored', -4_000, null],
  ] as const)(
    'corrected to %s from a score of %p ten-thousandths counts with %p',
    (polarity, score, counts) => {
      expect(effectiveValues(analysisOf(score), correctionOf({ polarity })).scoreE4).toBe(counts);
    },
  );

  it('holds the themes that were named with those above them, each once', () => {
    const correction = correctionOf({ themes: ['border', 'water'], parents: ['security', 'water'] });
    expect(effectiveValues(analysisOf(0), correction).themes).toEqual(['border', 'water', 'security']);
    expect(effectiveValues(analysisOf(0), correctionOf({ themes: [] })).themes).toEqual([]);
  });
});

describe('what the analysis found', () => {
  it('says of an article without a score that it is not scored', () => {
    const found = { version: 3, revision: 2, themes: ['border', 'security'], about: 'both' };
    expect(findingOf(analysisOf(null))).toEqual({ ...found, tone: 'not scored' });
    expect(findingOf(analysisOf(900))).toEqual({ ...found, tone: 'positive' });
  });
});
