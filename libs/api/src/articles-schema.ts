import { z } from 'zod';
import { ABOUTS, ACT_KINDS, PARTIES, POLARITIES } from '#domain/analysis.js';
import { correctionSchema, effectiveSchema } from './correction-schema.js';
import { filterShape } from './filter-schema.js';
import { flag, limit, list } from './query-parts.js';

export const articlesQuerySchema = z.strictObject({
  ...filterShape,
  polarity: list(z.enum(POLARITIES))
    .optional()
    .describe('Polarities of the scored: negative, neutral, positive'),
  story: z.string().optional().describe('Only the reprints of this story'),
  corrected: flag
    .optional()
    .describe('Only those that an analyst corrected or confirmed, or only the others'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words, all of which occur; "words in quotes" stand side by side'),
  cursor: z.string().optional().describe('The value of next from an earlier answer'),
  limit: limit(200, 50),
});

export type ArticlesInput = z.infer<typeof articlesQuerySchema>;

const evidence = z.object({
  term: z.string(),
  field: z.enum(['title', 'summary']),
  start: z.int().describe('Offset of the first UTF-16 unit in the field'),
  end: z.int().describe('Offset after the last'),
  language: z.string(),
});

const sentiment = z.object({
  scored: z.boolean(),
  score: z.number().min(-1).max(1).nullable(),
  polarity: z.enum(POLARITIES).nullable(),
  raw: z
    .number()
    .nullable()
    .describe('The sum that wink-sentiment gives, null where it does not know the language'),
  reason: z.string().nullable().describe('Why there is no score'),
  experimental: z.boolean().describe('Whether the score rests on a short seed list alone'),
  evidence: z.array(
    evidence.extend({
      value: z.number().min(-5).max(5).describe('What the word adds, as it is turned by its neighbours'),
    }),
  ),
});

export const analysisSchema = z.object({
  version: z.int(),
  language: z.string(),
  wire: z
    .string()
    .nullable()
    .describe('The agency whose report it is by its byline or dateline, like AP, or null'),
  relevance: z.object({ about: z.enum(ABOUTS), score: z.number(), evidence: z.array(evidence) }),
  themes: z.array(
    z.object({ id: z.string(), score: z.number(), via: z.string().nullable(), evidence: z.array(evidence) }),
  ),
  sentiment,
  acts: z
    .array(
      z.object({
        kind: z.enum(ACT_KINDS),
        by: z.array(z.enum(PARTIES)),
        toward: z.array(z.enum(PARTIES)),
        evidence: z.array(evidence),
      }),
    )
    .describe('Who accuses, warns, denies, agrees, praises or helps, and whom, where the wording is plain'),
  toneToward: z
    .array(z.object({ party: z.enum(PARTIES), score: z.number().min(-1).max(1), acts: z.int() }))
    .describe('How the acts meet each party, which is not the tone of the event'),
});

export const articleSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    source: z.object({ id: z.string(), name: z.string(), country: z.string(), bloc: z.string() }),
    title: z.string(),
    summary: z.string(),
    author: z.string().nullable(),
    publishedAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'Null where the feed gave no date that can be read: it is then counted when it was first seen',
      ),
    firstSeenAt: z.iso.datetime(),
    countedAt: z.iso.datetime().describe('The instant that trends count it at: published, else first seen'),
    revision: z.int(),
    story: z.object({ id: z.string(), origin: z.boolean() }).nullable(),
    analysis: analysisSchema.nullable().describe('What the machine says; null until it is analysed'),
    correction: correctionSchema.nullable().describe('What an analyst says against it, or confirms'),
    effective: effectiveSchema
      .nullable()
      .describe('What counts and filters go by: the analysis, with what a correction overrides'),
  })
  .meta({ title: 'Article' });

export const articleDetailSchema = articleSchema
  .extend({
    html: z.string().nullable().describe('Sanitised markup for reading, where the feed gave any'),
    seenIn: z.array(z.string()).describe('The feeds that listed it'),
    history: z.array(
      z.object({ revision: z.int(), title: z.string(), summary: z.string(), replacedAt: z.iso.datetime() }),
    ),
    settled: z.boolean().describe('Analysis, story and counts are all up to date'),
    error: z.string().nullable().describe('Why the work on it failed, where it did'),
  })
  .meta({ title: 'ArticleDetail' });

export const articlePageSchema = z
  .object({
    articles: z.array(articleSchema),
    next: z.string().nullable().describe('The cursor of the next page'),
  })
  .meta({ title: 'ArticlePage' });

export type ArticleView = z.infer<typeof articleSchema>;
export type ArticleDetailView = z.infer<typeof articleDetailSchema>;
export type ArticlePageView = z.infer<typeof articlePageSchema>;
