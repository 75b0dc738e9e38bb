import { Schema } from 'mongoose';
import { PART_OPTIONS, SCHEMA_OPTIONS } from '../schema-options.js';
import type { RecordDocument, WindowDocument } from './window-document.js';

export const windowSchema = new Schema<WindowDocument>(
  {
    _id: String,
    granularity: String,
    zone: String,
    start: Date,
    end: Date,
    marked: Number,
    rolled: Number,
    evaluated: Number,
    rollDue: Boolean,
    evaluateDue: Boolean,
  },
  SCHEMA_OPTIONS,
);

export const recordSchema = new Schema<RecordDocument>(
  {
    _id: String,
    windowId: String,
    granularity: String,
    zone: String,
    start: Date,
    theme: String,
    about: String,
    mark: Number,
    versions: [Number],
    totals: new Schema({ all: [Number], origins: [Number] }, PART_OPTIONS),
    // Thousands in one rollup, all made by our own mapping: casting each would take longer than writing them.
    cells: [Schema.Types.Mixed],
  },
  SCHEMA_OPTIONS,
);
