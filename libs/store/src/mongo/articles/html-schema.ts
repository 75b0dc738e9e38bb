import { Schema } from 'mongoose';
import { SCHEMA_OPTIONS } from '../schema-options.js';

/** Apart from the article, since it is the largest part of it and read one at a time. */
export type HtmlDocument = { _id: string; html: string };

export const htmlSchema = new Schema<HtmlDocument>({ _id: String, html: String }, SCHEMA_OPTIONS);
