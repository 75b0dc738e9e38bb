import { InvalidRequestError } from '#domain/errors.js';
import { feedEntrySchema } from '#domain/source.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { OpmlEntry, RejectedOutline, SourceMarks } from '#feeds/opml/opml-list.js';
import { readLanguage } from '#feeds/read/read-language.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { type FeedPlan, type FeedWish, type NewSource, planFeed } from './plan-feed.js';
import { alreadyWatched } from './preview-warnings.js';
import type { WatchedFeeds } from './watched-feeds.js';

/** An entry of a list, in the line where it stands. */
export type OpmlLine = { line: number; title: string | null; url: string };

export type PlannedEntry = { line: OpmlLine; wish: FeedWish; plan: FeedPlan };

export type ImportPlan = {
  planned: PlannedEntry[];
  known: (OpmlLine & { feed: string })[];
  rejected: RejectedOutline[];
};

type Known = Pick<UseCaseDeps, 'isOptedOut' | 'register'> & { watched: WatchedFeeds };

/** What the entries of a list come to, in order: each sees what those before it will have added. Writes nothing. */
export function planImport(entries: readonly OpmlEntry[], known: Known): ImportPlan {
  const register = known.register.copy();
  const plan: ImportPlan = { planned: [], known: [], rejected: [] };
  for (const entry of entries) planEntry(entry, { ...known, register }, plan);
  return plan;
}

function planEntry(entry: OpmlEntry, { watched, isOptedOut, register }: Known, plan: ImportPlan): void {
  const line = { line: entry.line, title: entry.title, url: entry.xmlUrl };
  const same = watched.at(entry.xmlUrl);
  if (same?.status === 'active') return void plan.known.push({ ...line, feed: same.id });
  if (same) return void plan.rejected.push({ ...line, reason: alreadyWatched(same) });
  if (isOptedOut(entry.xmlUrl))
    return void plan.rejected.push({ ...line, reason: 'its publisher does not want it to be polled' });
  try {
    const wish = wishOf(entry, register);
    const planned = planFeed(wish, { register, isTaken: (id) => watched.has(id) });
    if (planned.isNewSource) register.include([planned.source]);
    watched.enter({ ...planned.registration, status: 'active', redirect: null });
    plan.planned.push({ line, wish, plan: planned });
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    plan.rejected.push({ ...line, reason: error.message });
  }
}

function wishOf(
  { xmlUrl, title, language, feedId, verified, source }: OpmlEntry,
  register: SourceRegister,
): FeedWish {
  const day = feedEntrySchema.shape.verified.safeParse(verified);
  return {
    ...{ url: xmlUrl, title, statedLanguage: language, id: feedId },
    language: readLanguage(language) ?? undefined,
    verified: (day.success && day.data) || null,
    source: source ? sourceWish(source, register) : undefined,
  };
}

/** An outlet of that id is left as it is, since the list may be older than what is known of it here. */
function sourceWish({ hosts, ...marks }: SourceMarks, register: SourceRegister): string | NewSource {
  if (register.get(marks.id)) return marks.id;
  const given = Object.entries(marks).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(given) as NewSource), hosts };
}
