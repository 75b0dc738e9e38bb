import { z } from 'zod';
import { COVERAGE_STATES } from '#domain/coverage.js';
import { filterShape } from './filter-schema.js';
import { dateOrInstant } from './query-parts.js';

export const coverageQuerySchema = z.strictObject({
  source: filterShape.source,
  country: filterShape.country,
  bloc: filterShape.bloc,
  from: dateOrInstant
    .optional()
    .describe('Beginning: a UTC date or an instant; thirty days back if left out'),
  to: dateOrInstant
    .optional()
    .describe('End: a UTC date, which is included, or an instant; the present if left out'),
});

export type CoverageInput = z.infer<typeof coverageQuerySchema>;

const daySchema = z.object({
  source: z.string().describe('A source id; see /api/v1/sources'),
  day: z.iso.date().describe('A UTC day'),
  state: z
    .enum(COVERAGE_STATES)
    .describe(
      'observed: as much as its habit lets expect, or too little is known of its habit and a poll succeeded. partial: so few on fewer than one day in a hundred. outage: nothing, on a day when its habit lets expect articles, or no poll succeeded. not-yet-polled: before its first poll',
    ),
  seen: z.int().min(0).describe('Articles that the day counts of it, whatever they are about'),
  expected: z
    .number()
    .min(0)
    .nullable()
    .describe('Articles that its days before let expect; null while fewer than seven are known'),
  polls: z.int().min(0).describe('Polls of its feeds on the day'),
  failedPolls: z.int().min(0).describe('Of these, how many failed'),
});

export const coverageSchema = z
  .object({
    from: z.iso.date().describe('First UTC day'),
    to: z.iso.date().describe('Last UTC day, included'),
    days: z
      .array(daySchema)
      .describe(
        'By day and source. A day without a row of a source: it was not yet polled, or the day has only begun',
      ),
  })
  .meta({ title: 'Coverage' });

export type CoverageView = z.infer<typeof coverageSchema>;
