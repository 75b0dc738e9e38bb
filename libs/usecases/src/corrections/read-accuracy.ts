import type { Article } from '#domain/article.js';
import type { ArticleCursor } from '#domain/article-query.js';
import { findingOf } from '#domain/correction.js';
import { type Accuracy, measureAccuracy, type Review } from '#trends/accuracy/measure-accuracy.js';
import type { UseCaseDeps } from '../use-case-deps.js';

const PAGE = 500;

/** `then`: what the analysis said when each article was reviewed. `now`: what it says at present. */
export const ANALYSES_JUDGED = ['then', 'now'] as const;

export type AccuracyAsk = {
  analysis: (typeof ANALYSES_JUDGED)[number];
  /** Only findings of this analysis version. */
  version?: number | undefined;
  language?: string[] | undefined;
};

export type AccuracyReport = Accuracy & { analysis: AccuracyAsk['analysis']; caveat: string };

export const CAVEAT =
  'Reviewed articles are not a random sample: analysts chose them, often because something looked wrong. The figures hold for these articles and do not carry over to the archive; the intervals are those of a random sample of the same size. Recall is among reviewed articles only.';

const CAVEAT_NOW =
  ' Terms may have been mended because of these very articles, so the present analysis looks better on them than elsewhere.';

/** How the analysis fares against the corrections that hold, by theme, polarity and relevance. */
export async function readAccuracy(
  { analysis, version, language }: AccuracyAsk,
  { stores, taxonomy }: Pick<UseCaseDeps, 'stores' | 'taxonomy'>,
): Promise<AccuracyReport> {
  const reviews: Review[] = [];
  let after: ArticleCursor | null = null;
  do {
    const filter = { corrected: true, ...(language && { languages: language }) };
    const page = await stores.articles.page({ ...filter, ...(after && { after }), limit: PAGE });
    reviews.push(...page.articles.flatMap((article) => reviewOf(article, analysis)));
    after = page.next;
  } while (after);
  const judged = reviews.filter(({ found }) => version === undefined || found.version === version);
  const order = taxonomy.themes.map(({ id }) => id);
  const caveat = analysis === 'now' ? CAVEAT + CAVEAT_NOW : CAVEAT;
  return { analysis, caveat, ...measureAccuracy(judged, order) };
}

/** One without an analysis at present has none that could be judged. */
function reviewOf({ analysis, correction }: Article, judged: AccuracyAsk['analysis']): Review[] {
  if (!correction || !analysis) return [];
  const { themes, polarity, about } = correction;
  const { parents, ...found } = correction.found;
  const isThen = judged === 'then';
  const said = { themes: themes && [...themes, ...(isThen ? parents : correction.parents)], polarity, about };
  return [{ found: isThen ? found : findingOf(analysis), said }];
}
