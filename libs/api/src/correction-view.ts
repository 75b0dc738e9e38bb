import type { z } from 'zod';
import type { Article } from '#domain/article.js';
import { type Correction, effectiveValues } from '#domain/correction.js';
import { SCORE_UNIT } from '#domain/score.js';
import type { correctionSchema, effectiveSchema } from './correction-schema.js';

export function correctionView({
  themes,
  polarity,
  about,
  by,
  note,
  at,
  found,
}: Correction): z.infer<typeof correctionSchema> {
  const { version, revision, tone } = found;
  return {
    ...{ themes, polarity, about, by, note, at: at.toISOString() },
    found: { version, revision, themes: found.themes, polarity: tone, about: found.about },
  };
}

/** What counts and filters go by; null before the first analysis. */
export function effectiveView({
  analysis,
  correction,
}: Pick<Article, 'analysis' | 'correction'>): z.infer<typeof effectiveSchema> | null {
  if (!analysis) return null;
  const { about, themes, polarity, scoreE4 } = effectiveValues(analysis, correction);
  return { about, themes, polarity, score: scoreE4 === null ? null : scoreE4 / SCORE_UNIT };
}
