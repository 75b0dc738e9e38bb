import { Schema } from 'mongoose';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** `_id` is the ordered number, so that two workers cannot both give it. */
export type VersionDocument = { _id: number; code: string; taxonomy: string };

export const versionSchema = new Schema<VersionDocument>(
  { _id: Number, code: String, taxonomy: String },
  SCHEMA_OPTIONS,
);
