import { z } from 'zod';
import { ALERT_STATUSES } from '#domain/alert.js';
import { limit, list } from './query-parts.js';

export const alertsQuerySchema = z.strictObject({
  status: list(z.enum(ALERT_STATUSES))
    .optional()
    .describe(`States: ${ALERT_STATUSES.join(', ')}`),
  theme: list(z.string()).optional().describe('Theme ids, or all'),
  cursor: z.string().optional().describe('The value of next from an earlier answer'),
  limit: limit(200, 50),
});

export type AlertsInput = z.infer<typeof alertsQuerySchema>;

export const alertSchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    theme: z.string(),
    status: z.enum(ALERT_STATUSES),
    historical: z.boolean().describe('Found in old data, and not delivered'),
    from: z.iso.datetime().describe('Start of the first day that spiked'),
    until: z.iso.datetime().describe('Start of the last day that spiked'),
    openedAt: z.iso.datetime(),
    resolvedAt: z.iso.datetime().nullable(),
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
  .meta({ title: 'Alert' });

export const alertPageSchema = z
  .object({
    alerts: z.array(alertSchema),
    next: z.string().nullable().describe('The cursor of the next page'),
  })
  .meta({ title: 'AlertPage' });

export type AlertView = z.infer<typeof alertSchema>;
export type AlertPageView = z.infer<typeof alertPageSchema>;
