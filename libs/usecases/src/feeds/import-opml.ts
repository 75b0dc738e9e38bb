import { InvalidRequestError } from '#domain/errors.js';
import type { RejectedOutline } from '#feeds/opml/opml-list.js';
import { readOpml } from '#feeds/opml/read-opml.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { type OpmlLine, type PlannedEntry, planImport } from './plan-import.js';
import { storeFeed, type StoreFeedDeps } from './store-feed.js';
import { WatchedFeeds } from './watched-feeds.js';

export type OpmlImport = {
  added: (OpmlLine & { feed: string; source: string; isNewSource: boolean })[];
  /** Watched already, or named twice in the list; `feed` is the one it is. */
  known: (OpmlLine & { feed: string })[];
  rejected: RejectedOutline[];
};

export type ImportDeps = StoreFeedDeps & Pick<UseCaseDeps, 'isOptedOut'>;

/**
 * Adds the feeds that a list names, without asking them first; with `dryRun` it says what it would do. An entry that
 * cannot be added is rejected with the reason and costs no other. What is watched already is left as it is. Throws
 * InvalidRequestError for a document that is no list of feeds.
 */
export async function importOpml(
  body: Buffer,
  { dryRun }: { dryRun: boolean },
  deps: ImportDeps,
): Promise<OpmlImport> {
  const list = readOpml(body);
  if (!list.ok) throw new InvalidRequestError(list.error);
  const { register, stores, isOptedOut } = deps;
  register.include(await stores.sources.list());
  const watched = new WatchedFeeds(await stores.feeds.list());
  const { planned, known, rejected } = planImport(list.entries, { register, watched, isOptedOut });
  const done: OpmlImport = { added: [], known, rejected: [...list.rejected, ...rejected].sort(byLine) };
  for (const entry of planned) await carryOut(entry, dryRun, done, deps);
  return done;
}

async function carryOut(
  { line, wish, plan }: PlannedEntry,
  dryRun: boolean,
  done: OpmlImport,
  deps: ImportDeps,
): Promise<void> {
  const { registration, source, isNewSource } = plan;
  if (dryRun) return void done.added.push({ ...line, feed: registration.id, source: source.id, isNewSource });
  const stored = await storeFeed(wish, deps, plan);
  if (stored.outcome === 'added')
    done.added.push({ ...line, feed: stored.feed.id, source: stored.source.id, isNewSource });
  else done.known.push({ ...line, feed: stored.feed.id });
}

const byLine = (one: RejectedOutline, other: RejectedOutline): number => one.line - other.line;
