import fc from 'fast-check';
import { ABOUTS, POLARITIES } from '#domain/analysis.js';
import type { CountedArticle } from '#domain/article.js';
import { rollupWindow } from './rollup-window.js';

const article: fc.Arbitrary<CountedArticle> = fc
  .record({
    id: fc.uuid(),
    sourceId: fc.constantFrom('post', 'wire', 'daily'),
    language: fc.constantFrom('en', 'ur'),
    about: fc.constantFrom(...ABOUTS),
    themes: fc.uniqueArray(fc.constantFrom('border', 'trade', 'refugees', 'talks')),
    scoreE4: fc.option(fc.integer({ min: -10_000, max: 10_000 })),
    origin: fc.boolean(),
    version: fc.integer({ min: 1, max: 3 }),
  })
  .chain((facts) =>
    fc
      .constantFrom(...POLARITIES)
      .map((polarity) => ({ ...facts, polarity: facts.scoreE4 === null ? null : polarity })),
  );

const roll = (articles: CountedArticle[]) => rollupWindow('day.UTC.20261124', 7, articles);

describe('the rollup of a window', () => {
  it('counts each record as a plain filter over the articles would', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 40 }), (articles) => {
        for (const { theme, about, totals, cells, mark } of roll(articles)) {
          const inTheme = (one: CountedArticle): boolean =>
            theme === 'all' || theme.split('+').every((part) => one.themes.includes(part));
          const own = articles.filter((one) => inTheme(one) && (about === 'any' || one.about === about));
          expect(mark).toBe(7);
          expect(totals.all.count).toBe(own.length);
          expect(totals.all.scored).toBe(own.filter(({ scoreE4 }) => scoreE4 !== null).length);
          expect(totals.all.negative).toBe(own.filter(({ polarity }) => polarity === 'negative').length);
          expect(totals.all.sum).toBe(own.reduce((sum, { scoreE4 }) => sum + (scoreE4 ?? 0), 0));
          expect(totals.all.sumSq).toBe(own.reduce((sum, { scoreE4 }) => sum + (scoreE4 ?? 0) ** 2, 0));
          expect(totals.origins.count).toBe(own.filter(({ origin }) => origin).length);
          for (const cell of cells) {
            const there = own.filter(
              ({ sourceId, language }) => sourceId === cell.source && language === cell.language,
            );
            expect(cell.all.count).toBe(there.length);
          }
          expect(cells.reduce((sum, cell) => sum + cell.all.count, 0)).toBe(own.length);
        }
      }),
    );
  });

  it('has a record for every theme, pair and relevance that occurs, and no other', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 20 }), (articles) => {
        const expected = new Set(['all any']);
        for (const { themes, about } of articles) {
          expected.add(`all ${about}`);
          for (const one of themes) {
            expected.add(`${one} ${about}`);
            for (const other of themes) if (one < other) expected.add(`${one}+${other} ${about}`);
          }
        }
        const keys = roll(articles).map(({ theme, about }) => `${theme} ${about}`);
        expect(keys).toHaveLength(articles.length === 0 ? 0 : expected.size);
        expect(keys.every((key) => expected.has(key))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the articles', () => {
    const shuffled = fc
      .array(article, { maxLength: 20 })
      .chain((articles) =>
        fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
      );
    fc.assert(fc.property(shuffled, ([articles, others]) => expect(roll(others)).toEqual(roll(articles))));
  });

  it('puts the records of all themes last', () => {
    const records = roll([
      {
        id: '1',
        sourceId: 'post',
        language: 'en',
        about: 'both',
        themes: ['zeal'],
        polarity: null,
        scoreE4: null,
        origin: true,
        version: 1,
      },
    ]);
    expect(records.map(({ theme }) => theme)).toEqual(['zeal', 'all', 'all']);
  });
});
