import { type Analysis, completeAnalysis } from '#domain/analysis.js';
import type { Article, CountedArticle, StoryNode, WorkState } from '#domain/article.js';
import { type Correction, effectiveValues } from '#domain/correction.js';

/**
 * What trends count of an analysis, with what a correction overrides; beside the analysis itself so that a recount reads
 * these few bytes only.
 */
export type CountedPart = Pick<
  CountedArticle,
  'language' | 'about' | 'themes' | 'polarity' | 'scoreE4' | 'version'
>;

/** The version of a key in a document that does not say one. */
export const FIRST_KEY_VERSION = 1;

/** `mergedInto` is there only in doubles, so that its index holds them alone; `corrected` only with a correction. */
export type ArticleDocument = Omit<Article, 'id' | 'work' | 'mergedInto'> & {
  _id: string;
  mergedInto?: string;
  corrected?: true;
  counted: CountedPart | null;
  /** `claim` names the call that holds the lease. */
  work: WorkState & { claim?: string };
};

export function countedOf(analysis: Analysis, correction: Correction | null): CountedPart {
  const { language, version } = analysis;
  return { language, version, ...effectiveValues(analysis, correction) };
}

/** What holds of every article but the doubles. */
export const NO_DOUBLE = { mergedInto: { $exists: false } } as const;

export function toDocument({ id, mergedInto, ...article }: Article): ArticleDocument {
  const { analysis, correction } = article;
  const counted = analysis && countedOf(analysis, correction);
  const marks = {
    ...(mergedInto !== null && { mergedInto }),
    ...(correction && { corrected: true as const }),
  };
  return { _id: id, ...article, counted, ...marks };
}

export function toArticle(document: ArticleDocument): Article {
  const { _id, counted: _counted, corrected: _corrected, work, analysis, ...rest } = document;
  const { claim: _claim, ...state } = work;
  return {
    id: _id,
    ...BEFORE_KEY_VERSIONS,
    ...BEFORE_CORRECTIONS,
    ...rest,
    analysis: analysis && completeAnalysis(analysis),
    work: state,
  };
}

/** What a document says that was written before keys had a version, and before corrections. */
const BEFORE_KEY_VERSIONS = { keyVersion: FIRST_KEY_VERSION, mergedInto: null } satisfies Partial<Article>;
const BEFORE_CORRECTIONS = { correction: null, corrections: 0 } satisfies Partial<Article>;

export const COUNTED_PROJECTION = { sourceId: 1, counted: 1, 'story.origin': 1 } as const;
export type CountedRow = Pick<ArticleDocument, '_id' | 'sourceId' | 'counted' | 'story'>;

/** An article that no story has yet is counted as an origin. */
export function toCounted(row: CountedRow): CountedArticle[] {
  if (!row.counted) return [];
  return [{ id: row._id, sourceId: row.sourceId, ...row.counted, origin: row.story?.origin ?? true }];
}

export const NODE_PROJECTION = {
  windowAt: 1,
  title: 1,
  summary: 1,
  'analysis.signature': 1,
  'analysis.version': 1,
  'analysis.revision': 1,
  story: 1,
  corrections: 1,
} as const;
export type NodeRow = Pick<ArticleDocument, '_id' | 'windowAt' | 'title' | 'summary' | 'story'> & {
  corrections?: number;
  analysis: Pick<Analysis, 'signature' | 'version' | 'revision'> | null;
};

export function toNode({ _id, analysis, corrections = 0, ...row }: NodeRow): StoryNode[] {
  return analysis ? [{ id: _id, ...row, ...analysis, ...(corrections > 0 && { corrections }) }] : [];
}

export const PROGRESSED_PROJECTION = {
  revision: 1,
  settledVersion: 1,
  'analysis.version': 1,
  'analysis.revision': 1,
} as const;
/** How far the work on an article has come. */
export type Progressed = Pick<ArticleDocument, '_id' | 'revision' | 'settledVersion'> & {
  analysis: Pick<Analysis, 'version' | 'revision'> | null;
};
