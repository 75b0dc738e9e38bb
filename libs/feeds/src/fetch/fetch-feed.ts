import { createHash } from 'node:crypto';
import type { Feed, RememberedRedirect } from '#domain/feed.js';
import { cacheLifetimeMs } from '#outbound/cache-lifetime.js';
import type { Outbound, OutboundResponse } from '#outbound/outbound.js';
import { OutboundError } from '#outbound/outbound-error.js';
import { retryAfterMs } from '#outbound/retry-after.js';
import { PARSER_VERSION } from '../read/parse-feed.js';
import { emptyFailure, outboundFailure, statusFailure, type FetchFailure } from './fetch-failure.js';
import { movedTo, nextRedirect } from './remembered-redirect.js';

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
  /** The registered address, or where it permanently leads, answered 410. */
  | { outcome: 'gone'; httpStatus: number; redirect: RememberedRedirect | null; message: string }
  | { outcome: 'opted-out'; httpStatus: null; redirect: RememberedRedirect | null; message: string }
  | {
      outcome: 'failed';
      failure: FetchFailure;
      httpStatus: number | null;
      redirect: RememberedRedirect | null;
      retryAfterMs: number | null;
    };

export type FetchableFeed = Pick<
  Feed,
  'url' | 'etag' | 'lastModified' | 'bodyHash' | 'unconditionalAt' | 'redirect'
>;

/** How often the whole document is asked for, since servers are wrong about what changed. In milliseconds. */
export const UNCONDITIONAL_EVERY_MS = 24 * 3_600_000;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';
const HASH_PREFIX = `v${PARSER_VERSION}-`;

/** One fetch: what was asked, by whom it is judged. `known` is the hash of a document that this parser read. */
type Request = { feed: FetchableFeed; known: string | null; conditions: Record<string, string>; now: Date };

/**
 * Fetches a feed unless it is unchanged by its validators or its body, from where it moved to if its server has said so
 * often enough. What an earlier parser read is fetched and read again. Expected failures are outcomes; only a mistake in
 * the program rejects.
 */
export async function fetchFeed(outbound: Outbound, feed: FetchableFeed, now: Date): Promise<FeedFetch> {
  const known = feed.bodyHash?.startsWith(HASH_PREFIX) ? feed.bodyHash : null;
  const conditions = known === null || isWholeDue(feed, now) ? {} : conditionsOf(feed);
  const request = { feed, known, conditions, now };
  try {
    const answer = await outbound.get(movedTo(feed) ?? feed.url, { accept: ACCEPT, ...conditions });
    return outcomeOf(answer, request);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const failure = outboundFailure(error);
    return failure
      ? failed(request, failure, null)
      : { outcome: 'opted-out', httpStatus: null, redirect: feed.redirect, message: error.message };
  }
}

function isWholeDue({ unconditionalAt }: FetchableFeed, now: Date): boolean {
  return unconditionalAt === null || now.getTime() - unconditionalAt.getTime() >= UNCONDITIONAL_EVERY_MS;
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function outcomeOf(answer: OutboundResponse, request: Request): FeedFetch {
  const { status, headers, body } = answer;
  const { feed, known } = request;
  if (status === 304 && known !== null && isConditional(request)) {
    return { outcome: 'not-modified', ...answered(answer, request, known) };
  }
  if (status === 410 && isForGood(answer, feed)) {
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

/** Whether it is the registered address that answered, or one that it permanently leads to. */
function isForGood({ url, redirects, permanentUrl }: OutboundResponse, feed: FetchableFeed): boolean {
  return movedTo(feed) === null && (redirects.length === 0 || permanentUrl === url);
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
    redirect: nextRedirect(request.feed, permanentUrl),
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

/** An address that a feed moved to and that is no more is forgotten: the registered one is asked next. */
function failed({ feed, now }: Request, failure: FetchFailure, answer: OutboundResponse | null): FeedFetch {
  const moved = movedTo(feed);
  const httpStatus = answer?.status ?? null;
  const isLost = httpStatus === 404 || httpStatus === 410 || failure.kind === 'dns-unknown';
  const next = isLost ? '; its registered address is asked next' : '';
  const message = `${failure.message} (at ${moved}, where the feed moved to${next})`;
  return {
    outcome: 'failed',
    failure: moved === null ? failure : { ...failure, message },
    httpStatus,
    redirect: moved !== null && isLost ? null : feed.redirect,
    retryAfterMs: answer && retryAfterMs(answer.headers, now),
  };
}
