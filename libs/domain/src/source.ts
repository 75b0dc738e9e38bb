import { z } from 'zod';
import { withoutCredentials } from './without-credentials.js';

/** Whose press an outlet belongs to; *unknown* is a legal value, never a guess. */
export const BLOCS = [
  'pakistani',
  'afghan-independent',
  'taliban-run',
  'indian',
  'iranian',
  'gulf',
  'western',
  'international',
  'regional',
  'social',
  'unknown',
] as const;
export const KINDS = ['press', 'agency', 'official', 'social', 'think-tank'] as const;

/** ISO 639 codes as the project uses them: `prs` is Dari, `fa` Iranian Persian. */
const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'a language is two or three lower-case letters, like en, ur, ps, prs or fa');

/** A feed's url is shown to everyone who may see the feeds. */
const feedUrl = z
  .url({ protocol: /^https?$/, error: 'a feed url starts with http:// or https://' })
  .refine((url) => withoutCredentials(url) === url, {
    error:
      'a feed url has no user name or password in it, which everyone could read here: leave out what stands before the @, or ask the publisher for an address that needs none',
  });

export const feedEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a feed id is lower-case letters, digits and hyphens'),
  url: feedUrl,
  language: languageCode.optional(),
  /** The day of a known check that found the feed alive, or false where nobody is known to have looked. */
  verified: z.union([z.iso.date(), z.literal(false)]).default(false),
});

export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a source id is lower-case letters, digits and hyphens'),
  name: z.string().min(1),
  country: z.string().regex(/^([A-Z]{2}|unknown)$/, 'a country is a two-letter ISO 3166 code, or unknown'),
  bloc: z.enum(BLOCS),
  language: languageCode.or(z.literal('mixed')),
  kind: z.enum(KINDS),
  /** Hosts whose articles are this source's, whichever feed lists them. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, 'a host is like dawn.com, without http://'))
    .default([]),
  feeds: z.array(feedEntrySchema).min(1),
});

export type Bloc = (typeof BLOCS)[number];
export type Source = z.infer<typeof sourceSchema>;
export type FeedEntry = z.infer<typeof feedEntrySchema>;
