import { type LoadedTaxonomy, taxonomySchema } from '#domain/taxonomy.js';
import fc from 'fast-check';
import { createAnalyser } from './analyser.js';

const taxonomy: LoadedTaxonomy = {
  hash: 'h',
  ...taxonomySchema.parse({
    version: 1,
    history: [{ version: 1, date: '2025-01-01', change: 'first' }],
    themes: [
      {
        id: 'border-durand',
        title: 'Border',
        definition: 'Crossings and the line between the states.',
        seed: 1,
        tone: 'contested',
        terms: {
          en: ['border crossing', 'torkham'],
          ur: ['سرحدی گزرگاہ', 'طورخم'],
          ps: ['تورخم', 'پوله'],
          prs: ['گذرگاه مرزی', 'تورخم'],
        },
      },
      {
        id: 'confidence-building',
        title: 'Steps taken',
        definition: 'A concrete step.',
        seed: 2,
        tone: 'hopeful',
        terms: { en: ['reopens'], ur: ['کھول دی گئی'], ps: ['پرانیستل شوه'], prs: ['بازگشایی'] },
      },
    ],
  }),
};
const analyser = createAnalyser(taxonomy);
const analyse = (title: string, summary = '', sourceLanguage: string | null = null) =>
  analyser.analyse({ title, summary, language: null, sourceLanguage });

describe('an analysis', () => {
  it('says everything of an English article', () => {
    const title = 'Torkham border crossing reopens after deadly clash';
    expect(analyse(title, 'Islamabad and Kabul agreed on it.')).toEqual({
      language: 'en',
      relevance: {
        about: 'both',
        score: 0.9,
        evidence: [
          { term: 'Torkham', field: 'title', start: 0, end: 7, language: 'en' },
          { term: 'Islamabad', field: 'summary', start: 0, end: 9, language: 'en' },
          { term: 'Kabul', field: 'summary', start: 14, end: 19, language: 'en' },
        ],
      },
      themes: [
        {
          id: 'border-durand',
          score: 1,
          via: null,
          evidence: [
            { term: 'Torkham', field: 'title', start: 0, end: 7, language: 'en' },
            { term: 'border crossing', field: 'title', start: 8, end: 23, language: 'en' },
          ],
        },
        {
          id: 'confidence-building',
          score: 0.6,
          via: null,
          evidence: [{ term: 'reopens', field: 'title', start: 24, end: 31, language: 'en' }],
        },
      ],
      sentiment: {
        ...{ scored: true, score: expect.any(Number), polarity: 'negative', raw: expect.any(Number) },
        experimental: false,
        evidence: expect.arrayContaining([expect.objectContaining({ term: 'deadly', value: -3 })]),
      },
      acts: [expect.objectContaining({ kind: 'agree', by: ['pakistan', 'kabul'], toward: [] })],
      signature: expect.arrayContaining([expect.stringMatching(/^e:/), expect.stringMatching(/^t0:/)]),
      wire: null,
    });
  });

  it.each([
    ['ur', 'طورخم سرحدی گزرگاہ دو ہفتے بعد کھول دی گئی'],
    ['ps', 'د تورخم لاره له دوو اوونيو وروسته پرانیستل شوه'],
    ['prs', 'بازگشایی گذرگاه مرزی تورخم پس از دو هفته'],
  ])('finds relevance and themes in %s, and scores its tone as an experiment', (language, title) => {
    const analysis = analyse(title);
    expect(analysis).toMatchObject({
      language,
      relevance: { about: 'both' },
      themes: [{ id: 'border-durand' }, { id: 'confidence-building' }],
      sentiment: { scored: true, polarity: 'positive', experimental: true, raw: null },
    });
    for (const { term, start, end } of analysis.themes.flatMap(({ evidence }) => evidence)) {
      expect(title.slice(start, end)).toBe(term);
    }
  });

  it('names the agency of a dateline or an author', () => {
    const clues = { title: 'Border closed', language: null, sourceLanguage: null };
    expect(analyser.analyse({ ...clues, summary: 'KABUL (AP) — It was closed.' }).wire).toBe('AP');
    expect(analyser.analyse({ ...clues, summary: 'It was closed.', author: 'Reuters' }).wire).toBe('Reuters');
  });

  it('keeps an article that is about something else', () => {
    expect(analyse('', '')).toEqual({
      language: 'und',
      relevance: { about: 'neither', score: 0, evidence: [] },
      themes: [],
      sentiment: { scored: false, reason: 'no scorer for the language', raw: null },
      acts: [],
      signature: [],
      wire: null,
    });
  });

  it('is the same each time, and its evidence lies in the text, whatever the text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        'Torkham',
        'طورخم',
        'تورخم',
        'کابل',
        'پاكستان',
        'reopens',
        'attack',
        'ہے',
        'ښه',
        '\u200c',
      ),
    );
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const analysis = analyse(title, summary);
        expect(
          createAnalyser(taxonomy).analyse({ title, summary, language: null, sourceLanguage: null }),
        ).toEqual(analysis);
        const fields = { title, summary };
        const all = [...analysis.relevance.evidence, ...analysis.themes.flatMap(({ evidence }) => evidence)];
        for (const { term, field, start, end } of all) {
          expect(term).not.toBe('');
          expect(fields[field].slice(start, end)).toBe(term);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('createAnalyser', () => {
  it('refuses a term that has no word in it', () => {
    const [theme] = taxonomy.themes;
    const themes = [{ ...theme!, terms: { ...theme!.terms, en: [{ any: ['--'] }] } }];
    expect(() => createAnalyser({ ...taxonomy, themes })).toThrow('the phrase "--" has no word in it');
  });
});
