/** A window's figures as the rule saw them. */
export type SpikeEvidence = {
  windowId: string;
  start: Date;
  negative: number;
  count: number;
  expected: number;
  threshold: number;
  /** Ids of the articles that made it, the most negative first. */
  articleIds: string[];
};

export const ALERT_STATUSES = ['open', 'acknowledged', 'resolved', 'dismissed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** A spike with its evidence and lifecycle. `historical`: it was found in old data and is not delivered. */
export type Alert = {
  id: string;
  ruleId: string;
  /** What the rule watched: a theme. */
  series: string;
  status: AlertStatus;
  historical: boolean;
  firstWindowId: string;
  /** Start of the first and of the last window that spiked. */
  from: Date;
  until: Date;
  evidence: SpikeEvidence[];
  openedAt: Date;
  resolvedAt: Date | null;
  seq: number;
};

export const DELIVERY_STATUSES = ['due', 'delivered', 'failed'] as const;

/** One message of an alert to one subscription. Its id is the alert, the event and the subscription. */
export type Delivery = {
  id: string;
  alertId: string;
  event: 'opened' | 'resolved';
  subscriptionId: string;
  status: (typeof DELIVERY_STATUSES)[number];
  attempts: number;
  nextAttemptAt: Date;
  leaseUntil: Date | null;
  deliveredAt: Date | null;
  error: string | null;
};
