import type { Analysis } from '../analysis.js';
import type { Article, CountedArticle, Markup, Membership, StoryNode } from '../article.js';
import type { Correction } from '../correction.js';
import type { ArticlePage, ArticleQuery } from '../article-query.js';

/** An article as it was when its windows were marked. */
export type SettleEntry = Pick<StoryNode, 'id' | 'revision' | 'version' | 'corrections'>;

export abstract class ArticleStore {
  /** The articles that have one of these URL keys, in no order. */
  abstract byKeys(urlKeys: string[]): Promise<Article[]>;

  /** Inserts those whose URL key and id are new, leaves others untouched; returns the ids inserted. */
  abstract insert(articles: Article[]): Promise<string[]>;

  /**
   * Replaces what a feed says of an article (url, sourceId, title, summary, author, language, revision, history,
   * seenIn, terms) where the stored `seq` is still that of the argument, and raises `seq` by one. `settledVersion` and
   * `work` are written only where the argument's revision is higher than the stored one: the work goes on meanwhile
   * without raising `seq`, and a sighting that changes no wording must not undo it.
   * Returns the ids that were replaced. Rejects with MissingRowError for an unknown id.
   */
  abstract revise(articles: Article[]): Promise<string[]>;

  abstract get(id: string): Promise<Article | null>;

  /** Articles whose key was made by rules older than `version`, doubles among them, in order of id. */
  abstract keyedBelow(version: number, limit: number): Promise<Article[]>;

  /**
   * Writes key and key version where the stored `seq` is still that of the argument, and raises `seq` by one. False where
   * it is not, or where another article has the key.
   */
  abstract rekey(article: Pick<Article, 'id' | 'urlKey' | 'keyVersion' | 'seq'>): Promise<boolean>;

  /**
   * Makes an article a double of `into`: it lets go of its key, loses analysis, signature and story, is in no count, list,
   * search or progress, and is settled for good. Key version, facts and correction stay. `get` and `keyedBelow` still give it.
   * Rejects with MissingRowError for an unknown id.
   */
  abstract retire(id: string, into: string): Promise<void>;

  /**
   * Keeps the markup of articles for reading, in place of what the same feed gave; null forgets it. What other feeds gave
   * stays: it is written before the article, when nobody knows yet whose words that will have.
   */
  abstract saveHtml(entries: Markup[]): Promise<void>;

  /** What a feed gave of an article. The one to read is that of its lead feed. */
  abstract html(id: string, feedId: string): Promise<string | null>;

  /**
   * Articles settled for a lower version that no lease covers and that are not quarantined at `version`: the newest
   * `windowAt` first, so that news does not wait for an archive and neighbours in time are worked on together.
   */
  abstract unsettled(ask: {
    version: number;
    now: Date;
    limit: number;
  }): Promise<{ id: string; attempts: number }[]>;

  /** Leases the articles that are unsettled at `version` and free at `now`, raises their attempts, returns them. */
  abstract claim(ids: string[], ask: { version: number; now: Date; until: Date }): Promise<Article[]>;

  /**
   * Writes each analysis where the article still has the revision that was read and no newer version's analysis. A
   * correction stays and goes on to override it. Returns the ids written.
   */
  abstract saveAnalyses(entries: { id: string; analysis: Analysis }[]): Promise<string[]>;

  /**
   * Replaces the correction, or with null withdraws it, where `corrections` is still that of the argument, and raises it
   * by one. Unsettles the article and lets the work on it begin anew, so that its windows are counted again. False where
   * it was corrected meanwhile, and for a double. Rejects with MissingRowError for an unknown id.
   */
  abstract correct(id: string, correction: Correction | null, corrections: number): Promise<boolean>;

  /** Notes why the work on an article failed. Rejects with MissingRowError for an unknown id. */
  abstract fail(id: string, error: string): Promise<void>;

  /** Gives up the work on articles until `version` is passed or `release` is called. */
  abstract quarantine(ids: string[], version: number): Promise<void>;

  /** Makes a quarantined article due again. Rejects with MissingRowError for an unknown id. */
  abstract release(id: string): Promise<void>;

  /** The nodes of these ids that have an analysis. */
  abstract nodes(ids: string[]): Promise<StoryNode[]>;

  /** Analysed articles that carry one of the signature keys, with `from ≤ windowAt ≤ to`. */
  abstract neighbours(keys: string[], from: Date, to: Date): Promise<StoryNode[]>;

  /** All members of these stories. */
  abstract members(storyIds: string[]): Promise<StoryNode[]>;

  /**
   * Writes memberships and unsettles these articles, so that a crash before their windows are marked is found again.
   * Leases, attempts and quarantine stay. Unknown ids are left out.
   */
  abstract join(memberships: (Membership & { id: string })[]): Promise<void>;

  /**
   * Settles articles whose revision, analysis version and number of corrections (0 where left out) are still these;
   * returns the ids. Those that were settled for a lower version lose lease, attempts, error and quarantine; the others stay as they are, since a newer version may
   * be at work on them.
   */
  abstract settle(entries: SettleEntry[]): Promise<string[]>;

  /** The analysed articles with `from ≤ windowAt < to`, in no order. */
  abstract inWindow(from: Date, to: Date): Promise<CountedArticle[]>;

  abstract page(query: ArticleQuery): Promise<ArticlePage>;
}
