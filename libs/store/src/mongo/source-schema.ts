import { Schema } from 'mongoose';
import type { Source } from '#domain/source.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

export type SourceDocument = Omit<Source, 'id'> & { _id: string };

/** `verified` is a day or false. */
const feed = new Schema(
  { id: String, url: String, language: String, verified: Schema.Types.Mixed },
  PART_OPTIONS,
);

export const sourceSchema = new Schema<SourceDocument>(
  {
    _id: String,
    name: String,
    country: String,
    bloc: String,
    language: String,
    kind: String,
    hosts: [String],
    feeds: [feed],
  },
  SCHEMA_OPTIONS,
);
