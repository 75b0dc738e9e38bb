import { z } from 'zod';
import { FEED_STATUSES, PACE_REASONS } from '#domain/feed.js';

const instant = z.iso.datetime();
const seconds = z.number().min(0);

export const feedSchema = z
  .object({
    id: z.string(),
    source: z.string().describe('The outlet it belongs to; see /api/v1/sources'),
    url: z.string(),
    language: z.string().nullable().describe('The language of its items where they state none'),
    verified: z
      .string()
      .nullable()
      .describe('The day of a known check that found it alive; null where none is known'),
    origin: z
      .enum(['config', 'added'])
      .describe('Named by the configuration, or added by a person while the system ran'),
    status: z
      .enum(FEED_STATUSES)
      .describe(
        'Only an active feed is polled. gone: its server says it is gone for good; opted-out: its publisher does not want to be polled; unlisted: no longer in the configuration',
      ),
    intervalSeconds: seconds.describe('How often it is polled by its habit; 0 before its first poll'),
    reason: z.enum(PACE_REASONS).describe('What decided when the next poll is'),
    nextPollAt: instant.nullable().describe('null where the feed is not active, and so is not polled'),
    lastPolledAt: instant.nullable(),
    lastOkAt: instant.nullable(),
    failures: z.int().describe('Failed polls since the last good one'),
    error: z.string().nullable().describe('Why the last poll failed'),
  })
  .meta({ title: 'Feed' });

export const feedsSchema = z.object({ feeds: z.array(feedSchema) }).meta({ title: 'Feeds' });

export const fetchSchema = z.object({
  at: instant,
  outcome: z
    .string()
    .describe('ok: a new document; not-modified, same-body: unchanged; gone, opted-out, failed'),
  httpStatus: z.int().nullable(),
  bytes: z.int(),
  durationMs: z.int(),
  items: z.int().describe('Items that the document listed'),
  dropped: z.int().describe('Items that could not be read'),
  inserted: z.int().describe('New articles'),
  revised: z.int().describe('Articles with a new wording'),
  error: z.string().nullable(),
});

export const feedDetailSchema = feedSchema
  .extend({
    why: z.string().describe('Why the next poll is when it is, in a sentence'),
    pace: z.object({
      waitSeconds: seconds.describe('From the last poll to the next'),
      jitterSeconds: z.number().describe('The random part of it, so that feeds do not come all at once'),
      failureWeight: z
        .number()
        .describe('Failures since the last good poll by weight: 1 for a hard one, ½ or ¼ for a passing one'),
    }),
    redirect: z
      .object({ url: z.string(), times: z.int() })
      .nullable()
      .describe('Where permanent redirects lead, and how often in a row they led there'),
    unconditionalAt: instant
      .nullable()
      .describe('When it was last asked for the whole document, changed or not'),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    leaseUntil: instant.nullable().describe('A poll is under way, at most until then'),
    fetches: z.array(fetchSchema).describe('The last 20 polls, the newest first'),
  })
  .meta({ title: 'FeedDetail' });

export type FeedView = z.infer<typeof feedSchema>;
export type FeedDetailView = z.infer<typeof feedDetailSchema>;
