import { z } from 'zod';
import { ABOUTS } from './analysis.js';

export const TERM_LANGUAGES = ['en', 'ur', 'ps', 'prs'] as const;

const phrase = z.string().min(2, 'a term has two characters or more');
/** A phrase, or `@` and the name of a group. */
const mention = z
  .string()
  .regex(/^(@[a-z][a-z0-9-]*|[^@].+)$/u, 'expected a phrase, or @ and the name of a group');

/** Phrases that count under conditions; all that are given must hold. */
export const ruleSchema = z.strictObject({
  any: z.array(phrase).min(1),
  /** One of these stands in the same field within `within` words of the phrase. */
  near: z.array(mention).min(1).optional(),
  within: z.int().min(0).max(50).optional(),
  /** Each of these stands somewhere in title or summary. */
  with: z.array(mention).min(1).optional(),
  /** None of these stands anywhere in title or summary. */
  unless: z.array(mention).min(1).optional(),
  field: z.enum(['title', 'summary']).optional(),
  /** What the article is about. */
  about: z.array(z.enum(ABOUTS)).min(1).optional(),
  /** 1 where not given; below a half, a phrase in the title is not enough for the theme. */
  weight: z.number().gt(0).max(2).optional(),
});

/** A phrase alone is a rule without conditions. */
const terms = z.array(
  z.preprocess((term) => (typeof term === 'string' ? { any: [term] } : term), ruleSchema),
);
const phrases = z.array(phrase);
const byLanguage = <T extends z.ZodType>(list: T) =>
  z.strictObject({ en: list, ur: list, ps: list, prs: list });

export const themeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a theme id is lower-case letters, digits and hyphens'),
  parent: z.string().optional(),
  title: z.string().min(1),
  definition: z.string().min(1),
  /** The sentence of the conference report that the theme rests on, counted from 1. */
  seed: z.int().min(1),
  tone: z.enum(['contested', 'hopeful']),
  /** The score from which the theme is given. */
  threshold: z.number().gt(0).max(1).optional(),
  /** Where one of these stands, no term of the theme counts. */
  unless: z.array(mention).min(1).optional(),
  terms: byLanguage(terms),
});

export const taxonomySchema = z.strictObject({
  version: z.int().min(1),
  history: z
    .array(z.strictObject({ version: z.int().min(1), date: z.iso.date(), change: z.string() }))
    .min(1),
  /** Phrases that stand for each other in the conditions of terms. */
  groups: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), byLanguage(phrases)).optional(),
  themes: z.array(themeSchema).min(1),
});

export type Rule = z.infer<typeof ruleSchema>;
export type TermLanguage = (typeof TERM_LANGUAGES)[number];

export type Theme = z.infer<typeof themeSchema>;
export type Taxonomy = z.infer<typeof taxonomySchema>;
/** A taxonomy with the hash of its text, which is part of the analysis version. */
export type LoadedTaxonomy = Taxonomy & { hash: string };

/** The record key of all themes together. */
export const ALL_THEMES = 'all';

/** The record key of two themes together, the same whichever comes first. */
export function themePair(one: string, other: string): string {
  return [one, other].sort().join('+');
}
