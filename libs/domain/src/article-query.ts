import type { About, Polarity } from './analysis.js';
import type { Article } from './article.js';

/** A place in the order of a page: newest `windowAt` first, then the greater id. */
export type ArticleCursor = { windowAt: Date; id: string };

/**
 * Every part that is given must hold; an empty list lets nothing pass. Only analysed articles have themes,
 * abouts, polarity: those that counts go by, so where there is a correction, the corrected ones.
 */
export type ArticleQuery = {
  sources?: string[];
  languages?: string[];
  themes?: string[];
  abouts?: About[];
  polarity?: Polarity[];
  story?: string;
  /** Only articles that have a correction, or only those that have none. */
  corrected?: boolean;
  /** Inclusive. */
  from?: Date;
  /** Exclusive. */
  to?: Date;
  /** Normalised terms, all of which the article has. */
  terms?: string[];
  after?: ArticleCursor;
  limit: number;
};

export type ArticlePage = { articles: Article[]; next: ArticleCursor | null };
