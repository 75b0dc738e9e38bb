import { setImmediate } from 'node:timers/promises';
import type { CoverageDay } from '#domain/coverage.js';
import type { Feed } from '#domain/feed.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { WindowStore } from '#domain/ports/window-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import { DAY_MS } from '#domain/window.js';
import { dayNameOf, daysFrom, shiftDay, startOfDay } from '#trends/coverage/day-name.js';
import type { PollTally, SourceDay } from '#trends/coverage/record-day.js';

/** What coverage is judged by, for some days and all sources. */
export type CoverageFacts = {
  seen: Map<string, number>;
  /** By day and source, and by day and feed. */
  polls: Map<string, PollTally>;
  pollsOfFeed: Map<string, PollTally>;
  feeds: Map<string, Feed[]>;
  now: Date;
};

const NO_POLLS: PollTally = { ok: 0, failed: 0 };

/** Reads articles and polls of the days from `first` to `last`, both included. */
export async function readFacts(
  first: string,
  last: string,
  now: Date,
  { feeds, windows }: { feeds: FeedStore; windows: WindowStore },
): Promise<CoverageFacts> {
  const bySource = feedsBySource(await feeds.list());
  return {
    seen: await readSeen(first, last, windows),
    ...(await readPolls(first, last, bySource, feeds)),
    feeds: bySource,
    now,
  };
}

export function feedsBySource(feeds: readonly Feed[]): Map<string, Feed[]> {
  const bySource = new Map<string, Feed[]>();
  for (const feed of feeds) {
    const own = bySource.get(feed.sourceId);
    if (own) own.push(feed);
    else bySource.set(feed.sourceId, [feed]);
  }
  return bySource;
}

/**
 * Whether the feeds of a source are all given up: from the second day after their last poll on, nothing is recorded of
 * it, since what nobody asks for is not lost.
 */
export function isRetired(feeds: readonly Feed[], day: string): boolean {
  const polled = feeds.map(({ lastPolledAt }) => lastPolledAt).filter((at) => at !== null);
  if (polled.length === 0 || feeds.some(isActive)) return false;
  const last = new Date(Math.max(...polled.map((at) => at.getTime())));
  return day > shiftDay(dayNameOf(last), 1);
}

/** What {@link CoverageFacts} say of a source and day; counted polls give way to recorded ones that the log has lost. */
export function factsOf(
  sourceId: string,
  day: string,
  records: ReadonlyMap<string, CoverageDay>,
  { feeds, now, polls, pollsOfFeed, seen }: CoverageFacts,
): SourceDay {
  const end = startOfDay(shiftDay(day, 1));
  const own = feeds.get(sourceId) ?? [];
  const active = own.filter(isActive);
  const pollsOn = (on: string): PollTally => morePolls(polls.get(keyOf(on, sourceId)), records.get(on));
  return {
    sourceId,
    day,
    seen: seen.get(keyOf(day, sourceId)) ?? 0,
    polls: pollsOn(day),
    pollsAfter: pollsOn(shiftDay(day, 1)),
    isOver:
      now.getTime() >= end.getTime() + DAY_MS ||
      (active.length > 0 && active.every(({ lastOkAt }) => lastOkAt !== null && lastOkAt >= end)),
    allFailed: active.length > 0 && active.every(({ id }) => hasFailed(pollsOfFeed.get(keyOf(day, id)))),
    knownPolled: own.some((feed) => [feed.lastPolledAt, feed.lastOkAt].some((at) => at !== null && at < end)),
    records: [...records.values()],
  };
}

const isActive = ({ status }: Feed): boolean => status === 'active';

const hasFailed = ({ ok, failed }: PollTally = NO_POLLS): boolean => failed > 0 && ok === 0;

async function readSeen(first: string, last: string, windows: WindowStore): Promise<Map<string, number>> {
  const records = await windows.records({
    granularity: 'day',
    zone: 'UTC',
    from: startOfDay(first),
    to: startOfDay(shiftDay(last, 1)),
    series: [{ theme: ALL_THEMES, about: 'any' }],
    group: (source) => source,
  });
  const seen = new Map<string, number>();
  for (const { start, groups } of records)
    for (const [source, counts] of groups) seen.set(keyOf(dayNameOf(start), source), counts.all.count);
  return seen;
}

/** Also those of the day after the last. */
async function readPolls(
  first: string,
  last: string,
  feeds: Map<string, Feed[]>,
  store: FeedStore,
): Promise<Pick<CoverageFacts, 'polls' | 'pollsOfFeed'>> {
  const sourceOf = new Map([...feeds.values()].flat().map(({ id, sourceId }) => [id, sourceId]));
  const polls = new Map<string, PollTally>();
  const pollsOfFeed = new Map<string, PollTally>();
  for (const day of daysFrom(first, shiftDay(last, 1))) {
    for (const { feedId, ok, failed } of await store.pollCounts(
      startOfDay(day),
      startOfDay(shiftDay(day, 1)),
    )) {
      pollsOfFeed.set(keyOf(day, feedId), { ok, failed });
      const key = keyOf(day, sourceOf.get(feedId) ?? '');
      const sum = polls.get(key) ?? NO_POLLS;
      polls.set(key, { ok: sum.ok + ok, failed: sum.failed + failed });
    }
    // A store may answer without letting anybody else have a turn.
    await setImmediate();
  }
  return { polls, pollsOfFeed };
}

/** The polling log has a horizon, the record of a day has none. */
function morePolls(counted: PollTally = NO_POLLS, recorded: CoverageDay | undefined): PollTally {
  if (!recorded || recorded.polls <= counted.ok + counted.failed) return counted;
  return { ok: recorded.polls - recorded.failedPolls, failed: recorded.failedPolls };
}

export const keyOf = (day: string, name: string): string => `${day} ${name}`;
