import type { Taxonomy } from '#domain/taxonomy.js';
import { normaliseText } from '#text/normalise.js';
import fc from 'fast-check';
import { readField } from './field-text.js';
import { SUMMARY_WEIGHT, TITLE_WEIGHT } from './findings.js';
import { THEME_THRESHOLD, createThemeTagger } from './tag-themes.js';

type Terms = Partial<Taxonomy['themes'][number]['terms']>;

const theme = (id: string, terms: Terms, parent?: string): Taxonomy['themes'][number] => ({
  id,
  ...(parent ? { parent } : {}),
  title: id,
  definition: `what ${id} covers`,
  seed: 1,
  tone: 'contested',
  terms: { en: [], ur: [], ps: [], prs: [], ...terms },
});

const taxonomy: Taxonomy = {
  version: 1,
  history: [{ version: 1, date: '2025-01-01', change: 'first' }],
  themes: [
    theme('border', {
      en: ['border', 'border closure', 'Torkham', 'Durand Line'],
      ur: ['سرحد', 'طورخم', 'ڈیورنڈ لائن'],
      ps: ['پوله', 'تورخم', 'ډیورنډ کرښه'],
      prs: ['مرز', 'تورخم', 'خط دیورند'],
    }),
    theme('governance', { en: ['decree'], ur: ['فرمان'], ps: ['فرمان'], prs: ['فرمان'] }),
    theme('recognition', { en: ['recognition', 'recognise'], prs: ['به رسمیت شناختن'] }, 'governance'),
    theme('missions', { en: ['chargé d’affaires'] }, 'recognition'),
    theme('truce', {
      en: ['ceasefire', 'border closure'],
      ur: ['جنگ بندی'],
      ps: ['اوربند'],
      prs: ['آتش‌بس'],
    }),
  ],
};
const tag = createThemeTagger(taxonomy);
const tagged = (title: string, language = 'en', summary = '') =>
  tag([readField('title', title), readField('summary', summary)], language);
const ids = (title: string, language = 'en', summary = '') =>
  tagged(title, language, summary).map(({ id }) => id);

describe('the themes of an article', () => {
  it.each([
    ['en', 'Torkham closed after ceasefire breaks down', ['border', 'truce']],
    ['ur', 'طورخم پر فائرنگ کے بعد جنگ بندی کا اعلان', ['border', 'truce']],
    ['ps', 'د ډيورنډ كرښه؛ دواړه لوري پر اوربند سلا شول', ['border', 'truce']],
    ['prs', 'آتش بس در مرز؛ خط دیورند آرام است', ['border', 'truce']],
    ['fa', 'آتش‌بس در مرز', ['border', 'truce']],
  ])('are found in %s: %s', (language, title, expected) => {
    expect(ids(title, language)).toEqual(expected);
  });

  it('are given in order of id, several at once, with the longest phrase of a theme as evidence', () => {
    const [border, truce] = tagged('Border closure hits traders');
    expect(border).toMatchObject({ id: 'border', score: TITLE_WEIGHT, via: null });
    expect(border!.evidence).toEqual([
      { term: 'Border closure', field: 'title', start: 0, end: 14, language: 'en' },
    ]);
    expect(truce).toMatchObject({ id: 'truce', evidence: border!.evidence });
  });

  it('need one phrase in the summary at least', () => {
    expect(SUMMARY_WEIGHT).toBeGreaterThanOrEqual(THEME_THRESHOLD);
    expect(tagged('Two killed', 'en', 'The Durand Line saw fire.')).toEqual([
      {
        id: 'border',
        score: SUMMARY_WEIGHT,
        via: null,
        evidence: [{ term: 'Durand Line', field: 'summary', start: 4, end: 15, language: 'en' }],
      },
    ]);
  });

  it('are stronger for several phrases than for one repeated', () => {
    const repeated = tagged('Torkham', 'en', 'Torkham and again Torkham')[0]!;
    const several = tagged('Torkham', 'en', 'The border and again Torkham')[0]!;
    expect(repeated.score).toBe(TITLE_WEIGHT);
    expect(repeated.evidence).toHaveLength(3);
    expect(several.score).toBeCloseTo(TITLE_WEIGHT + SUMMARY_WEIGHT, 10);
  });

  it('rest on the terms of the article’s own language and on English ones', () => {
    expect(ids('پوله', 'ur')).toEqual([]);
    expect(ids('کابل: Torkham بند', 'ur')).toEqual(['border']);
    expect(tagged('تورخم', 'ps')[0]!.evidence[0]!.language).toBe('ps');
    expect(tagged('تورخم', 'fa')[0]!.evidence[0]!.language).toBe('prs');
    expect(ids('Torkham', 'hi')).toEqual(['border']);
  });

  it('are none where no phrase stands', () => {
    expect(ids('Sri Lanka beat Bangladesh by six wickets')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});

describe('the parents of a theme', () => {
  it('are given by their child, with its score and evidence', () => {
    const [governance, recognition] = tagged('Moscow’s recognition of Kabul');
    expect(recognition).toMatchObject({ id: 'recognition', via: null });
    expect(governance).toEqual({ ...recognition, id: 'governance', via: 'recognition' });
  });

  it('are given up to the root', () => {
    expect(tagged('New chargé d’affaires in Kabul').map(({ id, via }) => [id, via])).toEqual([
      ['governance', 'recognition'],
      ['missions', null],
      ['recognition', 'missions'],
    ]);
  });

  it('stand for themselves where they matched', () => {
    const [governance] = tagged('Decree before recognition');
    expect(governance).toMatchObject({ id: 'governance', via: null });
    expect(governance!.evidence.map(({ term }) => term)).toEqual(['Decree']);
  });
});

describe('evidence', () => {
  const spellings: Record<string, string> = { ی: 'يى', ک: 'ك', ا: 'أآ', ه: 'ہة', ہ: 'ه' };
  const decorated = (term: string) =>
    fc
      .tuple(
        ...[...term].map((letter, i, all) =>
          fc.tuple(
            fc.constantFrom(letter, ...(spellings[letter] ?? letter.toUpperCase())),
            /\p{L}/u.test(letter) ? fc.constantFrom('', '\u064e', '\u0651\u0650') : fc.constant(''),
            i < all.length - 1 ? fc.constantFrom('', '\u200c', '\u200d') : fc.constant(''),
          ),
        ),
      )
      .map((letters) => letters.flat().join(''));
  const terms = taxonomy.themes.flatMap(({ id, terms: byLanguage }) =>
    Object.entries(byLanguage).flatMap(([language, list]) => list.map((term) => ({ id, language, term }))),
  );

  it('points at the very characters of the original, however they are spelled', () => {
    const spelled = fc
      .constantFrom(...terms)
      .chain((term) => fc.record({ ...constants(term), text: decorated(term.term) }));
    const around = fc.constantFrom('', '٢٠ ', '«', '(\u202b', 'x — ', '😀 ');
    fc.assert(
      fc.property(spelled, around, fc.constantFrom('title', 'summary'), (term, before, field) => {
        const original = `${before}${term.text}\u202c، z`;
        const fields = [readField('title', ''), readField('summary', '')];
        fields[field === 'title' ? 0 : 1] = readField(field as 'title', original);
        const found = tag(fields, term.language).find(({ id }) => id === term.id);
        expect(found?.evidence).toHaveLength(1);
        const [evidence] = found!.evidence;
        expect(evidence).toMatchObject({
          field,
          start: before.length,
          end: before.length + term.text.length,
        });
        expect(original.slice(evidence!.start, evidence!.end)).toBe(evidence!.term);
        expect(normaliseText(evidence!.term)).toBe(normaliseText(term.text));
      }),
      { numRuns: 500 },
    );
  });

  function constants(term: { id: string; language: string }) {
    return { id: fc.constant(term.id), language: fc.constant(term.language) };
  }
});
