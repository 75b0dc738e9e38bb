import type { Alert, Delivery } from '#domain/alert.js';
import type { AlertsConfig, Subscription } from '#domain/alert-rules.js';
import type { Clock } from '#domain/clock.js';
import type { Feed } from '#domain/feed.js';
import type { Log } from '#domain/log.js';
import type { Stores } from '#domain/ports/stores.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { LoadedTaxonomy } from '#domain/taxonomy.js';
import type { Analyser } from '#analysis/analyser.js';
import type { FeedFetch } from '#feeds/fetch/fetch-feed.js';
import type { PaceSettings } from '#feeds/fetch/plan-next-poll.js';
import type { FeedContext, ParsedFeed } from '#feeds/read/parse-feed.js';
import type { WebhookResult } from '#notify/send-webhook.js';

export type PipelineSettings = {
  pace: PaceSettings;
  /** How long a feed and its host are reserved for one poll. */
  feedLeaseMs: number;
  /** Rest of a host between the end of one poll and the start of the next. */
  hostGapMs: number;
  articleLeaseMs: number;
  deliveryLeaseMs: number;
  /** Zones whose days are counted; UTC is one of them. */
  zones: string[];
  /** How long half hours are kept. */
  halfHourDays: number;
  fetchLogDays: number;
};

/** What an alert says to one subscription. */
export type AlertNotice = { delivery: Delivery; alert: Alert; at: Date };

/** All that the steps use; each step declares the part it needs. */
export type PipelineDeps = Pick<
  Stores,
  'feeds' | 'articles' | 'windows' | 'alerts' | 'deliveries' | 'versions' | 'coverage' | 'sources'
> & {
  clock: Clock;
  log: Log;
  register: SourceRegister;
  analyser: Analyser;
  taxonomy: Pick<LoadedTaxonomy, 'themes'>;
  /** The number of this process's analysis code and taxonomy. */
  version: number;
  alerting: AlertsConfig;
  settings: PipelineSettings;
  /** Calls `onHost` with each host (and port) before it asks it for the first time. */
  fetchFeed: (feed: Feed, now: Date, onHost: (host: string) => Promise<void>) => Promise<FeedFetch>;
  /** Reads a document without holding anyone up; rejects with an EndingError alone. */
  parseDocument: (body: Buffer, context: FeedContext) => Promise<ParsedFeed>;
  /** At least 0 and below 1. */
  random: () => number;
  sendAlert: (subscription: Subscription, message: AlertNotice) => Promise<WebhookResult>;
};
