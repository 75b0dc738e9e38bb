import type { QueryFilter } from 'mongoose';
import type { Analysis } from '#domain/analysis.js';
import type { ArticlePage, ArticleQuery } from '#domain/article-query.js';
import type { Article, CountedArticle, Membership, StoryNode } from '#domain/article.js';
import { MissingRowError } from '#domain/errors.js';
import { ArticleStore } from '#domain/ports/article-store.js';
import {
  type ArticleDocument,
  COUNTED_PROJECTION,
  type CountedRow,
  countedOf,
  NODE_PROJECTION,
  type NodeRow,
  toArticle,
  toCounted,
  toDocument,
  toNode,
} from './article-document.js';
import { articleFilter } from './article-filter.js';
import { claimArticles, SETTLED_WORK, unsettledAt } from './article-work.js';
import { writeOnce } from './bulk.js';
import type { Models } from './models.js';

export class MongoArticleStore extends ArticleStore {
  private readonly articles: Models['articles'];

  constructor(models: Models) {
    super();
    this.articles = models.articles;
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
    const revised = await Promise.all(articles.map((article) => this.reviseOne(article)));
    return ids.filter((_, index) => revised[index]);
  }

  /** One statement each: the answer to a batch does not tell which of its writes matched. */
  private async reviseOne(article: Article): Promise<boolean> {
    const { id, seq, url, sourceId, title, summary, author, language } = article;
    const { revision, history, seenIn, terms, settledVersion, work } = article;
    const wording = { url, sourceId, title, summary, author, language, revision, history, seenIn, terms };
    const update = { $set: { ...wording, settledVersion, work }, $inc: { seq: 1 } };
    return (await this.articles.updateOne({ _id: id, seq }, update)).matchedCount === 1;
  }

  async get(id: string): Promise<Article | null> {
    const found = await this.articles.findById(id).lean();
    return found && toArticle(found);
  }

  async unsettled(ask: {
    version: number;
    now: Date;
    limit: number;
  }): Promise<{ id: string; attempts: number }[]> {
    const rows = await this.articles
      .find(unsettledAt(ask), { 'work.attempts': 1 })
      .sort({ _id: 1 })
      .limit(ask.limit)
      .lean<Pick<ArticleDocument, '_id' | 'work'>[]>();
    return rows.map((row) => ({ id: row._id, attempts: row.work.attempts }));
  }

  async claim(ids: string[], ask: { version: number; now: Date; until: Date }): Promise<Article[]> {
    return (await claimArticles(this.articles, ids, ask)).map(toArticle);
  }

  async saveAnalyses(entries: { id: string; analysis: Analysis }[]): Promise<string[]> {
    const writes = entries.map(({ id, analysis }) => ({
      updateOne: {
        filter: {
          _id: id,
          revision: analysis.revision,
          'counted.version': { $not: { $gt: analysis.version } },
        },
        update: { $set: { analysis, counted: countedOf(analysis) } },
      },
    }));
    await writeOnce(this.articles, writes);
    const ids = entries.map((entry) => entry.id);
    const rows = await this.articles
      .find({ _id: { $in: ids } }, { revision: 1, 'analysis.version': 1, 'analysis.revision': 1 })
      .lean<Pick<ArticleDocument, '_id' | 'revision' | 'analysis'>[]>();
    const stored = new Map(rows.map((row) => [row._id, row]));
    // Told by what is there now: two workers with one version write the same analysis, and both may go on.
    return entries
      .filter(({ id, analysis: { version, revision } }) => {
        const row = stored.get(id);
        const read = row?.analysis;
        return row?.revision === revision && read?.revision === revision && read.version === version;
      })
      .map((entry) => entry.id);
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
    return this.nodesWhere({ _id: { $in: ids } });
  }

  async neighbours(keys: string[], from: Date, to: Date): Promise<StoryNode[]> {
    return this.nodesWhere({ 'analysis.signature': { $in: keys }, windowAt: { $gte: from, $lte: to } });
  }

  async members(storyIds: string[]): Promise<StoryNode[]> {
    return this.nodesWhere({ 'story.storyId': { $in: storyIds } });
  }

  private async nodesWhere(filter: QueryFilter<ArticleDocument>): Promise<StoryNode[]> {
    return (await this.articles.find(filter, NODE_PROJECTION).lean<NodeRow[]>()).flatMap(toNode);
  }

  async join(memberships: (Membership & { id: string })[]): Promise<void> {
    const writes = memberships.map(({ id, storyId, origin }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { story: { storyId, origin } } } },
    }));
    await writeOnce(this.articles, writes);
  }

  async settle(entries: { id: string; revision: number; version: number }[]): Promise<string[]> {
    const writes = entries.map(({ id, revision, version }) => ({
      updateOne: {
        filter: { _id: id, revision, 'analysis.version': version, 'analysis.revision': revision },
        update: { $set: { settledVersion: version, ...SETTLED_WORK } },
      },
    }));
    await writeOnce(this.articles, writes);
    const ids = entries.map((entry) => entry.id);
    const rows = await this.articles.find({ _id: { $in: ids } }, { revision: 1, settledVersion: 1 }).lean();
    const stored = new Map(rows.map((row) => [row._id, row]));
    return entries
      .filter(({ id, revision, version }) => {
        const row = stored.get(id);
        return row?.revision === revision && row.settledVersion === version;
      })
      .map((entry) => entry.id);
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
