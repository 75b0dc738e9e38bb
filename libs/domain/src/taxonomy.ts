import { z } from 'zod';

export const TERM_LANGUAGES = ['en', 'ur', 'ps', 'prs'] as const;

const terms = z.array(z.string().min(2, 'a term has two characters or more'));

export const themeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a theme id is lower-case letters, digits and hyphens'),
  parent: z.string().optional(),
  title: z.string().min(1),
  definition: z.string().min(1),
  /** The sentence of the conference report that the theme rests on, counted from 1. */
  seed: z.int().min(1),
  tone: z.enum(['contested', 'hopeful']),
  terms: z.strictObject({ en: terms, ur: terms, ps: terms, prs: terms }),
});

export const taxonomySchema = z.strictObject({
  version: z.int().min(1),
  history: z
    .array(z.strictObject({ version: z.int().min(1), date: z.iso.date(), change: z.string() }))
    .min(1),
  themes: z.array(themeSchema).min(1),
});

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
