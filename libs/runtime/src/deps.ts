import { alertMessage } from '#notify/alert-message.js';
import { sendWebhook, type WebhookResult } from '#notify/send-webhook.js';
import type { Subscription } from '#domain/alert-rules.js';
import type { Clock } from '#domain/clock.js';
import type { Log } from '#domain/log.js';
import type { Stores } from '#domain/ports/stores.js';
import { createAnalyser } from '#analysis/analyser.js';
import { fetchFeed } from '#feeds/fetch/fetch-feed.js';
import type { PaceSettings } from '#feeds/fetch/plan-next-poll.js';
import type { Outbound } from '#outbound/outbound.js';
import type { AlertNotice, PipelineDeps, PipelineSettings } from '#pipeline/deps.js';
import type { Env } from './env.js';
import type { Config } from './load-config.js';
import type { Reader } from './open-reader.js';
import { secretOf } from './process-env.js';

export type Parts = {
  env: Env;
  log: Log;
  clock: Clock;
  stores: Stores;
  reader: Reader;
  config: Config;
  version: number;
};

/** The dependencies of the steps, built once. */
export function buildPipelineDeps({ env, log, clock, stores, reader, config, version }: Parts): PipelineDeps {
  const { outbound, parser } = reader;
  const { feeds, articles, windows, alerts, deliveries, versions, coverage, sources } = stores;
  return {
    ...{ feeds, articles, windows, alerts, deliveries, versions, coverage, sources },
    ...{ clock, log, version },
    register: config.register,
    alerting: config.alerting,
    analyser: createAnalyser(config.taxonomy),
    taxonomy: config.taxonomy,
    settings: settingsOf(env),
    fetchFeed: (feed, now, onHost) => fetchFeed(outbound, feed, now, onHost),
    parseDocument: (body, context) => parser.parse(body, context),
    random: Math.random,
    sendAlert: (subscription, message) => sendAlert(outbound, subscription, message),
  };
}

function settingsOf(env: Env): PipelineSettings {
  return {
    pace: paceOf(env),
    feedLeaseMs: env.FEED_LEASE_MS,
    hostGapMs: env.HOST_GAP_MS,
    articleLeaseMs: env.ARTICLE_LEASE_MS,
    deliveryLeaseMs: env.FETCH_TIMEOUT_MS * 2,
    zones: env.ZONES,
    halfHourDays: env.HALF_HOUR_DAYS,
    fetchLogDays: env.FETCH_LOG_DAYS,
  };
}

/** Limits that contradict each other give way to the interval that was asked for. */
function paceOf({ POLL_INTERVAL_MS, MIN_POLL_INTERVAL_MS, MAX_POLL_INTERVAL_MS }: Env): PaceSettings {
  return {
    startIntervalMs: POLL_INTERVAL_MS,
    minIntervalMs: Math.min(MIN_POLL_INTERVAL_MS, POLL_INTERVAL_MS),
    maxIntervalMs: Math.max(MAX_POLL_INTERVAL_MS, POLL_INTERVAL_MS),
  };
}

async function sendAlert(
  outbound: Outbound,
  { id, webhook }: Subscription,
  { alert, delivery, at }: AlertNotice,
): Promise<WebhookResult> {
  const secret = secretOf(webhook.secretEnv);
  if (!secret) {
    const error = `the subscription ${id} has no secret: set ${webhook.secretEnv}`;
    return { ok: false, error, permanent: false, retryAfterMs: null };
  }
  const message = { id: delivery.id, at, body: alertMessage(alert, delivery.event) };
  return sendWebhook(outbound, { url: webhook.url, secret }, message);
}
