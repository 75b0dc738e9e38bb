import { z } from 'zod';
import { isPrintable } from '#domain/printable.js';
import { feedEntrySchema, sourceSchema } from '#domain/source.js';
import { feedSchema } from './feeds-schema.js';

const { id, name, country, bloc, language, kind, hosts } = sourceSchema.shape;

const newSourceSchema = z.strictObject({
  id: id.max(60).optional().describe('Made of the name where it is left out'),
  name: name.max(200).refine(isPrintable, 'a name has no control characters'),
  country: country.optional().describe('Where it is based: ISO 3166; unknown where it is left out'),
  bloc: bloc.optional().describe('Whose press it is; unknown where it is left out'),
  language: language.optional().describe('Its language, or mixed; that of the feed where it is left out'),
  kind: kind.optional().describe('press where it is left out'),
  hosts: hosts
    .unwrap()
    .max(50)
    .optional()
    .describe('Hosts whose articles are its own; that of the feed where it is left out'),
});

const NO_SOURCE = 'the id of a source, or a new one like { "name": "Example Daily", "country": "PK" }';

/** Of a new source, what is wrong with it; a union alone would only say that neither form fits. */
function whyNoSource(issue: {
  input?: unknown;
  errors?: { path: PropertyKey[]; message: string }[][];
}): string {
  const findings = typeof issue.input === 'object' ? (issue.errors?.at(-1) ?? []) : [];
  const told = findings.map(({ path, message }) => [...path, message].map(String).join(': '));
  return told.join('; ') || NO_SOURCE;
}

export const addFeedSchema = z
  .strictObject({
    url: z
      .string()
      .min(1)
      .max(4_096)
      .describe('The address of a feed, or of a site, whose feed is then looked for'),
    dryRun: z.boolean().default(false).describe('Show what would be stored, and store nothing'),
    force: z
      .boolean()
      .default(false)
      .describe('Store it also where its test fails, and take up again one that is gone'),
    language: feedEntrySchema.shape.language.describe('The language of items that state none'),
    source: z
      .union([z.string().min(1), newSourceSchema], { error: whyNoSource })
      .optional()
      .describe('The id of a source, or a new one; left out: the source that has the host, else a new one'),
  })
  .meta({ title: 'AddFeed' });

export type AddFeedInput = z.infer<typeof addFeedSchema>;

const articleSchema = z.object({
  urlKey: z.string().describe('What makes it one article, however its address is spelt'),
  url: z.string(),
  title: z.string(),
  summary: z.string(),
  author: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  undated: z
    .boolean()
    .describe('It has no date that can be believed, and is counted at the time of its fetch'),
  countedAt: z.iso.datetime(),
  language: z.string().nullable().describe('As stated; where null, the text will say'),
  source: z.string().describe('The owner of its host, else the source of the feed'),
  known: z.string().nullable().describe('The id of the stored article that it is already'),
});

export const previewSchema = z
  .object({
    url: z.string().describe('The address to poll'),
    finalUrl: z.string().describe('The address that answered, after redirects'),
    foundBy: z
      .enum(['itself', 'header', 'link', 'anchor', 'guess'])
      .describe('itself: the address given is the feed; else how the page led to it'),
    title: z.string().nullable(),
    link: z.string().nullable().describe('The site that the feed says it is of'),
    language: z.string().nullable(),
    encoding: z.string(),
    source: z.object({
      ...{ id: z.string(), name: z.string(), country: z.string(), bloc: z.string() },
      ...{ language: z.string(), kind: z.string(), hosts: z.array(z.string()) },
      isNew: z.boolean(),
    }),
    items: z.int().describe('Items that the feed lists'),
    dropped: z.array(z.object({ index: z.int(), reason: z.string() })).describe('Items that cannot be read'),
    articles: z.array(articleSchema).describe('The first items as they would be stored'),
    warnings: z.array(z.string()),
    others: z
      .array(z.object({ url: z.string(), title: z.string().nullable() }))
      .describe('Further feeds that the page names'),
  })
  .meta({ title: 'FeedPreview' });

export const previewedSchema = z.object({ preview: previewSchema }).meta({ title: 'PreviewedFeed' });

export const addedSchema = z
  .object({
    feed: feedSchema,
    preview: previewSchema.nullable().describe('Null where a feed that failed its test was forced'),
  })
  .meta({ title: 'AddedFeed' });

export type PreviewView = z.infer<typeof previewSchema>;
export type PreviewedView = z.infer<typeof previewedSchema>;
export type AddedView = z.infer<typeof addedSchema>;

export const ADD_FEED_EXAMPLES = {
  look: {
    summary: 'Look first: find the feed of a site, and see what would be stored',
    value: { url: 'https://example.com', dryRun: true },
  },
  add: {
    summary: 'Add a feed of a new outlet',
    value: {
      url: 'https://example.com/feed/',
      source: { name: 'Example Daily', country: 'PK', bloc: 'pakistani', language: 'en' },
    },
  },
  second: {
    summary: 'Add another feed of an outlet that is known',
    value: { url: 'https://example.com/world/feed/', source: 'example-daily' },
  },
};
