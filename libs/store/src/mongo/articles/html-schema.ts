import { Schema } from 'mongoose';
import { SCHEMA_OPTIONS } from '../schema-options.js';

/**
 * Apart from the article, since it is the largest part of it and read one at a time. `byFeed` has what each feed gave, by
 * its id; `html` is what the lead feed gave where an earlier version wrote it.
 */
export type HtmlDocument = { _id: string; byFeed?: Record<string, string>; html?: string };

export const htmlSchema = new Schema<HtmlDocument>(
  { _id: String, byFeed: Schema.Types.Mixed, html: String },
  SCHEMA_OPTIONS,
);
