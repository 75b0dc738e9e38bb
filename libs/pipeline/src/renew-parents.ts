import type { Article } from '#domain/article.js';
import { themesAbove } from '#domain/themes-above.js';
import type { PipelineDeps } from './deps.js';

/**
 * Themes that an analyst named count with those above them, and which these are is for the present taxonomy to say. Writes
 * a correction anew where they are others than when it was made; one that was made anew meanwhile is left alone.
 */
export async function renewParents(
  { id, correction, corrections }: Pick<Article, 'id' | 'correction' | 'corrections'>,
  { articles, taxonomy }: Pick<PipelineDeps, 'articles' | 'taxonomy'>,
): Promise<void> {
  if (!correction?.themes) return;
  const parents = themesAbove(correction.themes, taxonomy.themes);
  if (parents.join() === correction.parents.join()) return;
  await articles.correct(id, { ...correction, parents }, corrections);
}
