import type { Connection, Model } from 'mongoose';
import {
  type AlertDocument,
  alertSchema,
  type DeliveryDocument,
  deliverySchema,
} from './alerts/alert-schema.js';
import type { ArticleDocument } from './articles/article-document.js';
import { type HtmlDocument, htmlSchema } from './articles/html-schema.js';
import { articleSchema } from './articles/article-schema.js';
import { type CoverageDocument, coverageSchema } from './coverage-schema.js';
import type { FeedDocument, FetchDocument, HostDocument } from './feeds/feed-document.js';
import { feedSchema, fetchSchema, hostSchema } from './feeds/feed-schema.js';
import { type ImportDocument, importSchema } from './import-schema.js';
import { type SourceDocument, sourceSchema } from './source-schema.js';
import { type VersionDocument, versionSchema } from './version-schema.js';
import type { RecordDocument, WindowDocument } from './windows/window-document.js';
import { recordSchema, windowSchema } from './windows/window-schema.js';

export type Models = {
  articles: Model<ArticleDocument>;
  htmls: Model<HtmlDocument>;
  feeds: Model<FeedDocument>;
  hosts: Model<HostDocument>;
  fetches: Model<FetchDocument>;
  windows: Model<WindowDocument>;
  records: Model<RecordDocument>;
  alerts: Model<AlertDocument>;
  deliveries: Model<DeliveryDocument>;
  versions: Model<VersionDocument>;
  coverage: Model<CoverageDocument>;
  sources: Model<SourceDocument>;
  imports: Model<ImportDocument>;
};

/** The collections, each with its schema. */
export function modelsOn(connection: Connection): Models {
  return {
    articles: connection.model<ArticleDocument>('Article', articleSchema, 'articles'),
    htmls: connection.model<HtmlDocument>('Html', htmlSchema, 'htmls'),
    feeds: connection.model<FeedDocument>('Feed', feedSchema, 'feeds'),
    hosts: connection.model<HostDocument>('Host', hostSchema, 'hosts'),
    fetches: connection.model<FetchDocument>('Fetch', fetchSchema, 'fetches'),
    windows: connection.model<WindowDocument>('Window', windowSchema, 'windows'),
    records: connection.model<RecordDocument>('Record', recordSchema, 'records'),
    alerts: connection.model<AlertDocument>('Alert', alertSchema, 'alerts'),
    deliveries: connection.model<DeliveryDocument>('Delivery', deliverySchema, 'deliveries'),
    versions: connection.model<VersionDocument>('Version', versionSchema, 'versions'),
    coverage: connection.model<CoverageDocument>('Coverage', coverageSchema, 'coverage'),
    sources: connection.model<SourceDocument>('Source', sourceSchema, 'sources'),
    imports: connection.model<ImportDocument>('Import', importSchema, 'imports'),
  };
}
