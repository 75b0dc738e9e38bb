import { z } from 'zod';

export const MAX_TITLE = 1_000;
export const MAX_SUMMARY = 4_000;
export const MAX_AUTHOR = 200;
export const MAX_URL = 4_096;

/** What a parsed feed document lists, before it is ours. Texts are plain, with white space folded. */
export const itemSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(MAX_URL)
    .nullable(),
  /** As the feed gives it. */
  guid: z.string().min(1).max(MAX_URL).nullable(),
  title: z.string().max(MAX_TITLE),
  summary: z.string().max(MAX_SUMMARY),
  author: z.string().min(1).max(MAX_AUTHOR).nullable(),
  /** Null where the feed says nothing readable or nothing credible. */
  publishedAt: z.date().nullable(),
  /** ISO 639, as the item or else its feed states it. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
});

export type Item = z.infer<typeof itemSchema>;
