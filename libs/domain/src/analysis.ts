export const ABOUTS = ['both', 'pakistan', 'afghanistan', 'neither'] as const;
export type About = (typeof ABOUTS)[number];

export const POLARITIES = ['negative', 'neutral', 'positive'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** The matched text in `field`, at `[start, end)` in UTF-16 units of the original. */
export type Evidence = {
  term: string;
  field: 'title' | 'summary';
  start: number;
  end: number;
  language: string;
};

/** `via` names the child theme through which a parent was given, or is null where the theme itself matched. */
export type ThemeTag = { id: string; score: number; evidence: Evidence[]; via: string | null };

/** A word that carries tone, with its valence in [-5, 5] after what turned it: a negation, a resolution, a wish. */
export type ToneEvidence = Evidence & { value: number };

/**
 * `score` lies in [-1, 1] in steps of 0.0001, so that sums of it are exact. `raw` is the base scorer's own number, null
 * in languages that it does not know. A score by seed list alone is experimental. Not scored is not neutral: it has no
 * score at all.
 */
export type Sentiment =
  | {
      scored: true;
      score: number;
      polarity: Polarity;
      raw: number | null;
      experimental: boolean;
      evidence: ToneEvidence[];
    }
  | { scored: false; reason: 'no scorer for the language' | 'no scored word'; raw: number | null };

export type Relevance = { about: About; score: number; evidence: Evidence[] };

export const PARTIES = ['pakistan', 'kabul', 'refugees'] as const;
/** Whom tone is directed at: Pakistan, the government in Kabul, or Afghan refugees. */
export type Party = (typeof PARTIES)[number];

export const ACT_KINDS = ['accuse', 'condemn', 'warn', 'deny', 'agree', 'praise', 'help'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What a clause says that one does to another; `by` and `toward` are empty where no party of ours is named. */
export type Act = { kind: ActKind; by: Party[]; toward: Party[]; evidence: Evidence[] };

export type Analysis = {
  /** The ordered number that the store gave to the analysis code and taxonomy. */
  version: number;
  /** The article's revision that was read. */
  revision: number;
  language: string;
  relevance: Relevance;
  themes: ThemeTag[];
  sentiment: Sentiment;
  /** Who accuses, warns, denies, agrees, praises or helps, and whom, where the wording is plain. */
  acts: Act[];
  /** Keys of which one shared makes two articles candidates for one story. */
  signature: string[];
  /** The agency whose report it is by its byline or dateline, like `AP` or `Reuters`, or null. */
  wire: string | null;
};

/** An analysis as it was stored, perhaps before some of its parts existed. */
export type StoredAnalysis = Omit<Analysis, 'wire' | 'acts'> & Partial<Pick<Analysis, 'wire' | 'acts'>>;

/** Fills what an earlier version of the code did not find, until the article is analysed anew. */
export function completeAnalysis(stored: StoredAnalysis): Analysis {
  const { sentiment } = stored;
  const withWords = sentiment.scored ? { ...{ experimental: false, evidence: [] }, ...sentiment } : sentiment;
  return { wire: null, acts: [], ...stored, sentiment: withWords };
}
