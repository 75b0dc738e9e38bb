import type { About } from '#domain/analysis.js';
import type { TermLanguage } from '#domain/taxonomy.js';

/** Groups that need no list: the names by which relevance knows the two states. */
export const STATE_GROUPS: readonly string[] = ['pakistan', 'afghanistan'];

/** The group that a mention names; null where it is a phrase. */
export function groupNamed(mention: string): string | null {
  return mention.startsWith('@') ? mention.slice(1) : null;
}

/** Words between a phrase and what stands near it, where a rule does not say. */
export const DEFAULT_WITHIN = 6;

/** The conditions of a term, with its mentions as keys of groups. A phrase that is mentioned is a group of its own. */
export type CompiledRule = {
  theme: string;
  weight: number;
  near: string[] | null;
  within: number;
  with: string[];
  unless: string[];
  field: 'title' | 'summary' | null;
  about: readonly About[] | null;
};

/** What a phrase that was found stands for: itself, under the conditions of a rule, or a group. */
export type Slot = { language: TermLanguage } & (
  { kind: 'term'; text: string; rule: CompiledRule } | { kind: 'group'; group: string }
);
