import type { Feed } from '#domain/feed.js';
import type { FeedEntry, Source } from '#domain/source.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { learnSources } from '#domain/learn-sources.js';

/** Every feed with its polling state, in order of id. */
export function listFeeds({ stores }: Pick<UseCaseDeps, 'stores'>): Promise<Feed[]> {
  return stores.feeds.list();
}

/** The outlets, those that people added among them, each with the feeds that are stored of it now. */
export async function listSources({
  register,
  stores,
}: Pick<UseCaseDeps, 'register' | 'stores'>): Promise<Source[]> {
  await learnSources(register, stores.sources);
  const feeds = (await stores.feeds.list()).filter(({ status }) => status !== 'unlisted');
  return register.sources.map((source) => ({
    ...source,
    feeds: feeds.filter(({ sourceId }) => sourceId === source.id).map(entryOf),
  }));
}

function entryOf({ id, url, language, verified }: Feed): FeedEntry {
  return { id, url, ...(language !== null && { language }), verified: verified ?? false };
}
