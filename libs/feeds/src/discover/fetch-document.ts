import type { OnHost, Outbound, OutboundResponse } from '#outbound/outbound.js';
import { OutboundError } from '#outbound/outbound-error.js';
import { retryAfterMs } from '#outbound/retry-after.js';
import { emptyFailure, statusWords } from '../fetch/fetch-failure.js';

/** A document as it came, or why none did, in words for people. */
export type FetchedDocument =
  | {
      ok: true;
      body: Buffer;
      contentType: string | null;
      /** The `Link` header. */
      link: string | null;
      /** The address that answered, after redirects. */
      url: string;
      /** Where permanent redirects alone led, which is then `url`; null otherwise. */
      movedTo: string | null;
    }
  | {
      ok: false;
      reason: string;
      /** How long the server asks to be left alone, in milliseconds. */
      retryAfterMs: number | null;
      /** The host (with port) that answered, or null where none did. */
      host: string | null;
    };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

/**
 * Fetches a page or a feed once, without conditions. Expected failures are values; a mistake in the program rejects, and so
 * do the end of the program (EndingError) and a rejection of `onHost`.
 */
export async function fetchDocument(
  outbound: Outbound,
  url: string,
  now: Date,
  onHost?: OnHost,
): Promise<FetchedDocument> {
  try {
    return documentOf(await outbound.get(url, { accept: ACCEPT }, onHost), now);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { ok: false, reason: error.message, retryAfterMs: null, host: null };
  }
}

function documentOf(answer: OutboundResponse, now: Date): FetchedDocument {
  const { status, headers, body, url, permanentUrl } = answer;
  const { host } = new URL(url);
  if (status < 200 || status > 299)
    return { ok: false, reason: statusWords(status), retryAfterMs: retryAfterMs(headers, now), host };
  if (body.length === 0) return { ok: false, reason: emptyFailure().message, retryAfterMs: null, host };
  const movedTo = permanentUrl === url ? url : null;
  const contentType = headers['content-type'] ?? null;
  return { ok: true, body, contentType, link: headers['link'] ?? null, url, movedTo };
}
