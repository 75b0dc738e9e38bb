import { randomUUID } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import type { ArticleDocument } from './article-document.js';
import type { Models } from '../models.js';

/** What is left of the work on an article once it is settled. */
export const SETTLED_WORK = {
  'work.leaseUntil': null,
  'work.attempts': 0,
  'work.error': null,
  'work.quarantinedVersion': null,
} as const;

/**
 * Articles settled for a lower version, free, and not given up. The lower versions are listed one by one, not as a
 * range, so that the index yields each of them in order of time and no sort is needed.
 */
export function unsettledAt({ version, now }: { version: number; now: Date }): QueryFilter<ArticleDocument> {
  return {
    settledVersion: { $in: Array.from({ length: version }, (_, lower) => lower) },
    'work.leaseUntil': { $not: { $gt: now } },
    'work.quarantinedVersion': { $not: { $gte: version } },
  };
}

/** Leases what is free in one statement and reads back what it got by a name of its own. */
export async function claimArticles(
  articles: Models['articles'],
  ids: string[],
  ask: { version: number; now: Date; until: Date },
): Promise<ArticleDocument[]> {
  const claim = randomUUID();
  const lease = { $set: { 'work.leaseUntil': ask.until, 'work.claim': claim }, $inc: { 'work.attempts': 1 } };
  await articles.updateMany({ _id: { $in: ids }, ...unsettledAt(ask) }, lease);
  return articles.find({ _id: { $in: ids }, 'work.claim': claim }).lean();
}
