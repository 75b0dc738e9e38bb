import type { Connection, Model } from 'mongoose';
import { type AlertDocument, alertSchema, type DeliveryDocument, deliverySchema } from './alert-schema.js';
import type { ArticleDocument } from './article-document.js';
import { articleSchema } from './article-schema.js';
import {
  type FeedDocument,
  feedSchema,
  type FetchDocument,
  fetchSchema,
  type HostDocument,
  hostSchema,
} from './feed-schema.js';
import { type VersionDocument, versionSchema } from './version-schema.js';
import type { RecordDocument, WindowDocument } from './window-document.js';
import { recordSchema, windowSchema } from './window-schema.js';

export type Models = {
  articles: Model<ArticleDocument>;
  feeds: Model<FeedDocument>;
  hosts: Model<HostDocument>;
  fetches: Model<FetchDocument>;
  windows: Model<WindowDocument>;
  records: Model<RecordDocument>;
  alerts: Model<AlertDocument>;
  deliveries: Model<DeliveryDocument>;
  versions: Model<VersionDocument>;
};

/** The collections, each with its schema. */
export function modelsOn(connection: Connection): Models {
  return {
    articles: connection.model<ArticleDocument>('Article', articleSchema, 'articles'),
    feeds: connection.model<FeedDocument>('Feed', feedSchema, 'feeds'),
    hosts: connection.model<HostDocument>('Host', hostSchema, 'hosts'),
    fetches: connection.model<FetchDocument>('Fetch', fetchSchema, 'fetches'),
    windows: connection.model<WindowDocument>('Window', windowSchema, 'windows'),
    records: connection.model<RecordDocument>('Record', recordSchema, 'records'),
    alerts: connection.model<AlertDocument>('Alert', alertSchema, 'alerts'),
    deliveries: connection.model<DeliveryDocument>('Delivery', deliverySchema, 'deliveries'),
    versions: connection.model<VersionDocument>('Version', versionSchema, 'versions'),
  };
}
