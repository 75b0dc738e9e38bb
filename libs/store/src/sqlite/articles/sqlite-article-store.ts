import type { Analysis } from '#domain/analysis.js';
import type { Article, CountedArticle, Markup, Membership, StoryNode } from '#domain/article.js';
import type { ArticlePage, ArticleQuery } from '#domain/article-query.js';
import type { Correction } from '#domain/correction.js';
import { ArticleStore, type SettleEntry } from '#domain/ports/article-store.js';
import { countedInWindow, saveAnalyses } from './article-analyses.js';
import { correctArticle } from './article-corrections.js';
import { articleById, articlesByKeys, insertArticles, reviseArticles } from './article-facts.js';
import { htmlOf, saveHtml } from './article-html.js';
import { articlesKeyedBelow, rekeyArticle, retireArticle } from './article-keys.js';
import { articlePage } from './article-page.js';
import { joinStories, storyMembers, storyNeighbours, storyNodes } from './article-stories.js';
import {
  claimArticles,
  failArticle,
  quarantineArticles,
  releaseArticle,
  settleArticles,
  unsettledArticles,
} from './article-work.js';
import type { Connection } from '../connection.js';

/** The port's methods; the SQL lies beside, by what it is about. */
export class SqliteArticleStore extends ArticleStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async byKeys(urlKeys: string[]): Promise<Article[]> {
    return articlesByKeys(this.connection, urlKeys);
  }

  override async insert(articles: Article[]): Promise<string[]> {
    return insertArticles(this.connection, articles);
  }

  override async revise(articles: Article[]): Promise<string[]> {
    return reviseArticles(this.connection, articles);
  }

  override async get(id: string): Promise<Article | null> {
    return articleById(this.connection, id);
  }

  override async keyedBelow(version: number, limit: number): Promise<Article[]> {
    return articlesKeyedBelow(this.connection, version, limit);
  }

  override async rekey(article: Pick<Article, 'id' | 'urlKey' | 'keyVersion' | 'seq'>): Promise<boolean> {
    return rekeyArticle(this.connection, article);
  }

  override async retire(id: string, into: string): Promise<void> {
    retireArticle(this.connection, id, into);
  }

  override async saveHtml(entries: Markup[]): Promise<void> {
    saveHtml(this.connection, entries);
  }

  override async html(id: string, feedId: string): Promise<string | null> {
    return htmlOf(this.connection, id, feedId);
  }

  override async unsettled(ask: { version: number; now: Date; limit: number }) {
    return unsettledArticles(this.connection, ask);
  }

  override async claim(ids: string[], ask: { version: number; now: Date; until: Date }): Promise<Article[]> {
    return claimArticles(this.connection, ids, ask);
  }

  override async saveAnalyses(entries: { id: string; analysis: Analysis }[]): Promise<string[]> {
    return saveAnalyses(this.connection, entries);
  }

  override async correct(id: string, correction: Correction | null, corrections: number): Promise<boolean> {
    return correctArticle(this.connection, id, correction, corrections);
  }

  override async fail(id: string, error: string): Promise<void> {
    failArticle(this.connection, id, error);
  }

  override async quarantine(ids: string[], version: number): Promise<void> {
    quarantineArticles(this.connection, ids, version);
  }

  override async release(id: string): Promise<void> {
    releaseArticle(this.connection, id);
  }

  override async nodes(ids: string[]): Promise<StoryNode[]> {
    return storyNodes(this.connection, ids);
  }

  override async neighbours(keys: string[], from: Date, to: Date): Promise<StoryNode[]> {
    return storyNeighbours(this.connection, keys, from, to);
  }

  override async members(storyIds: string[]): Promise<StoryNode[]> {
    return storyMembers(this.connection, storyIds);
  }

  override async join(memberships: (Membership & { id: string })[]): Promise<void> {
    joinStories(this.connection, memberships);
  }

  override async settle(entries: SettleEntry[]): Promise<string[]> {
    return settleArticles(this.connection, entries);
  }

  override async inWindow(from: Date, to: Date): Promise<CountedArticle[]> {
    return countedInWindow(this.connection, from, to);
  }

  override async page(query: ArticleQuery): Promise<ArticlePage> {
    return articlePage(this.connection, query);
  }
}
