import type { About, ThemeTag } from '#domain/analysis.js';
import { TERM_LANGUAGES, type TermLanguage, type Taxonomy } from '#domain/taxonomy.js';
import type { FieldText } from '../field-text.js';
import { Findings } from '../findings.js';
import { listLanguage } from '../language/list-language.js';
import { firstAndLongest } from '../phrases/token-span.js';
import type { Mention } from '../relevance/judge-relevance.js';
import { addParents } from './add-parents.js';
import { ArticlePhrases, type Place, type TermPlace } from './article-phrases.js';
import { compileRules, type RuleMatchers } from './compile-rules.js';

/** The score from which a theme is given where it has no threshold of its own: one phrase in title or summary suffices. */
export const THEME_THRESHOLD = 0.3;

export type TaggedText = {
  fields: readonly FieldText[];
  language: string;
  about: About;
  /** The names of the two states that were found in the fields. */
  mentions: readonly Mention[];
};

/** Gives an article its themes by the terms of its language and English, with their parents, in order of id. */
export type ThemeTagger = (text: TaggedText) => ThemeTag[];

/** Throws where a term cannot be read, or mentions a group that is not there. */
export function createThemeTagger(taxonomy: Taxonomy): ThemeTagger {
  const matchers = compileRules(taxonomy);
  const parents = new Map(taxonomy.themes.map((theme) => [theme.id, theme.parent]));
  const thresholds = new Map(taxonomy.themes.map(({ id, threshold }) => [id, threshold ?? THEME_THRESHOLD]));
  return (text) => {
    const tags = [...findThemes(text, findPhrases(text, matchers))]
      .map(([id, { score, evidence }]): ThemeTag => ({ id, score, evidence, via: null }))
      .filter((tag) => tag.score >= thresholds.get(tag.id)!);
    return addParents(tags, parents);
  };
}

/** A language without terms of its own is read by the English ones. */
function termLanguage(language: string): TermLanguage {
  const own = listLanguage(language);
  return TERM_LANGUAGES.find((known) => known === own) ?? 'en';
}

function findPhrases({ fields, language, mentions }: TaggedText, matchers: RuleMatchers): ArticlePhrases {
  const languages = new Set([termLanguage(language), 'en' as const]);
  const phrases = new ArticlePhrases(mentions);
  for (const text of fields) {
    const matches = [...languages].flatMap((own) => matchers.get(own)!.match(text));
    for (const { from, to, value } of matches.sort(firstAndLongest)) {
      const place = { text, from, to, language: value.language };
      if (value.kind === 'term') phrases.terms.push({ ...place, term: value });
      else phrases.addMember(value.group, place);
    }
  }
  return phrases;
}

/** A match inside a longer one of the same theme is not counted again. */
function findThemes({ about }: TaggedText, phrases: ArticlePhrases): Map<string, Findings> {
  const found = new Map<string, Findings>();
  const covered = new Map<string, TermPlace>();
  for (const place of phrases.terms) {
    const { rule } = place.term;
    const last = covered.get(rule.theme);
    if (last?.text === place.text && place.to <= last.to) continue;
    const beside = standingBeside(place, about, phrases);
    if (!beside) continue;
    covered.set(rule.theme, place);
    const findings = found.get(rule.theme) ?? new Findings();
    found.set(rule.theme, findings);
    addTo(findings, place, beside);
  }
  return found;
}

/** What the conditions of a term found beside it; null where they do not all hold. */
function standingBeside(place: TermPlace, about: About, phrases: ArticlePhrases): Place[] | null {
  const { rule } = place.term;
  if (rule.field !== null && rule.field !== place.text.field) return null;
  if (rule.about !== null && !rule.about.includes(about)) return null;
  if (rule.unless.some((group) => phrases.has(group))) return null;
  const wanted = [
    ...(rule.near ? [phrases.near(place, rule.near, rule.within)] : []),
    ...rule.with.map((group) => phrases.first(group)),
  ];
  const beside = wanted.filter((other) => other !== undefined);
  return beside.length === wanted.length ? beside : null;
}

/** The phrase with its weight, and what its conditions found beside it. */
function addTo(findings: Findings, place: TermPlace, beside: Place[]): void {
  const { text, rule } = place.term;
  findings.add(place.text, place, { text, language: place.language, weight: rule.weight });
  for (const other of beside) findings.show(other.text, other, other.language);
}
