import { mongo } from 'mongoose';
import { type FetchLog, type FetchOutcome, GOOD_OUTCOMES, type PollCount } from '#domain/feed.js';
import type { Models } from '../models.js';

type Fetches = Models['fetches'];

export async function appendFetch(fetches: Fetches, log: FetchLog): Promise<void> {
  await fetches.create({ ...log, _id: new mongo.ObjectId().toHexString() });
}

export async function newestFetches(fetches: Fetches, feedId: string, limit: number): Promise<FetchLog[]> {
  return fetches.find({ feedId }, { _id: 0 }).sort({ at: -1, _id: -1 }).limit(limit).lean<FetchLog[]>();
}

export async function forgetFetches(fetches: Fetches, before: Date): Promise<number> {
  return (await fetches.deleteMany({ at: { $lt: before } })).deletedCount;
}

type Group = { _id: { feedId: string; outcome: FetchOutcome }; count: number };

export async function pollCounts(fetches: Fetches, from: Date, to: Date): Promise<PollCount[]> {
  const groups = await fetches.aggregate<Group>([
    { $match: { at: { $gte: from, $lt: to } } },
    { $group: { _id: { feedId: '$feedId', outcome: '$outcome' }, count: { $sum: 1 } } },
  ]);
  const counts = new Map<string, PollCount>();
  for (const { _id, count } of groups.sort((a, b) => (a._id.feedId < b._id.feedId ? -1 : 1))) {
    const sums = counts.get(_id.feedId) ?? { feedId: _id.feedId, ok: 0, failed: 0 };
    sums[GOOD_OUTCOMES.includes(_id.outcome) ? 'ok' : 'failed'] += count;
    counts.set(_id.feedId, sums);
  }
  return [...counts.values()];
}

export async function arrivalsOf(
  fetches: Fetches,
  feedId: string,
  from: Date,
  limit: number,
): Promise<Date[]> {
  const rows = await fetches
    .find({ feedId, at: { $gte: from }, inserted: { $gt: 0 } }, { at: 1 })
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean<Pick<FetchLog, 'at'>[]>();
  return rows.map((row) => row.at).reverse();
}
