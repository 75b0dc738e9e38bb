import { type About, ABOUTS } from '#domain/analysis.js';
import { type Finding, type Judgement, type Tone, TONES } from '#domain/correction.js';
import { type Confusion, confusionOf } from './confusion.js';
import { type Proportion, wilsonInterval } from './wilson-interval.js';

/** What the analysis found in an article, and what an analyst says of it; both themes with those above them. */
export type Review = { found: Finding; said: Judgement };

/**
 * How a theme fared: given by the analysis and kept by the analyst, given and removed, not given and added. Precision is
 * kept / (kept + removed), recall kept / (kept + added); each is null where there is no such article.
 */
export type ThemeAccuracy = {
  kept: number;
  removed: number;
  added: number;
  precision: Proportion | null;
  recall: Proportion | null;
};

export type Accuracy = {
  /** Articles reviewed in any respect. */
  reviewed: number;
  /** The analysis versions judged, ascending. */
  versions: number[];
  themes: {
    /** Articles whose themes were reviewed: each theme was judged in all of them. */
    reviewed: number;
    /** All tags together. */
    overall: ThemeAccuracy;
    /** The themes that were given, kept or added at least once, in the order asked for, others after them. */
    rows: (ThemeAccuracy & { theme: string })[];
  };
  polarity: Confusion<Tone>;
  about: Confusion<About>;
};

/** Holds the analysis against the judgements of analysts. `order` is that of the themes. */
export function measureAccuracy(reviews: readonly Review[], order: readonly string[]): Accuracy {
  return {
    reviewed: reviews.length,
    versions: [...new Set(reviews.map(({ found }) => found.version))].sort((a, b) => a - b),
    themes: themesOf(reviews, order),
    polarity: confusionOf(
      TONES,
      reviews.flatMap(({ found, said }) =>
        said.polarity === null ? [] : [{ found: found.tone, said: said.polarity }],
      ),
    ),
    about: confusionOf(
      ABOUTS,
      reviews.flatMap(({ found, said }) =>
        said.about === null ? [] : [{ found: found.about, said: said.about }],
      ),
    ),
  };
}

type Tags = { found: ReadonlySet<string>; said: ReadonlySet<string> };

function themesOf(reviews: readonly Review[], order: readonly string[]): Accuracy['themes'] {
  const judged = reviews.flatMap(({ found, said }): Tags[] =>
    said.themes === null ? [] : [{ found: new Set(found.themes), said: new Set(said.themes) }],
  );
  const seen = new Set(judged.flatMap(({ found, said }) => [...found, ...said]));
  const others = [...seen].filter((theme) => !order.includes(theme)).sort();
  const rows = [...order.filter((theme) => seen.has(theme)), ...others].map((theme) => ({
    theme,
    ...countTheme(theme, judged),
  }));
  const sum = (field: 'kept' | 'removed' | 'added') => rows.reduce((all, row) => all + row[field], 0);
  return { reviewed: judged.length, overall: shares(sum('kept'), sum('removed'), sum('added')), rows };
}

function countTheme(theme: string, judged: readonly Tags[]): ThemeAccuracy {
  const given = judged.filter(({ found }) => found.has(theme));
  const kept = given.filter(({ said }) => said.has(theme)).length;
  const right = judged.filter(({ said }) => said.has(theme)).length;
  return shares(kept, given.length - kept, right - kept);
}

function shares(kept: number, removed: number, added: number): ThemeAccuracy {
  const precision = wilsonInterval(kept, kept + removed);
  return { kept, removed, added, precision, recall: wilsonInterval(kept, kept + added) };
}
