import type { FeedReport } from '#usecases/feeds/read-feed.js';
import { alignRows, minuteOf, spanOf } from './align-rows.js';

type Feed = FeedReport['feed'];

/** The feeds as a table. */
export function describeFeeds(feeds: readonly Feed[]): string {
  if (feeds.length === 0)
    return 'No feed is watched yet. The server enters those of config/sources.yaml when it starts; "narrative feeds add" adds one.';
  const heads = ['ID', 'SOURCE', 'STATUS', 'EVERY', 'LAST READ', 'NEXT POLL', 'TROUBLE'];
  const rows = feeds.map((feed) => [
    ...[feed.id, feed.sourceId, feed.status, feed.lastPolledAt ? spanOf(feed.pace.intervalMs) : '–'],
    ...[minuteOf(feed.lastOkAt), feed.status === 'active' ? minuteOf(feed.nextPollAt) : '–'],
    feed.error ?? '',
  ]);
  return alignRows([heads, ...rows]);
}

/** One feed with its last polls. */
export function describeFeed({ feed, source, why, fetches }: FeedReport): string {
  const { id, sourceId, url, status, origin, language, redirect, failures, error } = feed;
  const facts = [
    ['feed', id],
    ['address', url],
    ['source', source ? `${source.name} (${sourceId})` : sourceId],
    ['language', language ?? 'as its items say'],
    ['status', `${status}, ${origin === 'config' ? 'of the configuration' : 'added by hand'}`],
    ['last read', minuteOf(feed.lastOkAt)],
    ['next poll', status === 'active' ? minuteOf(feed.nextPollAt) : 'none'],
    ['why then', why],
    ['asked whole', minuteOf(feed.unconditionalAt)],
    ...(redirect ? [['redirects to', `${redirect.url} (${redirect.times} in a row)`]] : []),
    ...(error ? [['trouble', `${error} (${failures} in a row)`]] : []),
  ];
  const heads = ['POLLED', 'OUTCOME', 'HTTP', 'ITEMS', 'NEW', 'CHANGED', 'TROUBLE'];
  const log = fetches.map((fetch) => [
    ...[minuteOf(fetch.at), fetch.outcome, String(fetch.httpStatus ?? '–')],
    ...[fetch.items, fetch.inserted, fetch.revised].map(String),
    fetch.error ?? '',
  ]);
  const polls = log.length > 0 ? alignRows([heads, ...log]) : 'It was not polled yet.';
  return `${alignRows(facts)}\n\n${polls}`;
}
