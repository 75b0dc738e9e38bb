import type { Delivery, SilenceAlert, SpikeAlert } from '#domain/alert.js';
import { at, day, halfHour } from './builders.js';

export function anAlert(id: string, over: Partial<SpikeAlert> = {}): SpikeAlert {
  const window = day();
  return {
    id,
    kind: 'spike',
    ruleId: 'negative-spike',
    series: 'trade',
    status: 'open',
    historical: false,
    firstWindowId: window.id,
    from: window.start,
    until: window.start,
    evidence: [
      {
        windowId: window.id,
        start: window.start,
        negative: 12,
        count: 20,
        expected: 3.25,
        threshold: 8.5,
        articleIds: ['a1', 'a2'],
      },
    ],
    openedAt: at(0),
    resolvedAt: null,
    seq: 0,
    ...over,
  };
}

export function aSilence(id: string, over: Partial<SilenceAlert> = {}): SilenceAlert {
  return {
    id,
    kind: 'silence',
    ruleId: 'feed-silence',
    series: 'feed:sample-post-main',
    status: 'open',
    historical: false,
    firstWindowId: halfHour().id,
    from: at(0),
    until: at(90),
    evidence: {
      feedId: 'sample-post-main',
      sourceId: 'sample-post',
      url: 'https://sample-post.example/rss',
      cause: 'failing',
      lastArrivalAt: at(-600),
      lastOkAt: null,
      usualMs: 7_200_000,
      thresholdMs: 21_600_000.5,
      error: 'HTTP 503: «بند»',
    },
    openedAt: at(90),
    resolvedAt: null,
    seq: 0,
    ...over,
  };
}

export function aDelivery(id: string, over: Partial<Delivery> = {}): Delivery {
  return {
    id,
    alertId: 'alert-1',
    event: 'opened',
    subscriptionId: 'desk',
    status: 'due',
    attempts: 0,
    nextAttemptAt: at(0),
    leaseUntil: null,
    deliveredAt: null,
    error: null,
    ...over,
  };
}
