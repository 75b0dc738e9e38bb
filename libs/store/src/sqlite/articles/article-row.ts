import { type Analysis, completeAnalysis, type StoredAnalysis } from '#domain/analysis.js';
import type { Article, Revision, Sighting } from '#domain/article.js';
import type { Correction } from '#domain/correction.js';
import { correctionJson, effectiveRow, type EffectiveRow, toCorrection } from './correction-row.js';
import { dateOf, list, listed, msOf } from '../sql.js';

/**
 * The columns of `article` that hold an analysis, with what a correction overrides; all null, and the lists empty, before
 * the first.
 */
export type AnalysisRow = EffectiveRow & {
  analysis_version: number | null;
  analysis_revision: number | null;
  signature: string;
};

export type SlimRow = AnalysisRow & {
  correction: string | null;
  corrections: number;
  id: string;
  url_key: string;
  key_version: number;
  merged_into: string | null;
  source_id: string;
  /** The analysed language, before analysis the stated one. */
  language: string | null;
  window_at: number;
  story_id: string | null;
  origin: number | null;
  revision: number;
  settled_version: number;
  lease_until: number | null;
  attempts: number;
  error: string | null;
  quarantined_version: number | null;
  seq: number;
};

export type TextRow = {
  url: string;
  title: string;
  summary: string;
  author: string | null;
  stated_language: string | null;
  published_at: number | null;
  first_seen_at: number;
  history: string;
  seen_in: string;
  terms: string;
  analysis: string | null;
};

export type ArticleRow = SlimRow & TextRow & { n: number };

/** Dates within JSON are milliseconds, as in the columns. */
type StoredRevision = Omit<Revision, 'replacedAt'> & { replacedAt: number };

export function analysisRow(analysis: Analysis | null, correction: Correction | null): AnalysisRow {
  return {
    ...effectiveRow(analysis, correction),
    analysis_version: analysis?.version ?? null,
    analysis_revision: analysis?.revision ?? null,
    signature: list(analysis?.signature ?? []),
  };
}

export function slimRow(article: Article): SlimRow {
  const { analysis, correction, story, work } = article;
  return {
    ...analysisRow(analysis, correction),
    correction: correctionJson(correction),
    corrections: article.corrections,
    id: article.id,
    url_key: article.urlKey,
    key_version: article.keyVersion,
    merged_into: article.mergedInto,
    source_id: article.sourceId,
    language: analysis?.language ?? article.language,
    window_at: msOf(article.windowAt),
    story_id: story?.storyId ?? null,
    origin: story ? Number(story.origin) : null,
    revision: article.revision,
    settled_version: article.settledVersion,
    lease_until: msOf(work.leaseUntil),
    attempts: work.attempts,
    error: work.error,
    quarantined_version: work.quarantinedVersion,
    seq: article.seq,
  };
}

export function textRow(article: Article): TextRow {
  const history = article.history.map((earlier): StoredRevision => ({
    ...earlier,
    replacedAt: msOf(earlier.replacedAt),
  }));
  return {
    url: article.url,
    title: article.title,
    summary: article.summary,
    author: article.author,
    stated_language: article.language,
    published_at: msOf(article.publishedAt),
    first_seen_at: msOf(article.firstSeenAt),
    history: JSON.stringify(history),
    seen_in: JSON.stringify(article.seenIn),
    terms: list(article.terms),
    analysis: article.analysis ? JSON.stringify(article.analysis) : null,
  };
}

export function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    urlKey: row.url_key,
    keyVersion: row.key_version,
    mergedInto: row.merged_into,
    url: row.url,
    sourceId: row.source_id,
    title: row.title,
    summary: row.summary,
    author: row.author,
    language: row.stated_language,
    publishedAt: dateOf(row.published_at),
    firstSeenAt: dateOf(row.first_seen_at),
    windowAt: dateOf(row.window_at),
    revision: row.revision,
    history: toHistory(row.history),
    seenIn: JSON.parse(row.seen_in) as Sighting[],
    terms: listed(row.terms),
    analysis: toAnalysis(row.analysis),
    correction: toCorrection(row.correction),
    corrections: row.corrections,
    story: row.story_id === null ? null : { storyId: row.story_id, origin: row.origin === 1 },
    settledVersion: row.settled_version,
    work: {
      leaseUntil: dateOf(row.lease_until),
      attempts: row.attempts,
      error: row.error,
      quarantinedVersion: row.quarantined_version,
    },
    seq: row.seq,
  };
}

/** One that was stored before bylines were read names no agency. */
export function toAnalysis(json: string | null): Analysis | null {
  return json === null ? null : completeAnalysis(JSON.parse(json) as StoredAnalysis);
}

function toHistory(json: string): Revision[] {
  const stored = JSON.parse(json) as StoredRevision[];
  return stored.map((earlier) => ({ ...earlier, replacedAt: dateOf(earlier.replacedAt) }));
}
