import { type Taxonomy, type Theme, themeSchema } from '#domain/taxonomy.js';
import { normaliseText } from '#text/normalise.js';
import fc from 'fast-check';
import { readField } from '../field-text.js';
import { findMentions, judgeRelevance } from '../relevance/judge-relevance.js';
import { SUMMARY_WEIGHT, TITLE_WEIGHT } from '../findings.js';
import { THEME_THRESHOLD, createThemeTagger } from './tag-themes.js';

/** As in the file: phrases, or rules with conditions. */
type Terms = Partial<Record<'en' | 'ur' | 'ps' | 'prs', unknown[]>>;

const theme = (id: string, terms: Terms, more: Partial<Theme> = {}): Theme =>
  themeSchema.parse({
    id,
    title: id,
    definition: `what ${id} covers`,
    seed: 1,
    tone: 'contested',
    terms: { en: [], ur: [], ps: [], prs: [], ...terms },
    ...more,
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
    theme(
      'recognition',
      { en: ['recognition', 'recognise'], prs: ['به رسمیت شناختن'] },
      { parent: 'governance' },
    ),
    theme('missions', { en: ['chargé d’affaires'] }, { parent: 'recognition' }),
    theme('truce', {
      en: ['ceasefire', 'border closure'],
      ur: ['جنگ بندی'],
      ps: ['اوربند'],
      prs: ['آتش‌بس'],
    }),
  ],
};
const tagger = createThemeTagger(taxonomy);
function tagFields(title: string, summary: string, language: string, tag = tagger) {
  const fields = [readField('title', title), readField('summary', summary)];
  const mentions = findMentions(fields);
  return tag({ fields, language, mentions, about: judgeRelevance(mentions).about });
}
const tagged = (title: string, language = 'en', summary = '') => tagFields(title, summary, language);
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

describe('a term with conditions', () => {
  const tagBy = (en: unknown[], more: Partial<Theme> = {}, groups: Taxonomy['groups'] = {}) => {
    const one = createThemeTagger({ ...taxonomy, groups, themes: [theme('one', { en }, more)] });
    return (title: string, summary = '', language = 'en') => tagFields(title, summary, language, one);
  };
  const fires = (tags: unknown[]) => tags.length > 0;

  it('counts near one of the phrases or groups that it names, within so many words', () => {
    const blame = tagBy([{ any: ['blame*'], near: ['@pakistan', 'taliban'], within: 3 }]);
    expect(fires(blame('Kabul blames Islamabad for the strikes'))).toBe(true);
    expect(fires(blame('The Taliban was not to blame'))).toBe(true);
    expect(fires(blame('Islamabad says that nobody is to blame'))).toBe(false);
    expect(fires(blame('Kabul blames neighbours', 'Islamabad replied'))).toBe(false);
  });

  it('shows what it leans on as evidence', () => {
    const [tag] = tagBy([{ any: ['blame*'], near: ['@pakistan'] }])('Kabul blames Islamabad');
    expect(tag!.evidence.map(({ term }) => term)).toEqual(['blames', 'Islamabad']);
    expect(tag!.score).toBe(TITLE_WEIGHT);
  });

  it('counts where all that it wants stands anywhere', () => {
    const talks = tagBy([{ any: ['talks'], with: ['@pakistan', '@afghanistan'] }]);
    expect(fires(talks('Talks go on', 'Islamabad and Kabul met'))).toBe(true);
    expect(fires(talks('Talks in Islamabad'))).toBe(false);
  });

  it('does not count where its exceptions stand, or those of the theme', () => {
    const sport = { cricket: { en: ['wicket', 'innings'], ur: [], ps: [], prs: [] } };
    const attack = tagBy([{ any: ['attack'], unless: ['heart attack'] }], { unless: ['@cricket'] }, sport);
    expect(fires(attack('Attack in Khost'))).toBe(true);
    expect(fires(attack('Minister dies of heart attack'))).toBe(false);
    expect(fires(attack('Pace attack takes ten wickets'))).toBe(false);
  });

  it('counts in the field, and of the states, that it is for', () => {
    expect(fires(tagBy([{ any: ['fence'], field: 'title' }])('News', 'A fence'))).toBe(false);
    const strike = tagBy([{ any: ['airstrike'], about: ['both'] }]);
    expect(fires(strike('Airstrike near Khost', 'Islamabad denied it'))).toBe(true);
    expect(fires(strike('Airstrike near Khost'))).toBe(false);
  });

  it('counts by its weight, against the threshold of the theme', () => {
    const hint = { any: ['envoy', 'visit'], weight: 0.4 };
    expect(fires(tagBy([hint])('Envoy arrives'))).toBe(false);
    expect(tagBy([hint])('Envoy on visit')[0]!.score).toBeCloseTo(0.8 * TITLE_WEIGHT, 10);
    expect(fires(tagBy(['envoy'], { threshold: 0.7 })('Envoy arrives'))).toBe(false);
  });

  it('may mention groups in the language of the article', () => {
    const groups = { people: { en: ['refugee'], ur: ['مہاجر*'], ps: [], prs: [] } };
    const one = createThemeTagger({
      ...taxonomy,
      groups,
      themes: [theme('one', { ur: [{ any: ['واپسی'], near: ['@people'] }] })],
    });
    expect(fires(tagFields('افغان مہاجرین کی واپسی', '', 'ur', one))).toBe(true);
    expect(fires(tagFields('کھلاڑی کی واپسی', '', 'ur', one))).toBe(false);
  });

  it('may not mention a group that is not there', () => {
    expect(() => tagBy([{ any: ['talks'], near: ['@nobody'] }])).toThrow('theme one mentions @nobody');
  });
});

describe('an inflected word', () => {
  const found = (term: string, title: string, language = 'en') => {
    const one = createThemeTagger({ ...taxonomy, themes: [theme('one', { [language]: [term] })] });
    return tagFields(title, '', language, one)[0]?.evidence[0]?.term;
  };

  it.each([
    ['border crossing', 'Two border crossings reopen', 'border crossings'],
    ['deport*', 'Thousands deported overnight', 'deported'],
    ['reject* claim*', 'Kabul rejected the claims', undefined],
    ['reject* claim*', 'Kabul rejects claims of havens', 'rejects claims'],
    ['ban', 'The band plays', undefined],
    ['talk', 'Talking again', undefined],
    ['is* shut*', 'Torkham isnt shutting', 'isnt shutting'],
  ])('%s in "%s" is %s', (term, title, expected) => expect(found(term, title)).toBe(expected));

  it('takes the plurals of its own language', () => {
    expect(found('گزرگاہ', 'دو گزرگاہوں پر', 'ur')).toBe('گزرگاہوں');
    expect(found('مهاجر', 'بازگشت مهاجر‌ها', 'prs')).toBe('مهاجر‌ها');
    expect(found('مهاجر', 'د مهاجرانو ستنېدل', 'ps')).toBe('مهاجرانو');
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
    Object.entries(byLanguage).flatMap(([language, list]) =>
      list.flatMap(({ any }) => any.map((term) => ({ id, language, term }))),
    ),
  );

  it('points at the very characters of the original, however they are spelled', () => {
    const spelled = fc
      .constantFrom(...terms)
      .chain((term) => fc.record({ ...constants(term), text: decorated(term.term) }));
    const around = fc.constantFrom('', '٢٠ ', '«', '(\u202b', 'x — ', '😀 ');
    fc.assert(
      fc.property(spelled, around, fc.constantFrom('title', 'summary'), (term, before, field) => {
        const original = `${before}${term.text}\u202c، z`;
        const [title, summary] = field === 'title' ? [original, ''] : ['', original];
        const found = tagFields(title, summary, term.language).find(({ id }) => id === term.id);
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
