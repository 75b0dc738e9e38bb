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
