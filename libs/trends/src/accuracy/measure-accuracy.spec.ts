import fc from 'fast-check';
import { ABOUTS } from '#domain/analysis.js';
import { TONES } from '#domain/correction.js';
import { measureAccuracy, type Review } from './measure-accuracy.js';

const THEMES = ['border', 'trade', 'talks', 'water'];
const reviewOf = (found: Partial<Review['found']>, said: Partial<Review['said']>): Review => ({
  found: { version: 1, revision: 1, themes: [], tone: 'neutral', about: 'both', ...found },
  said: { themes: null, polarity: null, about: null, ...said },
});

const someReview = fc
  .record({
    version: fc.integer({ min: 1, max: 3 }),
    found: fc.subarray(THEMES),
    said: fc.option(fc.subarray(THEMES)),
    tone: fc.constantFrom(...TONES),
    polarity: fc.option(fc.constantFrom(...TONES)),
    about: fc.option(fc.constantFrom(...ABOUTS)),
  })
  .map(({ version, found, said, tone, polarity, about }) =>
    reviewOf({ version, themes: found, tone }, { themes: said, polarity, about }),
  );

describe('the accuracy of the analysis', () => {
  it('counts what was kept, removed and added of each theme', () => {
    const { themes } = measureAccuracy(
      [
        reviewOf({ themes: ['border', 'trade'] }, { themes: ['border'] }),
        reviewOf({ themes: ['border'] }, { themes: ['border', 'talks'] }),
        reviewOf({ themes: ['trade'] }, { themes: ['trade'] }),
        reviewOf({ themes: ['water'] }, { polarity: 'neutral' }),
      ],
      THEMES,
    );
    expect(themes.reviewed).toBe(3);
    expect(themes.rows).toMatchObject([
      {
        theme: 'border',
        kept: 2,
        removed: 0,
        added: 0,
        precision: { value: 1, of: 2 },
        recall: { value: 1 },
      },
      {
        theme: 'trade',
        kept: 1,
        removed: 1,
        added: 0,
        precision: { value: 0.5 },
        recall: { value: 1, of: 1 },
      },
      { theme: 'talks', kept: 0, removed: 0, added: 1, precision: null, recall: { value: 0, of: 1 } },
    ]);
    expect(themes.overall).toMatchObject({
      ...{ kept: 3, removed: 1, added: 1, precision: { value: 0.75 }, recall: { value: 0.75 } },
    });
  });

  it('puts themes that are no longer in the taxonomy after the others', () => {
    const reviews = [reviewOf({ themes: ['zeal', 'water', 'aid'] }, { themes: ['border'] })];
    const { rows } = measureAccuracy(reviews, THEMES).themes;
    expect(rows.map(({ theme }) => theme)).toEqual(['border', 'water', 'aid', 'zeal']);
  });

  it('tells which tone and relevance were taken for which', () => {
    const { polarity, about } = measureAccuracy(
      [
        reviewOf({ tone: 'negative', about: 'both' }, { polarity: 'negative', about: 'both' }),
        reviewOf({ tone: 'neutral', about: 'both' }, { polarity: 'negative' }),
        reviewOf({ tone: 'not scored', about: 'neither' }, { polarity: 'positive', about: 'pakistan' }),
        reviewOf({ tone: 'positive' }, { polarity: 'not scored' }),
      ],
      THEMES,
    );
    expect(polarity).toMatchObject({
      ...{ reviewed: 4, agreement: { value: 0.25, of: 4 } },
      matrix: {
        negative: { negative: 1, neutral: 0 },
        neutral: { negative: 1 },
        'not scored': { positive: 1 },
        positive: { 'not scored': 1, positive: 0 },
      },
    });
    expect(about).toMatchObject({ reviewed: 2, matrix: { both: { both: 1 }, neither: { pakistan: 1 } } });
  });

  it('agrees with itself in every sum', () => {
    fc.assert(
      fc.property(fc.array(someReview, { maxLength: 30 }), (reviews) => {
        const { reviewed, versions, themes, polarity, about } = measureAccuracy(reviews, THEMES);
        const judged = reviews.filter(({ said }) => said.themes !== null);
        expect(reviewed).toBe(reviews.length);
        expect(versions).toEqual(
          [1, 2, 3].filter((one) => reviews.some(({ found }) => found.version === one)),
        );
        expect(themes.reviewed).toBe(judged.length);
        const { kept, removed, added } = themes.overall;
        expect(kept + removed).toBe(judged.reduce((sum, { found }) => sum + found.themes.length, 0));
        expect(kept + added).toBe(judged.reduce((sum, { said }) => sum + said.themes!.length, 0));
        for (const { reviewed: of, matrix } of [polarity, about]) {
          const cells = Object.values<Record<string, number>>(matrix).flatMap((row) => Object.values(row));
          expect(cells.reduce((sum, count) => sum + count, 0)).toBe(of);
        }
      }),
    );
  });

  it('is nothing where nothing was reviewed', () => {
    const { themes, polarity } = measureAccuracy([], THEMES);
    expect([themes.rows, themes.overall.precision, polarity.agreement]).toEqual([[], null, null]);
  });
});
