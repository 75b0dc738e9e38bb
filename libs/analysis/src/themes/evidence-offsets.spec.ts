import type { Evidence } from '#domain/analysis.js';
import { TERM_LANGUAGES, type TermLanguage, taxonomySchema } from '#domain/taxonomy.js';
import { normaliseText } from '#text/normalise.js';
import { tokenise } from '#text/tokenise.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readField } from '../field-text.js';
import { mayEndWith } from '../phrases/endings.js';
import { readPhrase } from '../phrases/read-phrase.js';
import { findMentions, judgeRelevance } from '../relevance/judge-relevance.js';
import { RELEVANCE_NAMES } from '../relevance/relevance-terms.js';
import { createThemeTagger } from './tag-themes.js';

const taxonomy = taxonomySchema.parse(parse(readFileSync('config/themes.yaml', 'utf8')));
const tag = createThemeTagger(taxonomy);

/** A phrase of the taxonomy; one that counts wherever it stands has the theme it gives. */
type Term = { text: string; gives: string | null };

const termsOf = (language: TermLanguage): Term[] =>
  taxonomy.themes.flatMap(({ id, terms, unless, threshold }) =>
    terms[language].flatMap(({ any, ...conditions }) => {
      const isFree = Object.keys(conditions).length === 0 && !unless && threshold === undefined;
      return any.map((text): Term => ({ text, gives: isFree ? id : null }));
    }),
  );
const terms = Object.fromEntries(TERM_LANGUAGES.map((language) => [language, termsOf(language)]));

/** Every phrase that evidence of a language can stand for, by its first letters. */
const phrases = new Map<string, ReturnType<typeof readPhrase>>();
function addPhrase(language: string, phrase: string): void {
  for (const spelling of readPhrase(phrase)) {
    const key = `${language} ${spelling.words[0]!.slice(0, 2)}`;
    phrases.set(key, [...(phrases.get(key) ?? []), spelling]);
  }
}
for (const { terms: byLanguage, unless = [] } of taxonomy.themes) {
  for (const language of TERM_LANGUAGES) {
    for (const { any, near = [], with: wanted = [] } of byLanguage[language])
      for (const phrase of [...any, ...near, ...wanted, ...unless])
        if (!phrase.startsWith('@')) addPhrase(language, phrase);
  }
}
for (const group of Object.values(taxonomy.groups ?? {}))
  for (const [language, list] of Object.entries(group))
    for (const phrase of list) addPhrase(language, phrase);
for (const names of Object.values(RELEVANCE_NAMES))
  for (const [language, list] of Object.entries(names))
    for (const name of list.split(',')) addPhrase(language, name.trim());

function isPhrase(term: string, language: string): boolean {
  const words = tokenise(normaliseText(term)).map(({ text }) => text);
  const spellings = phrases.get(`${language} ${words[0]!.slice(0, 2)}`) ?? [];
  return spellings.some(
    (spelling) =>
      spelling.words.length === words.length &&
      spelling.words.every((word, i) => {
        const ending = words[i]!.slice(word.length);
        const isLast = i === words.length - 1;
        const mayGoOn = spelling.open[i] || (isLast && mayEndWith(ending, word.length, language));
        return words[i]!.startsWith(word) && (ending === '' || mayGoOn);
      }),
  );
}

const FILLERS: Record<TermLanguage, string[]> = {
  en: ['lemon', 'Ünïted', '—', '“quoted”', '№ 7', '😀', 'the', 'O’Neil'],
  ur: ['لیموں', 'کی', '۔', '۷۵', '«ہاں»', 'بَہُت', '😀', 'Torkham'],
  ps: ['لیمو', 'د', '،', '۷۵', '«هو»', 'ښَه', '😀', 'UN'],
  prs: ['لیمو', 'از', '؛', '٧٥', '«بله»', 'می‌رود', '😀', 'BBC'],
};
const ENDINGS: Record<TermLanguage, string[]> = {
  en: ['', 'ed', 'ing', 's'],
  ur: ['', 'وں', 'ی'],
  ps: ['', 'ونه', 'و'],
  prs: ['', 'ها', '‌های'],
};
const VARIANTS: Record<string, string> = { ی: 'يى', ک: 'كڪ', ا: 'أإآٱ', ه: 'ہةھ', ہ: 'هة', گ: 'ګ', و: 'ؤ' };
const MARKS = { arabic: ['', '', '\u064e', '\u0651\u0650', '\u0640'], other: ['', '', '\u0301'] };

/** A term in one of the ways that people write it: letters of other keyboards, marks, joiners, capitals. */
function spelled({ text, gives }: Term, language: TermLanguage) {
  const isCompound =
    text.split(/\s+/).length <= 4 && /^[\p{Script=Arabic}\s]+$/u.test(text) && !/\p{N}/u.test(text);
  const letters = [...text.replaceAll('*', '')].map((letter, i, all) => {
    if (letter === ' ') return fc.constantFrom(' ', isCompound ? '\u200c' : ' ');
    if (!/\p{L}/u.test(letter)) return fc.constant(letter);
    const isArabic = /\p{Script=Arabic}/u.test(letter);
    const joiner = i < all.length - 1 ? fc.constantFrom('', '', '\u200c', '\u200d') : fc.constant('');
    return fc
      .tuple(
        fc.constantFrom(letter, ...(isArabic ? (VARIANTS[letter] ?? '') : letter.toUpperCase())),
        fc.constantFrom(...(isArabic ? MARKS.arabic : MARKS.other)),
        joiner,
      )
      .map((parts) => parts.join(''));
  });
  const ending = text.endsWith('*') ? fc.constantFrom(...ENDINGS[language]) : fc.constant('');
  return fc.tuple(...letters, ending).map((parts) => ({ written: parts.join(''), gives }));
}

type Part = { written: string; gives: string | null };

const articles = fc.constantFrom(...TERM_LANGUAGES).chain((language) => {
  const filler = fc.constantFrom(...FILLERS[language]).map((written): Part => ({ written, gives: null }));
  const term = fc.constantFrom(...terms[language]!).chain((one) => spelled(one, language));
  const field = (maxLength: number) =>
    fc.array(fc.oneof({ weight: 2, arbitrary: filler }, { weight: 1, arbitrary: term }), { maxLength });
  const separator = fc.constantFrom(' ', '  ', '\u00a0', ' \u202b', '\u200f ');
  return fc.record({ language: fc.constant(language), title: field(10), summary: field(30), separator });
});

/** A text, and where in it the parts stand that give a theme. */
function joined(parts: Part[], separator: string) {
  let text = '';
  const places: { theme: string; start: number; end: number }[] = [];
  for (const { written, gives } of parts) {
    if (text !== '') text += separator;
    if (gives !== null) places.push({ theme: gives, start: text.length, end: text.length + written.length });
    text += written;
  }
  return { text, places };
}

function expectToPoint({ term, start, end }: Evidence, original: string): void {
  expect(original.slice(start, end)).toBe(term);
  expect(original.charAt(start)).toMatch(/[\p{L}\p{N}]/u);
  expect(original.slice(0, start)).not.toMatch(/[\p{L}\p{N}]\p{M}*[\u0640\u200c\u200d]*$/u);
  expect(term).not.toMatch(/\p{Cf}$/u);
  expect(original.slice(end)).not.toMatch(/^[\p{L}\p{M}\p{N}]/u);
}

describe('the evidence in whole articles, under the configured themes', () => {
  it('points at words of the original that say what a phrase says, and misses none that counts anywhere', () => {
    fc.assert(
      fc.property(articles, ({ language, separator, ...parts }) => {
        const [title, summary] = [joined(parts.title, separator), joined(parts.summary, separator)];
        const fields = [readField('title', title.text), readField('summary', summary.text)];
        const mentions = findMentions(fields);
        const relevance = judgeRelevance(mentions);
        const tags = tag({ fields, language, mentions, about: relevance.about });
        const originals = { title: title.text, summary: summary.text };
        for (const evidence of [...relevance.evidence, ...tags.flatMap((one) => one.evidence)]) {
          expectToPoint(evidence, originals[evidence.field]);
          const isKnown = isPhrase(evidence.term, evidence.language);
          expect([evidence.term, evidence.language, isKnown]).toEqual([
            evidence.term,
            evidence.language,
            true,
          ]);
        }
        for (const [field, { places }] of Object.entries({ title, summary })) {
          for (const { theme, start, end } of places) {
            const found = tags.find(({ id }) => id === theme)?.evidence ?? [];
            const covers = (one: Evidence) => one.field === field && one.start <= start && end <= one.end;
            // Of many places only the first are shown.
            if (found.length < 20) expect([theme, found.some(covers)]).toEqual([theme, true]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
