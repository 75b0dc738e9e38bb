import { z } from 'zod';
import { themeSchema } from '#domain/taxonomy.js';
import { sourceSchema } from '#domain/source.js';

export const themesSchema = z
  .object({
    version: z.int().describe('The version of the taxonomy'),
    hash: z.string().describe('The hash of its text'),
    themes: z.array(themeSchema),
  })
  .meta({ title: 'Themes' });

export const sourcesSchema = z.object({ sources: z.array(sourceSchema) }).meta({ title: 'Sources' });

const instant = z.iso.datetime().nullable();

export const feedSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    url: z.string(),
    language: z.string().nullable(),
    verified: z
      .string()
      .nullable()
      .describe('The day of a known check that found it alive; null where none is known'),
    status: z.enum(['active', 'gone', 'unlisted']),
    nextPollAt: z.iso.datetime(),
    lastPolledAt: instant,
    lastOkAt: instant,
    failures: z.int().describe('Failed polls since the last good one'),
    error: z.string().nullable().describe('Why the last poll failed'),
  })
  .meta({ title: 'Feed' });

export const feedsSchema = z.object({ feeds: z.array(feedSchema) }).meta({ title: 'Feeds' });

export type FeedView = z.infer<typeof feedSchema>;
