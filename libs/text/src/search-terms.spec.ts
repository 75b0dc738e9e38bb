import {
  MAX_ARTICLE_TERMS,
  MAX_SEARCH_TERMS,
  MAX_TERM_LENGTH,
  hasPhrases,
  parseSearch,
  searchTerms,
} from './search-terms.js';

describe('searchTerms', () => {
  it('lists the folded words of all texts in reading order with repeats', () => {
    expect(searchTerms('Kabul, again Kabul', 'آتش‌بس در كابل 🕊️')).toEqual([
      'kabul',
      'again',
      'kabul',
      'اتشبس',
      'در',
      'کابل',
      '🕊',
    ]);
  });

  it('stops at the limit of terms', () => {
    const terms = searchTerms('a '.repeat(MAX_ARTICLE_TERMS - 1), 'b c d');
    expect(terms).toHaveLength(MAX_ARTICLE_TERMS);
    expect(terms.at(-1)).toBe('b');
  });

  it('cuts a long word to the limit without breaking a character', () => {
    const [plain] = searchTerms('x'.repeat(1_000));
    expect(plain).toHaveLength(MAX_TERM_LENGTH);
    const [pair] = searchTerms(`x${'𐓀'.repeat(100)}`);
    expect(pair).toHaveLength(MAX_TERM_LENGTH - 1);
    expect(pair).not.toMatch(/\p{Cs}/u);
  });
});

describe('parseSearch', () => {
  it('makes every word a term once, and quoted words a phrase as well', () => {
    expect(parseSearch('Torkham "border  Closure" border')).toEqual({
      terms: ['torkham', 'border', 'closure'],
      phrases: [['border', 'closure']],
    });
  });

  it('understands curly marks and guillemets', () => {
    expect(parseSearch('«آتش بس» “peace talks”').phrases).toEqual([
      ['اتش', 'بس'],
      ['peace', 'talks'],
    ]);
  });

  it('reads a mark without partner as nothing, and empty quotes as no phrase', () => {
    expect(parseSearch('peace "talks')).toEqual({ terms: ['peace', 'talks'], phrases: [] });
    expect(parseSearch('"" kabul " ، "')).toEqual({ terms: ['kabul'], phrases: [] });
    expect(parseSearch('  ')).toEqual({ terms: [], phrases: [] });
  });

  it('looks up a limited number of different terms', () => {
    const many = Array.from({ length: 100 }, (_, i) => `w${i}`).join(' ');
    expect(parseSearch(many).terms).toHaveLength(MAX_SEARCH_TERMS);
  });

  it('finds what an article in another spelling was indexed under', () => {
    const article = searchTerms('طالبان در كابل', 'گفت‌وگوهای صلح');
    const search = parseSearch('کابل "گفتوگوهای صلح"');
    expect(search.terms.every((term) => article.includes(term))).toBe(true);
    expect(hasPhrases(article, search.phrases)).toBe(true);
  });
});

describe('hasPhrases', () => {
  const article = 'the border was closed as talks on the border failed'.split(' ');

  it('wants the words of a phrase next to each other and in order', () => {
    expect(hasPhrases(article, [['border', 'failed']])).toBe(true);
    expect(hasPhrases(article, [['closed', 'border']])).toBe(false);
    expect(hasPhrases(article, [['border', 'closed']])).toBe(false);
  });

  it('wants every phrase', () => {
    expect(
      hasPhrases(article, [
        ['the', 'border'],
        ['as', 'talks'],
      ]),
    ).toBe(true);
    expect(
      hasPhrases(article, [
        ['the', 'border'],
        ['no', 'talks'],
      ]),
    ).toBe(false);
  });

  it('does not read past the last term', () => {
    expect(hasPhrases(article, [['failed', 'again']])).toBe(false);
  });

  it('holds where there is no phrase', () => {
    expect(hasPhrases([], [])).toBe(true);
  });
});
