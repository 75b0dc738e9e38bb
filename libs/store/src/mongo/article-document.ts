import type { Analysis } from '#domain/analysis.js';
import type { Article, CountedArticle, StoryNode, WorkState } from '#domain/article.js';

/** What trends count of an analysis, beside the analysis itself so that a recount reads these few bytes only. */
export type CountedPart = Pick<
  CountedArticle,
  'language' | 'about' | 'themes' | 'polarity' | 'scoreE4' | 'version'
>;

export type ArticleDocument = Omit<Article, 'id' | 'work'> & {
  _id: string;
  counted: CountedPart | null;
  /** `claim` names the call that holds the lease. */
  work: WorkState & { claim?: string };
};

export function countedOf(analysis: Analysis): CountedPart {
  const { sentiment } = analysis;
  return {
    language: analysis.language,
    about: analysis.relevance.about,
    themes: analysis.themes.map((theme) => theme.id),
    polarity: sentiment.scored ? sentiment.polarity : null,
    scoreE4: sentiment.scored ? Math.round(sentiment.score * 10_000) : null,
    version: analysis.version,
  };
}

export function toDocument({ id, ...article }: Article): ArticleDocument {
  return { _id: id, ...article, counted: article.analysis && countedOf(article.analysis) };
}

export function toArticle({ _id, counted: _counted, work, ...rest }: ArticleDocument): Article {
  const { claim: _claim, ...state } = work;
  return { id: _id, ...rest, work: state };
}

export const COUNTED_PROJECTION = { sourceId: 1, counted: 1, 'story.origin': 1 } as const;
export type CountedRow = Pick<ArticleDocument, '_id' | 'sourceId' | 'counted' | 'story'>;

/** An article that no story has yet is counted as an origin. */
export function toCounted(row: CountedRow): CountedArticle[] {
  if (!row.counted) return [];
  return [{ id: row._id, sourceId: row.sourceId, ...row.counted, origin: row.story?.origin ?? true }];
}

export const NODE_PROJECTION = {
  windowAt: 1,
  'analysis.signature': 1,
  'analysis.version': 1,
  'analysis.revision': 1,
  story: 1,
} as const;
export type NodeRow = Pick<ArticleDocument, '_id' | 'windowAt' | 'story'> & {
  analysis: Pick<Analysis, 'signature' | 'version' | 'revision'> | null;
};

export function toNode({ _id, windowAt, analysis, story }: NodeRow): StoryNode[] {
  return analysis ? [{ id: _id, windowAt, story, ...analysis }] : [];
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
