import { Schema } from 'mongoose';
import type { ArticleDocument } from './article-document.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from '../schema-options.js';

const part = (definition: Record<string, unknown>) => new Schema(definition, PART_OPTIONS);

const place = { term: String, field: String, start: Number, end: Number, language: String };
const evidence = part(place);
const sentiment = part({
  ...{ scored: Boolean, score: Number, polarity: String, raw: Number, reason: String },
  experimental: Boolean,
  // Without a default: what is not scored has no evidence, and not an empty list of it.
  evidence: { type: [part({ ...place, value: Number })], default: undefined },
});

const analysis = part({
  version: Number,
  revision: Number,
  language: String,
  relevance: part({ about: String, score: Number, evidence: [evidence] }),
  themes: [part({ id: String, score: Number, evidence: [evidence], via: String })],
  sentiment,
  acts: [part({ kind: String, by: [String], toward: [String], evidence: [evidence] })],
  signature: [String],
  wire: String,
});

const counted = part({
  language: String,
  about: String,
  themes: [String],
  polarity: String,
  scoreE4: Number,
  version: Number,
});

const judged = { themes: [String], parents: [String], about: String };

const correction = part({
  ...judged,
  polarity: String,
  by: String,
  note: String,
  at: Date,
  found: part({ ...judged, version: Number, revision: Number, tone: String }),
});

const work = part({
  leaseUntil: Date,
  attempts: Number,
  error: String,
  quarantinedVersion: Number,
  claim: String,
});

export const articleSchema = new Schema<ArticleDocument>(
  {
    _id: String,
    urlKey: String,
    keyVersion: Number,
    mergedInto: String,
    url: String,
    sourceId: String,
    title: String,
    summary: String,
    author: String,
    language: String,
    publishedAt: Date,
    firstSeenAt: Date,
    windowAt: Date,
    revision: Number,
    history: [part({ revision: Number, title: String, summary: String, replacedAt: Date })],
    seenIn: [part({ feedId: String, hash: String })],
    terms: [String],
    analysis,
    counted,
    correction,
    corrected: Boolean,
    corrections: Number,
    story: part({ storyId: String, origin: Boolean }),
    settledVersion: Number,
    work,
    seq: Number,
  },
  SCHEMA_OPTIONS,
);
