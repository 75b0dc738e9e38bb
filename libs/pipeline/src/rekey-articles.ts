import type { Article } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import { IDLE } from '#feeds/sight/sight-item.js';
import { isUrlKey, itemLink, URL_KEY_VERSION, urlKeyOf } from '#feeds/identity/url-key.js';
import type { PipelineDeps } from './deps.js';
import { closeDouble, finishDouble, mergeDoubles, possibleRelatives } from './merge-doubles.js';
import { BATCH, rekeyJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'articles' | 'clock' | 'log' | 'register' | 'settings' | 'windows'>;

/** How often one article is looked at again: once for each other that stands in its way, or that is written meanwhile. */
const ROUNDS = 20;

/** Tries after which an article that fails keeps the key it has, since nothing is polled while one is left. */
const TRIES = 3;

/**
 * Gives the present rules' keys to articles that older rules keyed, and makes one of those that turn out to be one. Ids
 * stay. Takes a batch, in order of id, and asks for itself again while there may be more. The last write for an article
 * is that of its key version, so a crash anywhere leaves it to be found, and whatever was done for it is done again
 * with the same outcome; the same goes for two workers at the same articles. One that cannot be keyed anew costs no
 * other: it is logged and keeps its key, which at worst makes a second article of it. Rejects where the store fails.
 */
export async function rekeyArticles(_: Record<string, never>, deps: Deps): Promise<Job[]> {
  const batch = await deps.articles.keyedBelow(URL_KEY_VERSION, BATCH);
  const jobs: Job[] = [];
  for (const article of batch) jobs.push(...(await rekeyOrKeep(article, deps)));
  if (batch.length === BATCH) jobs.push(rekeyJob());
  return [...new Map(jobs.map((job) => [JSON.stringify(job), job])).values()];
}

async function rekeyOrKeep(article: Article, deps: Deps): Promise<Job[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await rekeyArticle(article, deps);
    } catch (error) {
      const { message } = error as Error;
      deps.log.error('an article could not be keyed anew', { article: article.id, tries, error: message });
      if (tries === TRIES) return keepKey(article.id, deps);
    }
  }
}

/** Writes, so that it fails where it was the store that failed. One that is written meanwhile is found again. */
async function keepKey(id: string, deps: Deps): Promise<Job[]> {
  const article = await deps.articles.get(id);
  if (!article || article.keyVersion >= URL_KEY_VERSION) return [];
  if (article.mergedInto !== null) return closeDouble(article, deps);
  const { seq, urlKey } = article;
  await deps.articles.rekey({ id, seq, urlKey, keyVersion: URL_KEY_VERSION });
  return [];
}

async function rekeyArticle(found: Article, deps: Deps): Promise<Job[]> {
  const jobs: Job[] = [];
  let article = found;
  for (let round = 0; round < ROUNDS; round++) {
    const step = await takeStep(article, deps);
    jobs.push(...step.jobs);
    if (step.done) return jobs;
    article = (await deps.articles.get(found.id))!;
    if (article.keyVersion >= URL_KEY_VERSION) return jobs;
  }
  throw new Error(`the article ${found.id} kept changing while its key was made anew`);
}

/** Does one thing that is needed before the article has its key, or gives it. `done`: nothing is left to be looked at. */
async function takeStep(article: Article, deps: Deps): Promise<{ jobs: Job[]; done: boolean }> {
  if (article.mergedInto !== null) {
    const jobs = await finishDouble(article.id, await possibleRelatives(article, deps), deps);
    return { jobs, done: false };
  }
  const moved = movedToLink(article, deps);
  if (moved) {
    await deps.articles.revise([moved]);
    return { jobs: [], done: false };
  }
  const { id, seq } = article;
  const urlKey = presentKey(article);
  if (await deps.articles.rekey({ id, seq, urlKey, keyVersion: URL_KEY_VERSION }))
    return { jobs: [], done: true };
  const jobs = await makeWay(article, urlKey, deps);
  return { jobs, done: false };
}

/** The key of the link as it was first seen. An item without a link keeps its own, and so does what has no key. */
function presentKey({ url, urlKey }: Article): string {
  return isUrlKey(urlKey) ? (urlKeyOf(url) ?? urlKey) : urlKey;
}

/** The article at the address that its link turns out to lead to, and of that address' owner; null where it is there. */
function movedToLink(article: Article, { register }: Deps): Article | null {
  const url = itemLink({ url: article.url, guid: null });
  if (!isUrlKey(article.urlKey) || url === null || url === article.url) return null;
  const sourceId = register.ownerOf(new URL(url).host) ?? article.sourceId;
  if (sourceId === article.sourceId) return { ...article, url };
  return { ...article, url, sourceId, revision: article.revision + 1, settledVersion: 0, work: IDLE };
}

/** Deals with the article that has the key: it is the same one, or its own key will be another. */
async function makeWay(article: Article, urlKey: string, deps: Deps): Promise<Job[]> {
  const [owner] = await deps.articles.byKeys([urlKey]);
  if (!owner || owner.id === article.id) return [];
  if (owner.keyVersion >= URL_KEY_VERSION || presentKey(owner) === urlKey)
    return mergeDoubles(article, owner, deps);
  const { id, seq, keyVersion } = owner;
  await deps.articles.rekey({ id, seq, keyVersion, urlKey: `moving~${id}` });
  return [];
}
