import type { Analysis } from '#domain/analysis.js';
import type { ArticlePage, ArticleQuery } from '#domain/article-query.js';
import type { Article, CountedArticle, Markup, Membership, StoryNode } from '#domain/article.js';
import type { Correction } from '#domain/correction.js';
import { MissingRowError } from '#domain/errors.js';
import { ArticleStore, type SettleEntry } from '#domain/ports/article-store.js';
import { saveAnalyses, settleArticles } from './article-analyses.js';
import { correctArticle } from './article-corrections.js';
import {
  type ArticleDocument,
  COUNTED_PROJECTION,
  type CountedRow,
  toArticle,
  toCounted,
  toDocument,
} from './article-document.js';
import { articleFilter } from './article-filter.js';
import { htmlOf, saveHtml } from './article-html.js';
import { articlesKeyedBelow, rekeyArticle, retireArticle } from './article-keys.js';
import { joinStories, nodesWhere } from './article-stories.js';
import { claimArticles, unsettledAt } from './article-work.js';
import { writeOnce } from '../bulk.js';
import type { Models } from '../models.js';
import { reviseArticle } from './revise-article.js';

export class MongoArticleStore extends ArticleStore {
  private readonly articles: Models['articles'];
  private readonly htmls: Models['htmls'];

  constructor(models: Models) {
    super();
    this.articles = models.articles;
    this.htmls = models.htmls;
  }

  async byKeys(urlKeys: string[]): Promise<Article[]> {
    return (await this.articles.find({ urlKey: { $in: urlKeys } }).lean()).map(toArticle);
  }

  async insert(articles: Article[]): Promise<string[]> {
    const writes = articles.map((article) => ({ insertOne: { document: toDocument(article) } }));
    const refused = new Set<unknown>(await writeOnce(this.articles, writes));
    return writes.filter((write) => !refused.has(write)).map((write) => write.insertOne.document._id);
  }

  async revise(articles: Article[]): Promise<string[]> {
    const ids = articles.map((article) => article.id);
    const known = new Set(
      (await this.articles.find({ _id: { $in: ids } }, { _id: 1 }).lean()).map((a) => a._id),
    );
    const missing = ids.find((id) => !known.has(id));
    if (missing !== undefined) throw new MissingRowError('article', missing);
    const revised = await Promise.all(articles.map((article) => reviseArticle(this.articles, article)));
    return ids.filter((_, index) => revised[index]);
  }

  async get(id: string): Promise<Article | null> {
    const found = await this.articles.findById(id).lean();
    return found && toArticle(found);
  }

  async keyedBelow(version: number, limit: number): Promise<Article[]> {
    return (await articlesKeyedBelow(this.articles, version, limit)).map(toArticle);
  }

  async rekey(article: Pick<Article, 'id' | 'urlKey' | 'keyVersion' | 'seq'>): Promise<boolean> {
    return rekeyArticle(this.articles, article);
  }

  async retire(id: string, into: string): Promise<void> {
    await retireArticle(this.articles, id, into);
  }

  async saveHtml(entries: Markup[]): Promise<void> {
    await saveHtml(this.htmls, entries);
  }

  async html(id: string, feedId: string): Promise<string | null> {
    return htmlOf(this.htmls, id, feedId);
  }

  async unsettled(ask: {
    version: number;
    now: Date;
    limit: number;
  }): Promise<{ id: string; attempts: number }[]> {
    const rows = await this.articles
      .find(unsettledAt(ask), { 'work.attempts': 1 })
      .sort({ windowAt: -1, _id: -1 })
      .limit(ask.limit)
      .lean<Pick<ArticleDocument, '_id' | 'work'>[]>();
    return rows.map((row) => ({ id: row._id, attempts: row.work.attempts }));
  }

  async claim(ids: string[], ask: { version: number; now: Date; until: Date }): Promise<Article[]> {
    return (await claimArticles(this.articles, ids, ask)).map(toArticle);
  }

  async saveAnalyses(entries: { id: string; analysis: Analysis }[]): Promise<string[]> {
    return saveAnalyses(this.articles, entries);
  }

  async correct(id: string, correction: Correction | null, corrections: number): Promise<boolean> {
    return correctArticle(this.articles, id, correction, corrections);
  }

  async fail(id: string, error: string): Promise<void> {
    await this.change(id, { 'work.error': error });
  }

  async quarantine(ids: string[], version: number): Promise<void> {
    const work = { 'work.quarantinedVersion': version, 'work.leaseUntil': null, 'work.attempts': 0 };
    await this.articles.updateMany({ _id: { $in: ids } }, { $set: work });
  }

  async release(id: string): Promise<void> {
    const work = { 'work.quarantinedVersion': null, 'work.leaseUntil': null, 'work.attempts': 0 };
    await this.change(id, work);
  }

  private async change(id: string, fields: Record<string, unknown>): Promise<void> {
    const { matchedCount } = await this.articles.updateOne({ _id: id }, { $set: fields });
    if (matchedCount === 0) throw new MissingRowError('article', id);
  }

  async nodes(ids: string[]): Promise<StoryNode[]> {
    return nodesWhere(this.articles, { _id: { $in: ids } });
  }

  async neighbours(keys: string[], from: Date, to: Date): Promise<StoryNode[]> {
    const span = { windowAt: { $gte: from, $lte: to } };
    return nodesWhere(this.articles, { 'analysis.signature': { $in: keys }, ...span });
  }

  async members(storyIds: string[]): Promise<StoryNode[]> {
    return nodesWhere(this.articles, { 'story.storyId': { $in: storyIds } });
  }

  async join(memberships: (Membership & { id: string })[]): Promise<void> {
    await joinStories(this.articles, memberships);
  }

  async settle(entries: SettleEntry[]): Promise<string[]> {
    return settleArticles(this.articles, entries);
  }

  async inWindow(from: Date, to: Date): Promise<CountedArticle[]> {
    const filter = { windowAt: { $gte: from, $lt: to }, counted: { $ne: null } };
    return (await this.articles.find(filter, COUNTED_PROJECTION).lean<CountedRow[]>()).flatMap(toCounted);
  }

  async page(query: ArticleQuery): Promise<ArticlePage> {
    const rows = await this.articles
      .find(articleFilter(query))
      .sort({ windowAt: -1, _id: -1 })
      .limit(query.limit + 1)
      .lean();
    const articles = rows.slice(0, query.limit).map(toArticle);
    const last = rows.length > query.limit ? articles.at(-1) : undefined;
    return { articles, next: last ? { windowAt: last.windowAt, id: last.id } : null };
  }
}
