import { isDeepStrictEqual } from 'node:util';
import type { Analysis } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import { type Correction, findingOf, type Judgement } from '#domain/correction.js';
import { RetryLaterError } from '#domain/errors.js';
import { themesAbove } from '#domain/themes-above.js';
import { DAY_MS, windowsOf } from '#domain/window.js';
import { readArticle, type ReadArticle } from '../read-article.js';
import { refuseUnknownThemes } from './refuse-unknown-themes.js';
import type { UseCaseDeps } from '../use-case-deps.js';

export type CorrectionAsk = Judgement & { by: string; note: string };

/** Of an article that is not analysed there is nothing yet to correct; `reason` says what is the matter. */
export type CorrectionResult =
  { outcome: 'corrected'; read: ReadArticle } | { outcome: 'not-analysed'; reason: string };

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'taxonomy' | 'zones' | 'halfHourDays' | 'wake'>;

/** How often an article is read again that somebody else corrects at the same time. */
const ROUNDS = 8;

/**
 * Puts an analyst's judgement in the place of any earlier one, with what the analysis says at this moment. It holds
 * whatever later edits and analyses say. The same judgement of the same analysis changes nothing. Of an article that
 * turned out to be another's double, that other is corrected. Throws NotFoundError, InvalidRequestError for themes that
 * are not known, and RetryLaterError.
 */
export async function correctArticle(id: string, ask: CorrectionAsk, deps: Deps): Promise<CorrectionResult> {
  if (ask.themes) refuseUnknownThemes(ask.themes, deps.taxonomy);
  for (let round = 0; round < ROUNDS; round++) {
    const { article } = await readArticle(id, deps);
    const { analysis } = article;
    if (!analysis) return { outcome: 'not-analysed', reason: whyNot(article) };
    const correction = correctionOf(ask, analysis, deps);
    if (isSame(correction, article.correction) || (await write(article, correction, deps)))
      return { outcome: 'corrected', read: await readArticle(id, deps) };
  }
  throw keptChanging(id);
}

/** The analysis alone has its say again. Where there is no correction nothing changes. Throws as correctArticle does. */
export async function withdrawCorrection(id: string, deps: Deps): Promise<ReadArticle> {
  for (let round = 0; round < ROUNDS; round++) {
    const { article } = await readArticle(id, deps);
    if (!article.correction || (await write(article, null, deps))) return readArticle(id, deps);
  }
  throw keptChanging(id);
}

/**
 * The fact, then the marks of the windows that count it. The fact unsettles the article, so where this dies in between
 * the pipeline marks them.
 */
async function write(article: Article, correction: Correction | null, deps: Deps): Promise<boolean> {
  const { stores, clock, zones, halfHourDays, wake } = deps;
  if (!(await stores.articles.correct(article.id, correction, article.corrections))) return false;
  const halfHoursFrom = new Date(clock.now().getTime() - halfHourDays * DAY_MS);
  await stores.windows.mark(windowsOf(article.windowAt, zones, halfHoursFrom));
  await wake();
  return true;
}

function correctionOf(ask: CorrectionAsk, analysis: Analysis, { clock, taxonomy }: Deps): Correction {
  const themes = ask.themes && [...new Set(ask.themes)].sort();
  const parents = themes ? themesAbove(themes, taxonomy.themes) : [];
  const found = { ...findingOf(analysis), parents };
  return { ...ask, themes, parents, at: clock.now(), found };
}

/** Whether only the moment differs. */
function isSame(correction: Correction, before: Correction | null): boolean {
  return isDeepStrictEqual(correction, before && { ...before, at: correction.at });
}

function whyNot({ work }: Article): string {
  const trouble = work.error === null ? 'ask again in a moment' : `its analysis failed: ${work.error}`;
  return `the article is not analysed yet, so there is nothing to correct; ${trouble}`;
}

function keptChanging(id: string): RetryLaterError {
  return new RetryLaterError(
    `the article "${id}" was corrected by others at the same time; try again`,
    1_000,
  );
}
