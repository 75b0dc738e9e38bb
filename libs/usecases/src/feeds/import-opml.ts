import { InvalidRequestError } from '#domain/errors.js';
import type { OpmlEntry, RejectedOutline } from '#feeds/opml/opml-list.js';
import { readOpml } from '#feeds/opml/read-opml.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { learnSources } from '#domain/learn-sources.js';
import { inTurn } from './in-turn.js';
import { type OpmlLine, type PlannedEntry, planImport } from './plan-import.js';
import { carryOut, planAndStore, type StoreFeedDeps } from './store-feed.js';
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
  return inTurn(deps.register, async () => {
    const { entries, rejected } = list;
    const done = await planAndAdd(entries, dryRun, deps);
    return { ...done, rejected: [...rejected, ...done.rejected].sort(byLine) };
  });
}

async function planAndAdd(entries: OpmlEntry[], dryRun: boolean, deps: ImportDeps): Promise<OpmlImport> {
  await learnSources(deps.register, deps.stores.sources);
  const { register, stores, isOptedOut } = deps;
  const watched = new WatchedFeeds(await stores.feeds.list());
  const { planned, known, rejected } = planImport(entries, { register, watched, isOptedOut });
  const done: OpmlImport = { added: [], known, rejected };
  for (const entry of planned) await addOrReject(entry, dryRun, done, deps);
  return done;
}

async function addOrReject(entry: PlannedEntry, dryRun: boolean, done: OpmlImport, deps: ImportDeps) {
  try {
    await add(entry, dryRun, done, deps);
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    done.rejected.push({ ...entry.line, reason: error.message });
  }
}

async function add(
  { line, wish, plan }: PlannedEntry,
  dryRun: boolean,
  done: OpmlImport,
  deps: ImportDeps,
): Promise<void> {
  const { registration, source, isNewSource } = plan;
  if (dryRun) return void done.added.push({ ...line, feed: registration.id, source: source.id, isNewSource });
  const stored = (await carryOut(plan, deps)) ?? (await planAndStore(wish, deps));
  if (stored.outcome === 'added')
    done.added.push({ ...line, feed: stored.feed.id, source: stored.source.id, isNewSource });
  else done.known.push({ ...line, feed: stored.feed.id });
}

const byLine = (one: RejectedOutline, other: RejectedOutline): number => one.line - other.line;
