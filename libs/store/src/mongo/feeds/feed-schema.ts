import { Schema } from 'mongoose';
import type { FeedDocument, FetchDocument, HostDocument } from './feed-document.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from '../schema-options.js';

const redirect = new Schema({ url: String, times: Number }, PART_OPTIONS);

const wish = new Schema({ reason: String, ms: Number }, PART_OPTIONS);

const pace = new Schema(
  {
    ...{ intervalMs: Number, failureWeight: Number, reason: String, waitMs: Number, jitterMs: Number },
    ...{ wish, items: Number },
  },
  PART_OPTIONS,
);

export const feedSchema = new Schema<FeedDocument>(
  {
    _id: String,
    sourceId: String,
    url: String,
    host: String,
    language: String,
    verified: String,
    origin: String,
    addedUrl: String,
    status: String,
    nextPollAt: Date,
    leaseUntil: Date,
    lastPolledAt: Date,
    lastOkAt: Date,
    etag: String,
    lastModified: String,
    bodyHash: String,
    unconditionalAt: Date,
    redirect,
    pace,
    failures: Number,
    error: String,
  },
  SCHEMA_OPTIONS,
);

export const hostSchema = new Schema<HostDocument>({ _id: String, leaseUntil: Date }, SCHEMA_OPTIONS);

export const fetchSchema = new Schema<FetchDocument>(
  {
    _id: String,
    feedId: String,
    at: Date,
    outcome: String,
    httpStatus: Number,
    bytes: Number,
    durationMs: Number,
    items: Number,
    dropped: Number,
    inserted: Number,
    revised: Number,
    error: String,
  },
  SCHEMA_OPTIONS,
);
