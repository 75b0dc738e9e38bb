import { createHash } from 'node:crypto';
import type { Feed } from '#domain/feed.js';
import type { Outbound, OutboundResponse } from '#outbound/outbound.js';
import { OutboundError } from '#outbound/outbound-error.js';
import { retryAfterMs } from '#outbound/retry-after.js';
import { PARSER_VERSION } from '../read/parse-feed.js';

/** What the next request is conditional on. */
type Validators = { etag: string | null; lastModified: string | null };
type Answer = Validators & { bodyHash: string; httpStatus: number; bytes: number; finalUrl: string };

export type FeedFetch =
  | ({ outcome: 'ok'; body: Buffer; contentType: string | null } & Answer)
  | ({ outcome: 'not-modified' | 'same-body' } & Answer)
  | { outcome: 'gone'; httpStatus: number }
  | { outcome: 'failed'; error: string; httpStatus: number | null; retryAfterMs: number | null };

export type FetchableFeed = Pick<Feed, 'url' | 'etag' | 'lastModified' | 'bodyHash'>;

const ACCEPT = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const HASH_PREFIX = `v${PARSER_VERSION}-`;

/**
 * Fetches a feed unless it is unchanged by its validators or its body. What an earlier parser read is fetched and read
 * again. Expected failures are outcomes; only a mistake in the program rejects.
 */
export async function fetchFeed(outbound: Outbound, feed: FetchableFeed): Promise<FeedFetch> {
  const known = feed.bodyHash?.startsWith(HASH_PREFIX) ? feed.bodyHash : null;
  const conditions = known === null ? {} : conditionsOf(feed);
  try {
    const answer = await outbound.get(feed.url, { accept: ACCEPT, ...conditions });
    const isConditional = Object.keys(conditions).length > 0;
    return answer.status === 304 && known !== null && isConditional
      ? notModified(answer, feed, known)
      : outcomeOf(answer, known);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return failed(`${error.kind}: ${error.message}`, null, null);
  }
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function outcomeOf(answer: OutboundResponse, known: string | null): FeedFetch {
  const { status, headers, body, url } = answer;
  if (status === 410) return { outcome: 'gone', httpStatus: status };
  if (status < 200 || status > 299)
    return failed(`HTTP ${status}`, status, retryAfterMs(headers, new Date()));
  if (body.length === 0) return failed('the answer is empty', status, null);
  const bodyHash = HASH_PREFIX + createHash('sha256').update(body).digest('hex');
  const read = { ...validatorsOf(headers), bodyHash, httpStatus: status, bytes: body.length, finalUrl: url };
  if (bodyHash === known) return { outcome: 'same-body', ...read };
  return { outcome: 'ok', body, contentType: headers['content-type'] ?? null, ...read };
}

/** Validators that a 304 leaves out are still those of before. */
function notModified(
  { headers, status, url }: OutboundResponse,
  feed: Validators,
  bodyHash: string,
): FeedFetch {
  const { etag, lastModified } = validatorsOf(headers);
  const validators = { etag: etag ?? feed.etag, lastModified: lastModified ?? feed.lastModified };
  return { outcome: 'not-modified', ...validators, bodyHash, httpStatus: status, bytes: 0, finalUrl: url };
}

function validatorsOf(headers: Record<string, string>): Validators {
  return { etag: sendable(headers['etag']), lastModified: sendable(headers['last-modified']) };
}

/** What could not be sent back as a header is no validator. */
function sendable(value: string | undefined): string | null {
  return value && value.length <= 1_000 && /^[\x20-\x7e]+$/.test(value) ? value : null;
}

function failed(error: string, httpStatus: number | null, wait: number | null): FeedFetch {
  return { outcome: 'failed', error, httpStatus, retryAfterMs: wait };
}
