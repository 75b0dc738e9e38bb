import type { Feed } from '#domain/feed.js';
import type { Source } from '#domain/source.js';
import { writeOpml } from '#feeds/opml/write-opml.js';
import type { ListedFeed, ListedSource } from '#feeds/opml/opml-list.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { learnSources } from '#domain/learn-sources.js';

/** The feeds that are watched as OPML 2.0, grouped by outlet; those that the configuration no longer lists are left out. */
export async function exportOpml({
  stores,
  register,
  clock,
}: Pick<UseCaseDeps, 'stores' | 'register' | 'clock'>): Promise<string> {
  await learnSources(register, stores.sources);
  const feeds = (await stores.feeds.list()).filter(({ status }) => status !== 'unlisted');
  const ids = [...new Set(feeds.map(({ sourceId }) => sourceId))].sort();
  const sources = ids.map((id) => listedSource(id, register.get(id), feeds));
  return writeOpml({ title: 'Feeds of Narrative Monitor', createdAt: clock.now(), sources });
}

/** A feed may outlive the configuration of its outlet, of which nothing is known then. */
function listedSource(id: string, source: Source | undefined, feeds: Feed[]): ListedSource {
  const unknown = {
    id,
    name: id,
    country: 'unknown',
    bloc: 'unknown',
    language: 'mixed',
    kind: 'press',
  } as const;
  const { feeds: _entries, ...known } = source ?? { ...unknown, hosts: [], feeds: [] };
  const own = feeds.filter(({ sourceId }) => sourceId === id);
  return { ...known, feeds: own.map((feed) => listedFeed(feed, known.name, own.length > 1)) };
}

function listedFeed({ id, url, language, verified }: Feed, source: string, isOneOfMany: boolean): ListedFeed {
  return { id, url, language, verified, title: isOneOfMany ? `${source} (${id})` : source };
}
