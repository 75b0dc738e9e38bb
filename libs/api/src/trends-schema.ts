import { z } from 'zod';
import { GROUPINGS, INTERVALS } from '#domain/trend-question.js';
import { filterShape } from './filter-schema.js';

export const trendsQuerySchema = z.strictObject({
  ...filterShape,
  interval: z.enum(INTERVALS).default('day').describe('Length of a point; half hours and hours are UTC only'),
  by: z.enum(GROUPINGS).optional().describe('Splits the answer into a series for each of these'),
});

export type TrendsInput = z.infer<typeof trendsQuerySchema>;

const count = z.int().min(0);

const figures = {
  count: count.describe('Articles of the series'),
  scored: count.describe('Of these, how many have a sentiment score'),
  notScored: count.describe('Of these, how many have none: not the same as neutral'),
  negative: count,
  neutral: count,
  positive: count,
  mean: z.number().min(-1).max(1).nullable().describe('Mean score of the scored; null where none is'),
};

const share = {
  ...figures,
  total: count.describe('Articles that pass the filter, whatever their theme'),
  share: z.number().min(0).max(1).nullable().describe('count / total; null where total is 0'),
  volume: count.describe('All analysed articles of the same sources and span, whatever they are about'),
  withoutReprints: z.object(figures).describe('The same with every story counted once, at its origin'),
};

const pointSchema = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  ...share,
  open: z.boolean().describe('The span has not ended, or is being recounted'),
});

export const trendsSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    interval: z.enum(INTERVALS),
    zone: z.string(),
    about: z.array(z.string()),
    analysis: z.object({
      version: z.int().describe('The analysis version at work'),
      counted: z
        .array(z.int())
        .describe('The versions among the articles counted; several while history is re-tagged'),
    }),
    series: z.array(
      z.object({
        theme: z.string().describe('A theme id, or all'),
        group: z.string().nullable().describe('The bloc, country, source or language; null without by'),
        sum: z.object(share).describe('The whole span'),
        points: z.array(pointSchema),
      }),
    ),
  })
  .meta({ title: 'Trends' });

export type TrendsView = z.infer<typeof trendsSchema>;
