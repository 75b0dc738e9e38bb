import { z } from 'zod';
import { ALERT_STATUSES, SILENCE_CAUSES, SILENCE_ENDS } from '#domain/alert.js';
import { limit, list } from './query-parts.js';

export const alertsQuerySchema = z.strictObject({
  status: list(z.enum(ALERT_STATUSES))
    .optional()
    .describe(`States: ${ALERT_STATUSES.join(', ')}`),
  theme: list(z.string()).optional().describe('Spikes of these themes: theme ids, or all'),
  feed: list(z.string()).optional().describe('Silences of these feeds: feed ids; see /api/v1/feeds'),
  cursor: z.string().optional().describe('The value of next from an earlier answer'),
  limit: limit(200, 50),
});

export type AlertsInput = z.infer<typeof alertsQuerySchema>;

const lifecycle = {
  id: z.string(),
  rule: z.string(),
  status: z.enum(ALERT_STATUSES),
  historical: z.boolean().describe('Found in old data, and not delivered'),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
};

const spikeSchema = z
  .object({
    ...lifecycle,
    kind: z.literal('spike').describe('Negative coverage of a theme beyond what the days before let expect'),
    theme: z.string(),
    from: z.iso.datetime().describe('Start of the first day that spiked'),
    until: z.iso.datetime().describe('Start of the last day that spiked'),
    evidence: z.array(
      z.object({
        windowId: z.string(),
        start: z.iso.datetime(),
        negative: z.int().describe('Negative stories of the day'),
        count: z.int().describe('Stories of the day'),
        expected: z.number().describe('Mean of the baseline'),
        threshold: z.number().describe('What the negative count exceeded'),
        articleIds: z.array(z.string()).describe('The most negative articles of the day'),
      }),
    ),
  })
  .meta({ title: 'Spike' });

const silenceSchema = z
  .object({
    ...lifecycle,
    kind: z.literal('silence').describe('A feed that brings nothing for longer than its own habit'),
    feed: z.string(),
    source: z.string(),
    from: z.iso.datetime().describe('When the silence began'),
    until: z.iso.datetime().describe('The last poll that found it going on'),
    evidence: z.object({
      url: z.string(),
      cause: z
        .enum(SILENCE_CAUSES)
        .describe(
          'quiet: the feed answers, but lists nothing new; failing: none of its polls succeeds, though others answer',
        ),
      lastArrivalAt: z.iso.datetime().nullable().describe('When a poll last brought a new article'),
      lastOkAt: z.iso.datetime().nullable().describe('When a poll last succeeded'),
      usualHours: z
        .number()
        .nullable()
        .describe('The longest pause of its usual week; null where too little is known of it'),
      thresholdHours: z.number().describe('Hours beyond which the rule calls it silence'),
      silentHours: z.number().describe('Hours from the beginning of the silence to the last poll in it'),
      error: z.string().nullable().describe('Why the last poll failed, where it did'),
      ended: z
        .enum(SILENCE_ENDS)
        .nullable()
        .describe(
          'Why the alert was resolved: heard, the feed answers or brings something again; unpolled, it is no longer polled; unwatched, no rule is left. Null before',
        ),
    }),
  })
  .meta({ title: 'Silence' });

export const alertSchema = z
  .discriminatedUnion('kind', [spikeSchema, silenceSchema])
  .meta({ title: 'Alert' });

export const alertPageSchema = z
  .object({
    alerts: z.array(alertSchema),
    next: z.string().nullable().describe('The cursor of the next page'),
  })
  .meta({ title: 'AlertPage' });

export type AlertView = z.infer<typeof alertSchema>;
export type AlertPageView = z.infer<typeof alertPageSchema>;
