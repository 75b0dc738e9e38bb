import { type About, type Analysis, POLARITIES, type Polarity } from './analysis.js';
import { SCORE_UNIT } from './score.js';

export const NOT_SCORED = 'not scored';

/** What may be said of an article's tone: a polarity, or that it has none to score. */
export const TONES = [...POLARITIES, NOT_SCORED] as const;
export type Tone = (typeof TONES)[number];

/** What the analysis said of an article, the parents of its themes among them. */
export type Finding = { version: number; revision: number; themes: string[]; tone: Tone; about: About };

/** What an analyst says of an article; what is null the analyst does not speak of, and the analysis has the say. */
export type Judgement = {
  /** None is a judgement too: that the article is of no theme. */
  themes: string[] | null;
  polarity: Tone | null;
  about: About | null;
};

/** An analyst's judgement that overrides the analysis. */
export type Correction = Judgement & {
  /** The themes above those named, by the taxonomy that the article was last analysed with: they count with it. */
  parents: string[];
  by: string;
  note: string;
  at: Date;
  /** What it was made of, and the themes above those named at that time. */
  found: Finding & { parents: string[] };
};

export function findingOf({ version, revision, themes, sentiment, relevance }: Analysis): Finding {
  return {
    version,
    revision,
    themes: themes.map(({ id }) => id),
    tone: sentiment.scored ? sentiment.polarity : NOT_SCORED,
    about: relevance.about,
  };
}

/** What counts and filters go by. The score is in whole ten-thousandths. */
export type EffectiveValues = {
  about: About;
  themes: string[];
  polarity: Polarity | null;
  scoreE4: number | null;
};

/**
 * The analysis, with what a correction overrides. Nobody measured the score of a polarity that was corrected: the
 * analysis' own is kept where it lies on the same side of zero, else it is 0.
 */
export function effectiveValues(
  analysis: Pick<Analysis, 'relevance' | 'themes' | 'sentiment'>,
  correction: Pick<Correction, 'themes' | 'parents' | 'polarity' | 'about'> | null,
): EffectiveValues {
  const themes = correction?.themes
    ? [...correction.themes, ...correction.parents]
    : analysis.themes.map(({ id }) => id);
  return {
    about: correction?.about ?? analysis.relevance.about,
    themes: [...new Set(themes)],
    ...effectiveTone(analysis, correction?.polarity ?? null),
  };
}

function effectiveTone(
  { sentiment }: Pick<Analysis, 'sentiment'>,
  corrected: Tone | null,
): Pick<EffectiveValues, 'polarity' | 'scoreE4'> {
  const scoreE4 = sentiment.scored ? Math.round(sentiment.score * SCORE_UNIT) : null;
  const polarity = sentiment.scored ? sentiment.polarity : null;
  if (corrected === null || corrected === (polarity ?? NOT_SCORED)) return { polarity, scoreE4 };
  if (corrected === NOT_SCORED) return { polarity: null, scoreE4: null };
  const side = { negative: -1, neutral: 0, positive: 1 }[corrected];
  const score = scoreE4 ?? 0;
  return { polarity: corrected, scoreE4: Math.sign(score) === side ? score : 0 };
}
