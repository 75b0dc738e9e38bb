import type { QueryFilter } from 'mongoose';
import type { Correction } from '#domain/correction.js';
import { MissingRowError } from '#domain/errors.js';
import { type ArticleDocument, countedOf, NO_DOUBLE } from './article-document.js';
import { SETTLED_WORK } from './article-work.js';
import type { Models } from '../models.js';

type Articles = Models['articles'];
type Filter = QueryFilter<ArticleDocument>;

/** How often an article is read again whose analysis is written at the same time. */
const ROUNDS = 8;

/**
 * What counts of the article is made of the analysis that was read, so it is written only where that is still there; the
 * same holds for an analysis and the correction that was read.
 */
export async function correctArticle(
  articles: Articles,
  id: string,
  correction: Correction | null,
  corrections: number,
): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await articles.findById(id, { analysis: 1, corrections: 1, mergedInto: 1 }).lean();
    if (!found) throw new MissingRowError('article', id);
    const { analysis, mergedInto } = found;
    if (mergedInto !== undefined || (found.corrections ?? 0) !== corrections) return false;
    const filter = { _id: id, ...correctedTimes(corrections), ...readAs(analysis), ...NO_DOUBLE };
    const counted = analysis && countedOf(analysis, correction);
    const { matchedCount } = await articles.updateOne(filter, changeTo(correction, counted));
    if (matchedCount === 1) return true;
  }
  throw new Error(`the analysis of the article ${id} kept changing while it was corrected`);
}

/** An article that an earlier program wrote does not say how often. */
export function correctedTimes(corrections: number): Filter {
  return { corrections: corrections === 0 ? { $in: [0, null] } : corrections };
}

function readAs(analysis: ArticleDocument['analysis']): Filter {
  if (!analysis) return { analysis: null };
  return { 'analysis.version': analysis.version, 'analysis.revision': analysis.revision };
}

function changeTo(correction: Correction | null, counted: ArticleDocument['counted']) {
  const anew = { counted, settledVersion: 0, ...SETTLED_WORK };
  const unset = { 'work.claim': 1 as const };
  const $inc = { corrections: 1 };
  return correction
    ? { $set: { ...anew, correction, corrected: true as const }, $unset: unset, $inc }
    : { $set: { ...anew, correction }, $unset: { ...unset, corrected: 1 as const }, $inc };
}

/** The corrections that are there of these articles. */
export async function correctionsOf(
  articles: Articles,
  ids: string[],
): Promise<Map<string, Pick<ArticleDocument, 'correction' | 'corrections'>>> {
  const rows = await articles
    .find({ _id: { $in: ids }, corrected: true }, { correction: 1, corrections: 1 })
    .lean<Pick<ArticleDocument, '_id' | 'correction' | 'corrections'>[]>();
  return new Map(rows.map((row) => [row._id, row]));
}
