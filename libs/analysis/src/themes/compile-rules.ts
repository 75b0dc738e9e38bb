import { type Rule, TERM_LANGUAGES, type TermLanguage, type Taxonomy, type Theme } from '#domain/taxonomy.js';
import { type Phrase, PhraseMatcher } from '../phrases/phrase-matcher.js';
import { DEFAULT_WITHIN, groupNamed, type Slot, STATE_GROUPS } from './rule.js';

export type RuleMatchers = ReadonlyMap<TermLanguage, PhraseMatcher<Slot>>;

const compiled = new WeakMap<Taxonomy, RuleMatchers>();

/**
 * A matcher for each language, since a table for all scripts at once would be several times as large. Made once for a
 * taxonomy: it takes a good part of a second. Throws where a phrase cannot be read, or a rule mentions a group that is
 * not there.
 */
export function compileRules(taxonomy: Taxonomy): RuleMatchers {
  const matchers = compiled.get(taxonomy) ?? compile(taxonomy);
  compiled.set(taxonomy, matchers);
  return matchers;
}

function compile(taxonomy: Taxonomy): RuleMatchers {
  const compiler = new RuleCompiler(taxonomy.groups ?? {});
  for (const theme of taxonomy.themes) compiler.addTheme(theme);
  const phrasesOf = (own: TermLanguage) => compiler.phrases.filter(({ language }) => language === own);
  return new Map(TERM_LANGUAGES.map((own) => [own, new PhraseMatcher(phrasesOf(own))]));
}

class RuleCompiler {
  readonly phrases: Phrase<Slot>[] = [];
  /** One slot for a group and language, so that a phrase which several rules mention is found once. */
  private readonly slots = new Map<string, Slot>();

  constructor(private readonly groups: NonNullable<Taxonomy['groups']>) {
    for (const [group, byLanguage] of Object.entries(groups)) {
      for (const language of TERM_LANGUAGES) {
        for (const phrase of byLanguage[language]) this.addMember(group, phrase, language);
      }
    }
  }

  addTheme(theme: Theme): void {
    for (const language of TERM_LANGUAGES) {
      for (const rule of theme.terms[language]) this.addRule(theme, language, rule);
    }
  }

  private addRule(theme: Theme, language: TermLanguage, rule: Rule): void {
    const keys = (mentions: string[] = []) =>
      mentions.map((mention) => this.keyOf(mention, language, theme.id));
    const compiled = {
      theme: theme.id,
      weight: rule.weight ?? 1,
      near: rule.near ? keys(rule.near) : null,
      within: rule.within ?? DEFAULT_WITHIN,
      with: keys(rule.with),
      unless: [...keys(theme.unless), ...keys(rule.unless)],
      field: rule.field ?? null,
      about: rule.about ?? null,
    };
    for (const text of rule.any)
      this.phrases.push({ phrase: text, language, value: { kind: 'term', language, text, rule: compiled } });
  }

  private keyOf(mention: string, language: TermLanguage, theme: string): string {
    const group = groupNamed(mention);
    if (group === null) {
      this.addMember(mention, mention, language);
      return mention;
    }
    if (group in this.groups || STATE_GROUPS.includes(group)) return group;
    throw new Error(`theme ${theme} mentions ${mention}, which is not among the groups`);
  }

  private addMember(group: string, phrase: string, language: TermLanguage): void {
    const key = `${language} ${group}`;
    const slot: Slot = this.slots.get(key) ?? { kind: 'group', group, language };
    this.slots.set(key, slot);
    this.phrases.push({ phrase, language, value: slot });
  }
}
