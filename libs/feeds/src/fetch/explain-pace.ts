import type { Feed, FeedStatus, FetchLog } from '#domain/feed.js';
import { aimOf, ROLLED_OVER_SHARE } from './poll-interval.js';

export type PacedFeed = Pick<
  Feed,
  'status' | 'nextPollAt' | 'lastPolledAt' | 'lastOkAt' | 'pace' | 'failures' | 'error'
>;

/** What the last poll brought, where the log still has it. */
export type LastPoll = Pick<FetchLog, 'outcome' | 'items' | 'inserted'>;

const NOT_POLLED: Record<Exclude<FeedStatus, 'active'>, string> = {
  gone: 'its server answered that it is gone for good (HTTP 410)',
  'opted-out': 'its publisher does not want it to be polled',
  unlisted: 'the configuration does not list it any more',
};

/**
 * Why a feed is polled next when it is, in one sentence for people. `lastPoll` adds what the last document held.
 * Like "Next poll in 23 min: most of the last 30 items were already known (1 was new), so the interval lengthens within
 * its limits and is now 24 min."
 */
export function explainPace(feed: PacedFeed, now: Date, lastPoll: LastPoll | null = null): string {
  if (feed.status !== 'active') return `Not polled: ${NOT_POLLED[feed.status]}.`;
  const waitMs = feed.nextPollAt.getTime() - now.getTime();
  const when = waitMs <= 0 ? 'Next poll now' : `Next poll in ${inWords(waitMs)}`;
  return `${when}: ${feed.lastPolledAt === null ? 'it has not been polled yet' : whyOf(feed, lastPoll)}.`;
}

function whyOf({ pace, lastOkAt, failures, error }: PacedFeed, lastPoll: LastPoll | null): string {
  const interval = inWords(pace.intervalMs);
  const rather = `so the wait is ${inWords(pace.waitMs)} rather than the usual ${interval}`;
  switch (pace.reason) {
    case 'first':
      return `it was read for the first time, so its habit is not known yet and the interval is ${interval}`;
    case 'habit':
      return habitWords(interval, lastPoll);
    case 'backoff':
      return `${failureWords(failures, error, lastOkAt)}, ${rather}`;
    case 'retry-after':
      return `its server asked to be left alone for a while (Retry-After), ${rather}`;
    case 'cache-control':
      return `its server says that an answer stays good for a while (Cache-Control, Expires), ${rather}`;
    case 'ttl':
      return `it asks to be read less often (ttl), ${rather}`;
    case 'update-period':
      return `it says that it changes less often (updatePeriod), ${rather}`;
  }
}

function habitWords(interval: string, lastPoll: LastPoll | null): string {
  if (lastPoll?.outcome === 'not-modified' || lastPoll?.outcome === 'same-body')
    return `nothing had changed at the last poll, so the interval lengthens slowly and is now ${interval}`;
  if (lastPoll?.outcome !== 'ok' || lastPoll.items === 0)
    return `by how often it has something new, the interval is ${interval}`;
  return `${itemWords(lastPoll)} and is now ${interval}`;
}

function itemWords({ items, inserted }: LastPoll): string {
  const aim = aimOf(items);
  const areNew = inserted === 0 ? 'none was new' : `${inserted} ${inserted === 1 ? 'was' : 'were'} new`;
  if (inserted >= ROLLED_OVER_SHARE * items)
    return `nearly all of the last ${items} items were new and others may have been missed, so the interval shortens within its limits`;
  if (inserted > aim)
    return `of the last ${items} items ${areNew}, more than a poll should bring, so the interval shortens within its limits`;
  const lengthens = inserted < aim ? 'lengthens within its limits' : 'stays';
  return `most of the last ${items} items were already known (${areNew}), so the interval ${lengthens}`;
}

function failureWords(failures: number, error: string | null, lastOkAt: Date | null): string {
  const several = `${lastOkAt === null ? 'all' : 'the last'} ${failures} polls`;
  return `${failures === 1 ? 'the last poll' : several} failed${error === null ? '' : ` (${error})`}`;
}

/** A length of time as people say it: "40 s", "23 min", "2 h 5 min", "3 days". */
function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return minutes % 60 === 0 ? `${minutes / 60} h` : hoursAndMinutes(minutes);
  return `${Math.round(minutes / 60 / 24)} days`;
}

function hoursAndMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
