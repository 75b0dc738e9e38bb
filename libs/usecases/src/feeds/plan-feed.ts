import { InvalidRequestError } from '#domain/errors.js';
import type { FeedRegistration } from '#domain/feed.js';
import { printable } from '#domain/printable.js';
import { type Source, sourceSchema } from '#domain/source.js';
import type { SourceRegister } from '#domain/source-register.js';
import { feedKeyOf } from '#feeds/discover/feed-key.js';
import { foldText } from '#feeds/html/plain-text.js';
import { readLanguage } from '#feeds/read/read-language.js';
import { feedIdFor, freeId, hostOf, sourceIdFor } from './feed-names.js';
import { ownHosts, refuseHosts } from './own-hosts.js';

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
 * known, whose id is taken, or whose details are not right, such as a host that it cannot own.
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
  const id = source ?? register.ownerOf(new URL(url).host) ?? sourceOfFeed(url, register);
  if (typeof id !== 'string') return null;
  const found = register.get(id);
  if (!found) throw new InvalidRequestError(`source: there is no source "${id}"`);
  return found;
}

/** The outlet that was entered for this very feed by someone who has not stored the feed yet, or never came to it. */
export function sourceOfFeed(url: string, register: SourceRegister): string | undefined {
  const key = feedKeyOf(url);
  return register.sources.find((source) => feedKeysOf(source).has(key))?.id;
}

const keysBySource = new WeakMap<Source, ReadonlySet<string>>();

/** Made once for each outlet: a list is planned against all of them, entry by entry. */
function feedKeysOf(source: Source): ReadonlySet<string> {
  const known = keysBySource.get(source);
  if (known) return known;
  const keys = new Set(source.feeds.map(({ url }) => feedKeyOf(url)));
  keysBySource.set(source, keys);
  return keys;
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
  refuseHosts(given.hosts ?? [], register);
  const checked = sourceSchema.safeParse({
    id,
    name: nameOf(wish),
    country: given.country ?? 'unknown',
    bloc: given.bloc ?? 'unknown',
    kind: given.kind ?? 'press',
    language: given.language ?? language ?? readLanguage(wish.statedLanguage) ?? 'mixed',
    hosts: given.hosts ?? ownHosts(url, register),
    feeds: [{ id: feed.id, url, ...(language !== null && { language }), verified: verified ?? false }],
  });
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new InvalidRequestError(`source.${path.join('.')}: ${message}`);
}

/** What a new outlet is called: as it is asked for, else after its feed, else after its host. */
export function nameOf({ source, title, url }: FeedWish): string {
  const given = typeof source === 'object' ? fold(source.name) : '';
  return given || fold(title) || hostOf(url);
}

/** Without what would command a terminal, too: it is shown there. */
const fold = (name: string | null | undefined): string => foldText(printable(name ?? ''), MAX_NAME);
