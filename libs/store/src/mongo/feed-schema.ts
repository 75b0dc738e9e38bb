import { Schema } from 'mongoose';
import type { Feed, FetchLog } from '#domain/feed.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export type FeedDocument = Omit<Feed, 'id'> & { _id: string };
/** What politeness allows of a host (with port): nobody polls it before `leaseUntil`. */
export type HostDocument = { _id: string; leaseUntil: Date };
export type FetchDocument = FetchLog & { _id: string };

export const feedSchema = new Schema<FeedDocument>(
  {
    _id: String,
    sourceId: String,
    url: String,
    host: String,
    language: String,
    verified: String,
    status: String,
    nextPollAt: Date,
    leaseUntil: Date,
    lastPolledAt: Date,
    lastOkAt: Date,
    etag: String,
    lastModified: String,
    bodyHash: String,
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
