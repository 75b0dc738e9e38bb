import type { ThemeTag } from '#domain/analysis.js';
import { TERM_LANGUAGES, type Taxonomy } from '#domain/taxonomy.js';
import { addParents } from './add-parents.js';
import type { FieldText } from './field-text.js';
import { Findings } from './findings.js';
import { PhraseMatcher } from './phrase-matcher.js';

/** The score from which a theme is given: one phrase in title or summary suffices. */
export const THEME_THRESHOLD = 0.3;

type TermLanguage = (typeof TERM_LANGUAGES)[number];
type ThemeTerm = { theme: string; text: string; language: TermLanguage };

/** Gives an article its themes by the terms of its language and English, with their parents, in order of id. */
export type ThemeTagger = (fields: FieldText[], language: string) => ThemeTag[];

export function createThemeTagger(taxonomy: Taxonomy): ThemeTagger {
  const matchers = new Map(TERM_LANGUAGES.map((language) => [language, matcherFor(taxonomy, language)]));
  const parents = new Map(taxonomy.themes.map((theme) => [theme.id, theme.parent]));
  return (fields, language) => {
    const matcher = matchers.get(termLanguage(language))!;
    const tags = [...findThemes(fields, matcher)]
      .map(([id, { score, evidence }]): ThemeTag => ({ id, score, evidence, via: null }))
      .filter((tag) => tag.score >= THEME_THRESHOLD);
    return addParents(tags, parents);
  };
}

/** Dari terms serve Iranian Persian too; a language without terms of its own is read by the English ones. */
function termLanguage(language: string): TermLanguage {
  if (language === 'fa') return 'prs';
  return TERM_LANGUAGES.find((known) => known === language) ?? 'en';
}

function matcherFor(taxonomy: Taxonomy, own: TermLanguage): PhraseMatcher<ThemeTerm> {
  const languages = [...new Set([own, 'en' as const])];
  return new PhraseMatcher(
    taxonomy.themes.flatMap((theme) =>
      languages.flatMap((language) =>
        theme.terms[language].map((text) => ({ phrase: text, value: { theme: theme.id, text, language } })),
      ),
    ),
  );
}

/** A match inside a longer one of the same theme is not counted again. */
function findThemes(fields: FieldText[], matcher: PhraseMatcher<ThemeTerm>): Map<string, Findings> {
  const found = new Map<string, Findings>();
  for (const text of fields) {
    const covered = new Map<string, number>();
    for (const match of matcher.match(text.tokens)) {
      const { theme } = match.value;
      if (match.to <= (covered.get(theme) ?? 0)) continue;
      covered.set(theme, match.to);
      const findings = found.get(theme) ?? new Findings();
      found.set(theme, findings);
      findings.add(text, match, match.value);
    }
  }
  return found;
}
