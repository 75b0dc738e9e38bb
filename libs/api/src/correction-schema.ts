import { z } from 'zod';
import { ABOUTS, POLARITIES } from '#domain/analysis.js';
import { TONES } from '#domain/correction.js';
import { isPrintable, printableLines } from '#domain/printable.js';

const themes = z.array(z.string());
const tone = z.enum(TONES);
const about = z.enum(ABOUTS);

/** A judgement that says nothing would review nothing. */
const saysSomething = (given: { themes?: unknown; polarity?: unknown; about?: unknown }): boolean =>
  [given.themes, given.polarity, given.about].some((part) => part !== undefined && part !== null);

export const correctionInputSchema = z
  .strictObject({
    themes: themes
      .max(100)
      .nullable()
      .default(null)
      .describe('The themes it is of, those above them may be left out; [] for none. See /api/v1/themes'),
    polarity: tone
      .nullable()
      .default(null)
      .describe(`Its tone: ${TONES.join(', ')}`),
    about: about
      .nullable()
      .default(null)
      .describe(`What it is about: ${ABOUTS.join(', ')}`),
    by: z
      .string()
      .trim()
      .min(1, 'say who corrects')
      .max(200)
      .refine(isPrintable, 'a name has no control characters')
      .describe('Who says so'),
    note: z
      .string()
      .trim()
      .max(2_000)
      .refine((text) => printableLines(text).trim() !== '', 'say why')
      .describe('Why'),
  })
  .refine(saysSomething, {
    error:
      'say what is right: themes, polarity or about; what is left out or null stays as the analysis has it, and what the analysis says already is confirmed',
  })
  .meta({ title: 'Correct' });

export type CorrectionInput = z.infer<typeof correctionInputSchema>;

export const CORRECTION_EXAMPLES = {
  correct: {
    summary: 'Another theme and tone than the analysis found',
    value: {
      ...{ themes: ['refugees'], polarity: 'negative' },
      ...{ by: 'A. Analyst', note: 'Tells of deportations; the border is only the place' },
    },
  },
  confirm: {
    summary: 'Confirm the relevance that the analysis found, which counts in the accuracy report',
    value: { about: 'both', by: 'A. Analyst', note: 'Checked for the weekly review' },
  },
};

export const correctionSchema = z.object({
  themes: themes.nullable().describe('Null: the analysis has the say'),
  polarity: tone.nullable().describe('Null: the analysis has the say'),
  about: about.nullable().describe('Null: the analysis has the say'),
  by: z.string(),
  note: z.string(),
  at: z.iso.datetime(),
  found: z
    .object({
      version: z.int().describe('The analysis version'),
      revision: z.int().describe('The revision of the article that it had read'),
      ...{ themes, polarity: tone, about },
    })
    .describe('What the analysis said at that moment'),
});

export const effectiveSchema = z.object({
  about,
  themes: themes.describe('With those above them'),
  polarity: z.enum(POLARITIES).nullable().describe('Null where it is not scored'),
  score: z
    .number()
    .min(-1)
    .max(1)
    .nullable()
    .describe(
      "The analysis' own; of a corrected polarity only where it lies on the same side of zero, else 0, since nobody measured it",
    ),
});
