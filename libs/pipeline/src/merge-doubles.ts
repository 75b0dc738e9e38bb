import { type Article, byTimeAndId, leadFeedOf } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import { DAY_MS, windowsOf } from '#domain/window.js';
import { URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import { absorbDouble } from './absorb-double.js';
import type { PipelineDeps } from './deps.js';
import { joinStories } from './join-stories.js';
import { analyseJob, BATCH, rollupJob } from './next-jobs.js';
import { STORY_SPAN_MS } from './story-neighbourhood.js';

export type MergeDeps = Pick<PipelineDeps, 'articles' | 'clock' | 'log' | 'settings' | 'windows'>;

/** How often an article that is written elsewhere at the same time is looked at again. */
const ROUNDS = 8;

/**
 * Makes one of two articles that are the same: the earlier by (windowAt, id) stays, the other becomes its double and is
 * then finished with. Its key version is below the present one from before it is retired until all is done, so that
 * `finishDouble` finds it after a crash anywhere. Does nothing where it was written meanwhile: both must be looked at again.
 */
export async function mergeDoubles(one: Article, other: Article, deps: MergeDeps): Promise<Job[]> {
  const [article, double] = [one, other].sort(byTimeAndId) as [Article, Article];
  const { id, urlKey, seq } = double;
  if (double.keyVersion >= URL_KEY_VERSION) {
    const found = { id, urlKey, seq, keyVersion: URL_KEY_VERSION - 1 };
    if (!(await deps.articles.rekey(found))) return [];
  }
  await deps.articles.retire(id, article.id);
  deps.log.info('two articles are one by the present rules', { article: article.id, double: id });
  return finishDouble(id, await relatives(double, deps), deps);
}

/**
 * What follows from an article's being a double: the one that stays takes in its feeds, wordings and correction, the stories that it
 * held together are formed anew, the windows that counted it are marked; then its key version is claimed. May be
 * repeated after a crash at any point.
 */
export async function finishDouble(id: string, relativeIds: string[], deps: MergeDeps): Promise<Job[]> {
  const double = (await deps.articles.get(id))!;
  const jobs = [...(await absorb(double, deps)), ...(await handCorrectionOver(double, deps))];
  for (let i = 0; i < relativeIds.length; i += BATCH)
    jobs.push(...(await joinStories({ articleIds: relativeIds.slice(i, i + BATCH) }, deps)));
  return [...jobs, ...(await closeDouble(double, deps))];
}

/** Marks the windows that counted a double, then claims its key version: nothing looks at it again. */
export async function closeDouble(
  { id, urlKey, seq, windowAt }: Article,
  { articles, clock, settings, windows }: MergeDeps,
): Promise<Job[]> {
  const halfHoursFrom = new Date(clock.now().getTime() - settings.halfHourDays * DAY_MS);
  const counted = windowsOf(windowAt, settings.zones, halfHoursFrom);
  await windows.mark(counted);
  await articles.rekey({ id, urlKey, seq, keyVersion: URL_KEY_VERSION });
  return counted.map((window) => rollupJob(window.id));
}

/** All whose story a double without a signature may have been in: those near it in time. */
export async function possibleRelatives(
  { windowAt }: Article,
  { articles }: Pick<MergeDeps, 'articles'>,
): Promise<string[]> {
  const [from, to] = spanAround(windowAt);
  return (await articles.inWindow(from, new Date(to.getTime() + 1))).map(({ id }) => id);
}

/** Those that an article shares a key of its signature or its story with, itself left out. */
async function relatives(article: Article, { articles }: MergeDeps): Promise<string[]> {
  const near = await articles.neighbours(article.analysis?.signature ?? [], ...spanAround(article.windowAt));
  const members = await articles.members(article.story ? [article.story.storyId] : []);
  const ids = new Set([...near, ...members].map(({ id }) => id));
  ids.delete(article.id);
  return [...ids];
}

function spanAround(at: Date): [from: Date, to: Date] {
  return [new Date(at.getTime() - STORY_SPAN_MS), new Date(at.getTime() + STORY_SPAN_MS)];
}

async function absorb(double: Article, { articles }: MergeDeps): Promise<Job[]> {
  for (let round = 0; round < ROUNDS; round++) {
    const article = await articleBehind(double, articles);
    const changed = absorbDouble(article, double);
    if (!changed) return [];
    const reworded = changed.revision > article.revision;
    // Before the article, as when items are saved.
    if (leadFeedOf(changed) !== leadFeedOf(article)) await takeMarkup(changed, double, articles);
    const [written] = await articles.revise([changed]);
    if (written) return reworded ? [analyseJob([written])] : [];
  }
  throw new Error(`the article that ${double.id} is a double of kept changing`);
}

/** What the feed that leads now gave of the double. */
async function takeMarkup(article: Article, double: Article, articles: MergeDeps['articles']): Promise<void> {
  const feedId = leadFeedOf(article);
  const html = await articles.html(double.id, feedId);
  await articles.saveHtml([{ id: article.id, feedId, html }]);
}

/** What an analyst said of the double holds of the article that stays, unless that one was judged itself. */
async function handCorrectionOver(double: Article, { articles }: MergeDeps): Promise<Job[]> {
  if (!double.correction) return [];
  const { id, corrections } = await articleBehind(double, articles);
  if (corrections > 0) return [];
  return (await articles.correct(id, double.correction, corrections)) ? [analyseJob([id])] : [];
}

/** The article that takes part: one that a double was merged into may itself have become a double. */
async function articleBehind(double: Article, articles: MergeDeps['articles']): Promise<Article> {
  let article = double;
  while (article.mergedInto !== null) {
    const next = await articles.get(article.mergedInto);
    if (!next) throw new Error(`${article.id} is a double of ${article.mergedInto}, which does not exist`);
    article = next;
  }
  return article;
}
