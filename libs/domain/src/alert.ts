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

/** `quiet`: the feed answers, but lists nothing new. `failing`: none of its polls succeeds. */
export const SILENCE_CAUSES = ['quiet', 'failing'] as const;
export type SilenceCause = (typeof SILENCE_CAUSES)[number];

/** `heard`: the feed answers or brings something again. `unpolled`: it is no longer polled. `unwatched`: no rule is left. */
export const SILENCE_ENDS = ['heard', 'unpolled', 'unwatched'] as const;
export type SilenceEnd = (typeof SILENCE_ENDS)[number];

/** How a feed fell silent, as the rule saw it at the last poll. */
export type SilenceEvidence = {
  feedId: string;
  sourceId: string;
  url: string;
  cause: SilenceCause;
  /** When a poll last brought a new article, or null where none is on record. */
  lastArrivalAt: Date | null;
  /** When a poll last succeeded, or null where none ever did. */
  lastOkAt: Date | null;
  /** The longest pause of a usual week, in milliseconds; null where too little is known of the feed's habit. */
  usualMs: number | null;
  /** What is longer than this counts as silence, in milliseconds. */
  thresholdMs: number;
  /** Why the last poll failed, where it did. */
  error: string | null;
  /** Why the alert was resolved, once it was. */
  ended?: SilenceEnd;
};

export const ALERT_KINDS = ['spike', 'silence'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const ALERT_STATUSES = ['open', 'acknowledged', 'resolved', 'dismissed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

type Lifecycle = {
  id: string;
  ruleId: string;
  status: AlertStatus;
  /** It was found in old data and is not delivered. */
  historical: boolean;
  openedAt: Date;
  resolvedAt: Date | null;
  seq: number;
};

/** Negative coverage beyond what the days before it let expect. */
export type SpikeAlert = Lifecycle & {
  kind: 'spike';
  /** What the rule watched: a theme. */
  series: string;
  firstWindowId: string;
  /** Start of the first and of the last window that spiked. */
  from: Date;
  until: Date;
  evidence: SpikeEvidence[];
};

/** A feed that brings nothing for longer than its own habit. */
export type SilenceAlert = Lifecycle & {
  kind: 'silence';
  /** What the rule watched: a feed, as {@link feedSeries} names it. */
  series: string;
  /** The half hour in which the silence began. */
  firstWindowId: string;
  /** When the silence began, and the last poll that found it going on. */
  from: Date;
  until: Date;
  evidence: SilenceEvidence;
};

/** A spike or a silence with its evidence and lifecycle. */
export type Alert = SpikeAlert | SilenceAlert;

/** Whether nobody has closed it: of these, a rule and series have one at most. */
export function isOpen({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'open' || status === 'acknowledged';
}

const FEED_SERIES = 'feed:';

/** The series of the alerts on a feed. No theme is named like it. */
export function feedSeries(feedId: string): string {
  return `${FEED_SERIES}${feedId}`;
}

/** The feed that a series names, or null where it names a theme. */
export function feedOfSeries(series: string): string | null {
  return series.startsWith(FEED_SERIES) ? series.slice(FEED_SERIES.length) : null;
}

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
