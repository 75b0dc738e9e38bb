import { z } from 'zod';
import { GROUPINGS, INTERVALS } from '#domain/trend-question.js';
import { filterShape } from './filter-schema.js';
import { flag } from './query-parts.js';

export const trendsQuerySchema = z.strictObject({
  ...filterShape,
  interval: z.enum(INTERVALS).default('day').describe('Length of a point; half hours and hours are UTC only'),
  by: z.enum(GROUPINGS).optional().describe('Splits the answer into a series for each of these'),
  adjusted: flag
    .prefault('false')
    .describe('Whether tone is also given without what is usual for the outlet and the theme'),
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

/** Source-days by state; shared by every answer that carries it. */
export const coverageCountSchema = z
  .object({
    observed: count.describe(
      'Source-days on which a source was seen as fully as its habit lets expect; also of a day that is not over, and where its habit is not known yet',
    ),
    partial: count.describe(
      'Source-days with clearly fewer articles than usual: the habit of the source brings so few on fewer than one day in a hundred',
    ),
    outage: count.describe(
      'Source-days on which nothing of it was seen though its habit lets expect articles, or no poll succeeded: its silence then says nothing',
    ),
    notYetPolled: count.describe(
      'Source-days of which nothing is on record: before its first poll, or after its feeds were given up',
    ),
  })
  .describe(
    'How well the sources that pass the filter were seen, in source-days (one source on one UTC day). Read a fall of the counts together with outage and partial: it may be ours, not the press’s. Sources, countries and blocs narrow it; themes, languages and what articles are about do not. A point has the UTC days whose noon lies in it; one shorter than a day has that whole day, so the coverage of a sum is that of its days, not the sum of such points. Of the present day only sources of which something is known already are counted',
  );

const share = {
  ...figures,
  total: count.describe('Articles that pass the filter, whatever their theme'),
  share: z.number().min(0).max(1).nullable().describe('count / total; null where total is 0'),
  volume: count.describe('All analysed articles of the same sources and span, whatever they are about'),
  withoutReprints: z.object(figures).describe('The same with every story counted once, at its origin'),
  coverage: coverageCountSchema,
  adjusted: z
    .object({
      mean: z.number().nullable().describe('Mean of score − expected over the scored; null where none is'),
      scored: count.describe('Scored articles that it is a mean of'),
    })
    .nullable()
    .describe(
      'Tone as a deviation. Expected of an article is the mean of its source + that of its theme − that of all, over the baseline. Null unless adjusted=true',
    ),
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
    baseline: z
      .object({ from: z.iso.datetime(), to: z.iso.datetime() })
      .nullable()
      .describe('The span whose means adjusted is measured against; null unless adjusted=true'),
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
