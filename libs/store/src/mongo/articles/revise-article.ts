import type { QueryFilter } from 'mongoose';
import type { Article } from '#domain/article.js';
import { type ArticleDocument, NO_DOUBLE } from './article-document.js';
import type { Models } from '../models.js';

/**
 * Whether the article was still that of `seq`, and is revised now. Never in a batch, whose answer does not tell which
 * of its writes matched. Which of the two statements applies is decided by the stored revision, and that does not
 * change without `seq`. A double stays as it was when it was found to be one.
 */
export async function reviseArticle(articles: Models['articles'], article: Article): Promise<boolean> {
  const { id, seq, url, sourceId, title, summary, author, language } = article;
  const { revision, history, seenIn, terms, settledVersion, work } = article;
  const wording = { url, sourceId, title, summary, author, language, revision, history, seenIn, terms };
  const anew = { ...wording, settledVersion, work };
  const write = async (stored: QueryFilter<ArticleDocument>, fields: Partial<ArticleDocument>) => {
    const filter = { _id: id, seq, ...NO_DOUBLE, ...stored };
    return (await articles.updateOne(filter, { $set: fields, $inc: { seq: 1 } })).matchedCount === 1;
  };
  if (await write({ revision: { $lt: revision } }, anew)) return true;
  return write({ revision: { $gte: revision } }, wording);
}
