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
      'observed: as much as its habit lets expect; also while the day is not over, and where its habit is not known, once a poll succeeded or articles came though none did. partial: clearly fewer than usual: its habit brings so few on fewer than one day in a hundred. outage: nothing, where its habit brings so little on fewer than one day in a hundred, or where no poll succeeded. not-yet-polled: before its first poll, and too little is known of an archive to judge it',
    ),
  seen: z.int().min(0).describe('Articles that the day counts of it, whatever they are about'),
  expected: z
    .number()
    .min(0)
    .nullable()
    .describe(
      'Articles that the days before it let expect; null where fewer than seven of them can be used: days that were polled and no outage or, before the first poll, days of an archive among the last ten',
    ),
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
        'By day and source. Where a source has no row of a day nothing is on record of it: it was not yet polled or no longer is, or the day has only begun',
      ),
  })
  .meta({ title: 'Coverage' });

export type CoverageView = z.infer<typeof coverageSchema>;
