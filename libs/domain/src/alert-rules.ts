import { z } from 'zod';

const ruleId = z.string().regex(/^[a-z0-9-]+$/, 'a rule id is lower-case letters, digits and hyphens');

/** A watch over the daily negative coverage of themes; the arithmetic is in the alerts library. */
export const spikeRuleSchema = z.strictObject({
  id: ruleId,
  kind: z
    .literal('spike')
    .optional()
    .transform(() => 'spike' as const),
  /** Theme ids, or `all`. */
  themes: z.array(z.string()).min(1),
  zone: z.string().default('UTC'),
  baselineDays: z.int().min(7).max(365).default(28),
  /** Negative articles below which nothing is a spike. */
  minNegative: z.int().min(1).default(5),
  /** How many standard deviations above the mean of the baseline a spike lies. */
  deviations: z.number().min(1).max(20).default(3),
  /** Days without a spike after which an alert is resolved. */
  calmDays: z.int().min(1).max(30).default(3),
});

/** A watch over the feeds: which of them brings nothing for longer than its own habit. */
export const silenceRuleSchema = z.strictObject({
  id: ruleId,
  kind: z.literal('silence'),
  /** How many times the longest pause of its usual week a feed may be quiet. */
  factor: z.number().min(1).max(100).default(3),
  /** Hours below which nothing is a silence. */
  minHours: z.number().min(1).max(8_760).default(24),
});

const alertRuleSchema = z.discriminatedUnion('kind', [spikeRuleSchema, silenceRuleSchema], {
  error: ({ code }) =>
    code === 'invalid_union' ? 'a kind is silence, or spike, which may be left out' : undefined,
});

export const subscriptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a subscription id is lower-case letters, digits and hyphens'),
  /** Rules whose alerts it gets; all when left out. */
  rules: z.array(z.string()).optional(),
  webhook: z.strictObject({
    url: z.url({ protocol: /^https?$/, error: 'a webhook url starts with http:// or https://' }),
    /** The environment variable that holds the signing secret, `whsec_` and base64. */
    secretEnv: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'an environment variable, like WEBHOOK_SECRET'),
  }),
});

export const alertsConfigSchema = z.strictObject({
  rules: z.array(alertRuleSchema),
  subscriptions: z.array(subscriptionSchema).default([]),
});

export type SpikeRule = z.infer<typeof spikeRuleSchema>;
export type SilenceRule = z.infer<typeof silenceRuleSchema>;
export type Subscription = z.infer<typeof subscriptionSchema>;
export type AlertsConfig = z.infer<typeof alertsConfigSchema>;

export function spikeRules({ rules }: Pick<AlertsConfig, 'rules'>): SpikeRule[] {
  return rules.filter((rule) => rule.kind === 'spike');
}

export function silenceRules({ rules }: Pick<AlertsConfig, 'rules'>): SilenceRule[] {
  return rules.filter((rule) => rule.kind === 'silence');
}
