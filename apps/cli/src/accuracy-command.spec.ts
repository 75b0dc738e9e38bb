import { measureAccuracy, type Review } from '#trends/accuracy/measure-accuracy.js';
import { describeAccuracy } from './accuracy-command.js';

const review = (found: Partial<Review['found']>, said: Partial<Review['said']>): Review => ({
  found: { version: 2, revision: 1, themes: [], tone: 'neutral', about: 'both', ...found },
  said: { themes: null, polarity: null, about: null, ...said },
});
const report = (...reviews: Review[]) => ({
  ...measureAccuracy(reviews, ['border', 'refugees']),
  analysis: 'then' as const,
  caveat: 'Reviewed articles are not a random sample.',
});

describe('the accuracy on the terminal', () => {
  it('is a line for each theme, with what was kept, removed and added, and a table of tones', () => {
    const text = describeAccuracy(
      report(
        review({ themes: ['border', 'refugees'] }, { themes: ['border'] }),
        review({ themes: ['border'], version: 3 }, { themes: ['border', 'refugees'] }),
        review({ tone: 'not scored' }, { polarity: 'negative' }),
      ),
    );
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      '3 articles corrected or confirmed; the analysis as it was when they were reviewed, version 2, 3.',
    );
    expect(text).toContain('not a random sample');
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual(
      expect.arrayContaining([
        ['border', '2', '0', '0', '1.00', '0.34–1.00', '1.00', '0.34–1.00'],
        ['refugees', '0', '1', '1', '0.00', '0.00–0.79', '0.00', '0.00–0.79'],
        ['all together', '2', '1', '1', '0.67', '0.21–0.94', '0.67', '0.21–0.94'],
        ['not scored', '1', '0', '0', '0'],
      ]),
    );
    expect(text).toContain('The relevance of no article was reviewed.');
  });

  it('says so where nothing was reviewed', () => {
    expect(describeAccuracy(report())).toMatch(/^No article is corrected or confirmed yet/);
  });
});
