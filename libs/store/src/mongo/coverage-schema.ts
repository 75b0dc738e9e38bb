import { Schema } from 'mongoose';
import type { CoverageDay } from '#domain/coverage.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** `_id` is the day and the source. */
export type CoverageDocument = CoverageDay & { _id: string };

export const coverageSchema = new Schema<CoverageDocument>(
  {
    _id: String,
    sourceId: String,
    day: String,
    state: String,
    seen: Number,
    expected: Number,
    polls: Number,
    failedPolls: Number,
  },
  SCHEMA_OPTIONS,
);
