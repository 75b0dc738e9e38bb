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
  type Progressed,
  PROGRESSED_PROJECTION,
  toArticle,
  toCounted,
  toDocument,
  toNode,
} from './article-document.js';
import { articleFilter } from './article-filter.js';
import { claimArticles, SETTLED_WORK, unsettledAt } from './article-work.js';
import { writeOnce } from './bulk.js';
import type { Models } from './models.js';
import { reviseArticle } from './revise-article.js';

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
    const revised = await Promise.all(articles.map((article) => reviseArticle(this.articles, article)));
    return ids.filter((_, index) => revised[index]);
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
      .sort({ windowAt: -1, _id: -1 })
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
    const reads = entries.map(({ id, analysis: { revision, version } }) => ({ id, revision, version }));
    return (await this.analysedAt(reads)).map((row) => row._id);
  }

  /**
   * Those of the articles that are analysed at revision and version. The answer to a batch of writes does not tell
   * which of them matched, so it is read from what is there: workers of one version write the same, and both may go on.
   */
  private async analysedAt(
    entries: { id: string; revision: number; version: number }[],
  ): Promise<Progressed[]> {
    const asked = new Map(entries.map((entry) => [entry.id, entry]));
    const rows = await this.articles
      .find({ _id: { $in: [...asked.keys()] } }, PROGRESSED_PROJECTION)
      .lean<Progressed[]>();
    return rows.filter(({ _id, revision, analysis }) => {
      const { revision: read, version } = asked.get(_id)!;
      return revision === read && analysis?.revision === read && analysis.version === version;
    });
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
      updateOne: { filter: { _id: id }, update: { $set: { story: { storyId, origin }, settledVersion: 0 } } },
    }));
    await writeOnce(this.articles, writes);
  }

  async settle(entries: { id: string; revision: number; version: number }[]): Promise<string[]> {
    const writes = entries.map(({ id, revision, version }) => ({
      updateOne: {
        filter: {
          _id: id,
          revision,
          'analysis.version': version,
          'analysis.revision': revision,
          settledVersion: { $lt: version },
        },
        update: { $set: { settledVersion: version, ...SETTLED_WORK } },
      },
    }));
    await writeOnce(this.articles, writes);
    const rows = await this.analysedAt(entries);
    return rows.filter((row) => row.settledVersion === row.analysis?.version).map((row) => row._id);
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
