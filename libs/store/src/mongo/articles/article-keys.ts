import type { Article } from '#domain/article.js';
import { MissingRowError } from '#domain/errors.js';
import { retiredKey, SETTLED_FOR_GOOD } from '../../retired.js';
import { type ArticleDocument, FIRST_KEY_VERSION } from './article-document.js';
import { SETTLED_WORK } from './article-work.js';
import { unlessTaken } from '../bulk.js';
import type { Models } from '../models.js';

type Articles = Models['articles'];

/**
 * The versions below are listed one by one, not as a range, so that the index yields each of them in order of id; those
 * without a version are of the first.
 */
export async function articlesKeyedBelow(
  articles: Articles,
  version: number,
  limit: number,
): Promise<ArticleDocument[]> {
  const below: (number | null)[] = Array.from({ length: version }, (_, lower) => lower);
  if (version > FIRST_KEY_VERSION) below.push(null);
  return articles
    .find({ keyVersion: { $in: below } })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
}

export async function rekeyArticle(
  articles: Articles,
  { id, urlKey, keyVersion, seq }: Pick<Article, 'id' | 'urlKey' | 'keyVersion' | 'seq'>,
): Promise<boolean> {
  const update = { $set: { urlKey, keyVersion }, $inc: { seq: 1 } };
  return unlessTaken(async () => (await articles.updateOne({ _id: id, seq }, update)).matchedCount === 1);
}

export async function retireArticle(articles: Articles, id: string, into: string): Promise<void> {
  const gone = { analysis: null, counted: null, story: null };
  const settled = { settledVersion: SETTLED_FOR_GOOD, ...SETTLED_WORK };
  const retired = { urlKey: retiredKey(id), mergedInto: into, ...gone, ...settled };
  const update = { $set: retired, $unset: { 'work.claim': 1 as const }, $inc: { seq: 1 } };
  const { matchedCount } = await articles.updateOne({ _id: id }, update);
  if (matchedCount === 0) throw new MissingRowError('article', id);
}
