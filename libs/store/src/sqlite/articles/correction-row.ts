import type { Analysis } from '#domain/analysis.js';
import { type Correction, effectiveValues } from '#domain/correction.js';
import { dateOf, list, msOf } from '../sql.js';

/** The columns of `article` that counts and filters go by. */
export type EffectiveRow = {
  about: string | null;
  themes: string;
  polarity: string | null;
  score_e4: number | null;
};

/** Dates within JSON are milliseconds, as in the columns. */
type StoredCorrection = Omit<Correction, 'at'> & { at: number };

/** All null, and the list empty, before the first analysis. */
export function effectiveRow(analysis: Analysis | null, correction: Correction | null): EffectiveRow {
  if (!analysis) return { about: null, themes: list([]), polarity: null, score_e4: null };
  const { about, themes, polarity, scoreE4 } = effectiveValues(analysis, correction);
  return { about, themes: list(themes), polarity, score_e4: scoreE4 };
}

export function correctionJson(correction: Correction | null): string | null {
  return correction && JSON.stringify({ ...correction, at: msOf(correction.at) } satisfies StoredCorrection);
}

export function toCorrection(json: string | null): Correction | null {
  if (json === null) return null;
  const stored = JSON.parse(json) as StoredCorrection;
  return { ...stored, at: dateOf(stored.at) };
}
