import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysis } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import type { PipelineDeps } from './deps.js';
import { joinJob } from './next-jobs.js';
import { renewParents } from './renew-parents.js';

/** Articles that are analysed at a stretch, before requests and timers get their turn. */
const STRETCH = 10;

type Deps = Pick<
  PipelineDeps,
  'analyser' | 'articles' | 'clock' | 'log' | 'register' | 'settings' | 'taxonomy' | 'version' | 'versions'
>;

/**
 * Analyses the articles that are unsettled and free. A process whose analysis version is no longer the store's newest
 * takes none. An article whose analysis throws keeps its error and holds nobody up.
 */
export async function analyseArticles({ articleIds }: { articleIds: string[] }, deps: Deps): Promise<Job[]> {
  const { articles, clock, settings, version, versions } = deps;
  if ((await versions.newest()) > version) return [];
  const now = clock.now();
  const until = new Date(now.getTime() + settings.articleLeaseMs);
  const claimed = await articles.claim(articleIds, { version, now, until });

  const entries: { id: string; analysis: Analysis }[] = [];
  for (const [i, article] of claimed.entries()) {
    if (i % STRETCH === 0) await nextTurn();
    try {
      entries.push({ id: article.id, analysis: analyse(article, deps) });
    } catch (error) {
      await noteFailure(article, error, deps);
    }
  }
  for (const article of claimed) await renewParents(article, deps);
  const saved = entries.length > 0 ? await articles.saveAnalyses(entries) : [];
  return saved.length > 0 ? [joinJob(saved)] : [];
}

function analyse(article: Article, { analyser, register, version }: Deps): Analysis {
  const { title, summary, author, language, revision, sourceId } = article;
  const sourceLanguage = register.get(sourceId)?.language ?? null;
  return { version, revision, ...analyser.analyse({ title, summary, author, language, sourceLanguage }) };
}

async function noteFailure(article: Article, error: unknown, { articles, log }: Deps): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  log.warn('an article could not be analysed', {
    article: article.id,
    attempt: article.work.attempts,
    error: message,
  });
  await articles.fail(article.id, message);
}
