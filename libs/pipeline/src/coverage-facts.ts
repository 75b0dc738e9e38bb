import type { CoverageDay } from '#domain/coverage.js';
import type { Feed } from '#domain/feed.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { WindowStore } from '#domain/ports/window-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import { DAY_MS } from '#domain/window.js';
import { shiftDay } from '#trends/coverage/choose-habit.js';
import type { PollTally, SourceDay } from '#trends/coverage/record-day.js';

/** What coverage is judged by, for some days and all sources. */
export type CoverageFacts = {
  seen: Map<string, number>;
  polls: Map<string, PollTally>;
  feeds: Map<string, Feed[]>;
  now: Date;
};

const NO_POLLS: PollTally = { ok: 0, failed: 0 };

/** The start of a UTC day like 2026-03-01. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Reads articles and polls of the days from `first` to `last`, both included. */
export async function readFacts(
  first: string,
  last: string,
  now: Date,
  { feeds, windows }: { feeds: FeedStore; windows: WindowStore },
): Promise<CoverageFacts> {
  const bySource = new Map<string, Feed[]>();
  for (const feed of await feeds.list())
    bySource.set(feed.sourceId, [...(bySource.get(feed.sourceId) ?? []), feed]);
  return {
    seen: await readSeen(first, last, windows),
    polls: await readPolls(first, last, bySource, feeds),
    feeds: bySource,
    now,
  };
}

/** What {@link CoverageFacts} say of a source and day; counted polls give way to recorded ones that the log has lost. */
export function factsOf(
  sourceId: string,
  day: string,
  records: ReadonlyMap<string, CoverageDay>,
  { feeds, now, polls, seen }: CoverageFacts,
): SourceDay {
  const end = startOf(shiftDay(day, 1));
  const own = feeds.get(sourceId) ?? [];
  const active = own.filter(({ status }) => status === 'active');
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
    knownPolled: own.some(({ lastPolledAt }) => lastPolledAt !== null && lastPolledAt < end),
    records: [...records.values()],
  };
}

async function readSeen(first: string, last: string, windows: WindowStore): Promise<Map<string, number>> {
  const records = await windows.records({
    granularity: 'day',
    zone: 'UTC',
    from: startOf(first),
    to: startOf(shiftDay(last, 1)),
    series: [{ theme: ALL_THEMES, about: 'any' }],
    group: (source) => source,
  });
  const seen = new Map<string, number>();
  for (const { start, groups } of records)
    for (const [source, counts] of groups)
      seen.set(keyOf(start.toISOString().slice(0, 10), source), counts.all.count);
  return seen;
}

/** Also those of the day after the last. */
async function readPolls(
  first: string,
  last: string,
  feeds: Map<string, Feed[]>,
  store: FeedStore,
): Promise<Map<string, PollTally>> {
  const sourceOf = new Map([...feeds.values()].flat().map(({ id, sourceId }) => [id, sourceId]));
  const polls = new Map<string, PollTally>();
  for (let day = first; day <= shiftDay(last, 1); day = shiftDay(day, 1)) {
    for (const { feedId, ok, failed } of await store.pollCounts(startOf(day), startOf(shiftDay(day, 1)))) {
      const key = keyOf(day, sourceOf.get(feedId) ?? '');
      const sum = polls.get(key) ?? NO_POLLS;
      polls.set(key, { ok: sum.ok + ok, failed: sum.failed + failed });
    }
  }
  return polls;
}

/** The polling log has a horizon, the record of a day has none. */
function morePolls(counted: PollTally = NO_POLLS, recorded: CoverageDay | undefined): PollTally {
  if (!recorded || recorded.polls <= counted.ok + counted.failed) return counted;
  return { ok: recorded.polls - recorded.failedPolls, failed: recorded.failedPolls };
}

const keyOf = (day: string, sourceId: string): string => `${day} ${sourceId}`;
