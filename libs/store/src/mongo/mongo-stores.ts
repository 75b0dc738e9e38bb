import type { Connection } from 'mongoose';
import { Stores } from '#domain/ports/stores.js';
import type { Progress } from '#domain/progress.js';
import { type Models, modelsOn } from './models.js';
import { MongoAlertStore } from './alerts/mongo-alert-store.js';
import { MongoArticleStore } from './articles/mongo-article-store.js';
import { MongoCoverageStore } from './mongo-coverage-store.js';
import { MongoDeliveryStore } from './alerts/mongo-delivery-store.js';
import { MongoFeedStore } from './feeds/mongo-feed-store.js';
import { MongoImportStore } from './mongo-import-store.js';
import { MongoSourceStore } from './mongo-source-store.js';
import { MongoVersionStore } from './mongo-version-store.js';
import { MongoWindowStore } from './windows/mongo-window-store.js';
import { outstandingAt } from './windows/outstanding-at.js';

export class MongoStores extends Stores {
  readonly feeds: MongoFeedStore;
  readonly articles: MongoArticleStore;
  readonly windows: MongoWindowStore;
  readonly alerts: MongoAlertStore;
  readonly deliveries: MongoDeliveryStore;
  readonly versions: MongoVersionStore;
  readonly coverage: MongoCoverageStore;
  readonly sources: MongoSourceStore;
  readonly imports: MongoImportStore;
  private readonly models: Models;

  constructor(private readonly connection: Connection) {
    super();
    this.models = modelsOn(connection);
    this.feeds = new MongoFeedStore(this.models);
    this.articles = new MongoArticleStore(this.models);
    this.windows = new MongoWindowStore(this.models);
    this.alerts = new MongoAlertStore(this.models);
    this.deliveries = new MongoDeliveryStore(this.models);
    this.versions = new MongoVersionStore(this.models);
    this.coverage = new MongoCoverageStore(this.models);
    this.sources = new MongoSourceStore(this.models);
    this.imports = new MongoImportStore(this.models);
  }

  async ping(): Promise<void> {
    if (!this.connection.db) throw new Error('the connection to MongoDB is closed');
    await this.connection.db.command({ ping: 1 });
  }

  async progress(version: number, now: Date): Promise<Progress> {
    const { articles, windows, deliveries } = this.models;
    const below = { settledVersion: { $lt: version } };
    const givenUp = { 'work.quarantinedVersion': { $gte: version } };
    const [all, doubles, undone, quarantined, windowsOutstanding, deliveriesDue] = await Promise.all([
      articles.estimatedDocumentCount(),
      articles.countDocuments({ mergedInto: { $gt: '' } }),
      articles.countDocuments(below),
      articles.countDocuments({ ...below, ...givenUp }),
      windows.countDocuments(outstandingAt(now)),
      deliveries.countDocuments({ status: 'due', nextAttemptAt: { $lte: now } }),
    ]);
    const unsettled = undone - quarantined;
    return { articles: all - doubles, unsettled, quarantined, windowsOutstanding, deliveriesDue };
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
