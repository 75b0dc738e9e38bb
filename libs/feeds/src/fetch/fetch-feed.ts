import { createHash } from 'node:crypto';
import type { Feed, RememberedRedirect } from '#domain/feed.js';
import { cacheLifetimeMs } from '#outbound/cache-lifetime.js';
import type { OnHost, Outbound, OutboundResponse } from '#outbound/outbound.js';
import { OutboundError } from '#outbound/outbound-error.js';
import { retryAfterMs } from '#outbound/retry-after.js';
import { PARSER_VERSION } from '../read/parse-feed.js';
import {
  brokenOffFailure,
  emptyFailure,
  outboundFailure,
  statusFailure,
  type FetchFailure,
} from './fetch-failure.js';
import { addressToAsk, isWholeDue, movedTo, nextRedirect } from './remembered-redirect.js';

/** What the next request is conditional on. */
type Validators = { etag: string | null; lastModified: string | null };

type Answered = Validators & {
  bodyHash: string;
  httpStatus: number;
  bytes: number;
  /** The address that answered, after redirects. */
  finalUrl: string;
  /** Whether the document was asked for whatever it was before: `unconditionalAt` is then now. */
  unconditional: boolean;
  redirect: RememberedRedirect | null;
  retryAfterMs: number | null;
  /** How long the answer stays good by its own headers. */
  cacheMs: number | null;
};

/** How a fetch ended. `redirect` is what the feed's row shall remember from now on. */
export type FeedFetch =
  | ({ outcome: 'ok'; body: Buffer; contentType: string | null } & Answered)
  | ({ outcome: 'not-modified' | 'same-body' } & Answered)
  /** The registered address answered 410, or the one that it is known to have moved to for good. */
  | { outcome: 'gone'; httpStatus: number; redirect: RememberedRedirect | null; message: string }
  | { outcome: 'opted-out'; httpStatus: null; redirect: RememberedRedirect | null; message: string }
  | {
      outcome: 'failed';
      failure: FetchFailure;
      httpStatus: number | null;
      redirect: RememberedRedirect | null;
      retryAfterMs: number | null;
      /** The host (with port) that answered, or null where none did. */
      host: string | null;
    };

export type FetchableFeed = Pick<
  Feed,
  'url' | 'etag' | 'lastModified' | 'bodyHash' | 'unconditionalAt' | 'lastPolledAt' | 'redirect' | 'failures'
>;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';
const HASH_PREFIX = `v${PARSER_VERSION}-`;

/** One fetch: what was asked, by whom it is judged. `known` is the hash of a document that this parser read. */
type Request = {
  feed: FetchableFeed;
  address: string;
  known: string | null;
  conditions: Record<string, string>;
  now: Date;
};

/**
 * Fetches a feed unless it is unchanged by its validators or its body, from where it moved to if its server has said so
 * often enough. What an earlier parser read is fetched and read again. Expected failures are outcomes; a mistake in the
 * program rejects, and so do the end of the program (EndingError) and a rejection of `onHost`.
 */
export async function fetchFeed(
  outbound: Outbound,
  feed: FetchableFeed,
  now: Date,
  onHost?: OnHost,
): Promise<FeedFetch> {
  const known = feed.bodyHash?.startsWith(HASH_PREFIX) ? feed.bodyHash : null;
  const conditions = known === null || isWholeDue(feed, now) ? {} : conditionsOf(feed);
  const request = { feed, address: addressToAsk(feed, now), known, conditions, now };
  try {
    const answer = await outbound.get(request.address, { accept: ACCEPT, ...conditions }, onHost);
    return outcomeOf(answer, request);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const failure = outboundFailure(error);
    return failure
      ? failed(request, failure, null)
      : { outcome: 'opted-out', httpStatus: null, redirect: feed.redirect, message: error.message };
  }
}

/** The outcome of a poll that threw, whether while it fetched or afterwards. */
export function brokenOff({ redirect }: Pick<Feed, 'redirect'>, error: unknown): FeedFetch {
  const nothing = { httpStatus: null, retryAfterMs: null, host: null };
  return { outcome: 'failed', failure: brokenOffFailure(error), redirect, ...nothing };
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function outcomeOf(answer: OutboundResponse, request: Request): FeedFetch {
  const { status, headers, body } = answer;
  const { known } = request;
  if (status === 304 && known !== null && isConditional(request)) {
    return { outcome: 'not-modified', ...answered(answer, request, known) };
  }
  if (status === 410 && isForGood(answer, request)) {
    return { outcome: 'gone', httpStatus: status, redirect: null, message: statusFailure(status).message };
  }
  if (status < 200 || status > 299) return failed(request, statusFailure(status), answer);
  if (body.length === 0) return failed(request, emptyFailure(), answer);
  const bodyHash = HASH_PREFIX + createHash('sha256').update(body).digest('hex');
  const read = answered(answer, request, bodyHash);
  if (bodyHash === known) return { outcome: 'same-body', ...read };
  return { outcome: 'ok', body, contentType: headers['content-type'] ?? null, ...read };
}

function isConditional({ conditions }: Request): boolean {
  return Object.keys(conditions).length > 0;
}

/**
 * Whether it is the registered address that answered, or the one that it is known to have moved to: asked by way of the
 * registered one, or after that one did not help either.
 */
function isForGood(answer: OutboundResponse, { feed, address }: Request): boolean {
  const isDirect = answer.redirects.length === 0;
  if (address !== feed.url) return isDirect && feed.failures > 0;
  return isDirect || (answer.permanentUrl === answer.url && answer.url === movedTo(feed));
}

function answered(answer: OutboundResponse, request: Request, bodyHash: string): Answered {
  const { status, headers, body, url, permanentUrl } = answer;
  return {
    ...validatorsOf(headers, status === 304 ? request.feed : { etag: null, lastModified: null }),
    bodyHash,
    httpStatus: status,
    bytes: body.length,
    finalUrl: url,
    unconditional: !isConditional(request),
    redirect: nextRedirect(request.feed, request.address, permanentUrl),
    retryAfterMs: retryAfterMs(headers, request.now),
    cacheMs: cacheLifetimeMs(headers, request.now),
  };
}

/** Validators that a 304 leaves out are still those of before. */
function validatorsOf(headers: Record<string, string>, before: Validators): Validators {
  return {
    etag: sendable(headers['etag']) ?? before.etag,
    lastModified: sendable(headers['last-modified']) ?? before.lastModified,
  };
}

/** What could not be sent back as a header is no validator. */
function sendable(value: string | undefined): string | null {
  return value && value.length <= 1_000 && /^[\x20-\x7e]+$/.test(value) ? value : null;
}

/** What is remembered stays: the next poll asks the other address of a feed that moved. */
function failed(
  { feed, address, now }: Request,
  failure: FetchFailure,
  answer: OutboundResponse | null,
): FeedFetch {
  return {
    outcome: 'failed',
    failure: { ...failure, message: failure.message + turnWords(feed, address) },
    httpStatus: answer?.status ?? null,
    redirect: feed.redirect,
    retryAfterMs: answer && retryAfterMs(answer.headers, now),
    host: answer && new URL(answer.url).host,
  };
}

function turnWords(feed: FetchableFeed, address: string): string {
  const moved = movedTo(feed);
  if (moved === null) return '';
  return address === moved
    ? ` (at ${moved}, where the feed moved to; its registered address is asked next)`
    : ` (at its registered address; ${moved}, where the feed moved to, is asked next)`;
}
