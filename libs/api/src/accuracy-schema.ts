import { z } from 'zod';
import { ABOUTS } from '#domain/analysis.js';
import { TONES } from '#domain/correction.js';
import { ANALYSES_JUDGED } from '#usecases/corrections/read-accuracy.js';
import { languages } from './query-parts.js';

export const accuracyQuerySchema = z.strictObject({
  analysis: z
    .enum(ANALYSES_JUDGED)
    .default('then')
    .describe('then: what it said when each article was reviewed; now: what it says at present'),
  version: z.coerce
    .number<string>()
    .int()
    .min(1)
    .optional()
    .describe('Only findings of this analysis version'),
  language: languages.optional(),
});

export type AccuracyInput = z.infer<typeof accuracyQuerySchema>;

const share = z.number().min(0).max(1);
const proportion = z
  .object({ value: share, low: share, high: share, of: z.int().describe('Articles it is a share of') })
  .nullable()
  .describe('A share with its 95 % interval (Wilson 1927); null where there is no such article');

const fared = {
  kept: z.int().describe('Given by the analysis and kept by the analyst'),
  removed: z.int().describe('Given by the analysis and removed'),
  added: z.int().describe('Not given by the analysis and added'),
  precision: proportion,
  recall: proportion,
};

const confusion = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.object({
    reviewed: z.int(),
    agreement: proportion,
    matrix: z
      .record(z.enum(names), z.record(z.enum(names), z.int()))
      .describe('By what the analysis found, then by what the analyst says: articles'),
  });

export const accuracySchema = z
  .object({
    caveat: z.string().describe('What the figures do not show'),
    analysis: z.enum(ANALYSES_JUDGED),
    reviewed: z.int().describe('Articles with a correction'),
    versions: z.array(z.int()).describe('The analysis versions judged'),
    themes: z.object({
      reviewed: z.int().describe('Articles whose themes were reviewed; each theme was judged in all of them'),
      overall: z.object(fared).describe('All tags together'),
      rows: z.array(z.object({ theme: z.string(), ...fared })),
    }),
    polarity: confusion(TONES),
    about: confusion(ABOUTS),
  })
  .meta({ title: 'Accuracy' });

export type AccuracyView = z.infer<typeof accuracySchema>;
