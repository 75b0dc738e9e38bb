import { Schema } from 'mongoose';
import type { ImportProgress } from '#domain/import-progress.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export type ImportDocument = Omit<ImportProgress, 'id'> & { _id: string };

export const importSchema = new Schema<ImportDocument>(
  {
    _id: String,
    file: String,
    records: Number,
    position: Number,
    inserted: Number,
    known: Number,
    rejected: Number,
    done: Boolean,
    updatedAt: Date,
  },
  SCHEMA_OPTIONS,
);
