import { InvalidRequestError } from '#domain/errors.js';
import type { FeedRegistration } from '#domain/feed.js';
import { type Source, sourceSchema } from '#domain/source.js';
import type { SourceRegister } from '#domain/source-register.js';
import { readLanguage } from '#feeds/read/read-language.js';
import { feedIdFor, freeId, hostOf, sourceIdFor } from './feed-names.js';
import { isShared } from './shared-hosts.js';

/** An outlet that is to be entered; what is left out is *unknown* or follows from the feed, and never guessed. */
export type NewSource = {
  id?: string | undefined;
  name?: string | undefined;
  country?: string | undefined;
  bloc?: string | undefined;
  language?: string | undefined;
  kind?: string | undefined;
  hosts?: string[] | undefined;
};

export type FeedWish = {
  url: string;
  /** The feed's own title, and the language it states. */
  title: string | null;
  statedLanguage: string | null;
  /** What a person says of the feed. */
  language?: string | undefined;
  verified?: string | null | undefined;
  id?: string | null | undefined;
  /** The id of an outlet of the register, or one to enter; without it, the owner of the host or a new outlet. */
  source?: string | NewSource | undefined;
};

/** The rows that would be written. */
export type FeedPlan = { registration: FeedRegistration; source: Source; isNewSource: boolean };

const MAX_NAME = 200;
const ID = /^[a-z0-9-]+$/;

/**
 * The feed and the outlet that a wish comes to; writes nothing. Throws InvalidRequestError for an outlet that is not
 * known, whose id is taken, or whose details are not right.
 */
export function planFeed(
  wish: FeedWish,
  { register, isTaken }: { register: SourceRegister; isTaken: (feedId: string) => boolean },
): FeedPlan {
  const known = knownSource(wish, register);
  const sourceId = known?.id ?? newSourceId(wish, register);
  const { url, language, verified } = wish;
  const id = freeId(ID.test(wish.id ?? '') ? wish.id! : feedIdFor(sourceId, url), isTaken);
  const registration: FeedRegistration = {
    ...{ id, sourceId, url, host: new URL(url).host },
    ...{ language: language ?? null, verified: verified ?? null, optedOut: false },
  };
  const source = known ?? newSource(sourceId, wish, registration, register);
  return { registration, source, isNewSource: known === null };
}

function knownSource({ source, url }: FeedWish, register: SourceRegister): Source | null {
  const id = source ?? register.ownerOf(new URL(url).host);
  if (typeof id !== 'string') return null;
  const found = register.get(id);
  if (!found) throw new InvalidRequestError(`source: there is no source "${id}"`);
  return found;
}

function newSourceId(wish: FeedWish, register: SourceRegister): string {
  const given = typeof wish.source === 'object' ? wish.source.id : undefined;
  if (given === undefined)
    return freeId(sourceIdFor(nameOf(wish), hostOf(wish.url)), (id) => register.get(id) !== undefined);
  if (register.get(given)) throw new InvalidRequestError(`source.id: there is already a source "${given}"`);
  return given;
}

function newSource(id: string, wish: FeedWish, feed: FeedRegistration, register: SourceRegister): Source {
  const given = typeof wish.source === 'object' ? wish.source : {};
  const { url, language, verified } = feed;
  const checked = sourceSchema.safeParse({
    id,
    name: nameOf(wish),
    country: given.country ?? 'unknown',
    bloc: given.bloc ?? 'unknown',
    kind: given.kind ?? 'press',
    language: given.language ?? language ?? readLanguage(wish.statedLanguage ?? undefined) ?? 'mixed',
    hosts: given.hosts ?? ownHosts(url, register),
    feeds: [{ id: feed.id, url, ...(language !== null && { language }), verified: verified ?? false }],
  });
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new InvalidRequestError(`source.${path.join('.')}: ${message}`);
}

function nameOf({ source, title, url }: FeedWish): string {
  const given = typeof source === 'object' ? source.name?.trim() : undefined;
  return (given || title?.trim() || hostOf(url)).slice(0, MAX_NAME);
}

/** The host of the feed, where it is its alone. */
function ownHosts(url: string, register: SourceRegister): string[] {
  const host = hostOf(url);
  const isFree = register.ownerOf(host) === null && !isShared(host);
  return isFree && /^[a-z0-9.-]+(:\d+)?$/.test(host) ? [host] : [];
}
