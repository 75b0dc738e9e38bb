import { NotFoundError } from '#domain/errors.js';
import type { Feed, FetchLog } from '#domain/feed.js';
import { learnSources } from '#domain/learn-sources.js';
import type { Source } from '#domain/source.js';
import { explainPace } from '#feeds/fetch/explain-pace.js';
import type { UseCaseDeps } from '../use-case-deps.js';

/** A feed, why its next poll is when it is, and how its last polls went, the newest first. */
export type FeedReport = { feed: Feed; source: Source | null; why: string; fetches: FetchLog[] };

/** Lines of the polling log that one answer has. */
const FETCHES = 20;

/** Throws NotFoundError. */
export async function readFeed(
  id: string,
  { stores, register, clock }: Pick<UseCaseDeps, 'stores' | 'register' | 'clock'>,
): Promise<FeedReport> {
  const feed = await stores.feeds.get(id);
  if (!feed) throw new NotFoundError(`there is no feed "${id}"; the list of feeds has their ids`);
  if (!register.get(feed.sourceId)) await learnSources(register, stores.sources);
  const fetches = await stores.feeds.fetches(id, FETCHES);
  return {
    feed,
    source: register.get(feed.sourceId) ?? null,
    why: explainPace(feed, clock.now(), fetches[0]),
    fetches,
  };
}
