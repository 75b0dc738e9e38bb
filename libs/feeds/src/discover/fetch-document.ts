import type { Outbound, OutboundResponse } from '#outbound/outbound.js';
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
    };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

/** Fetches a page or a feed once, without conditions. Expected failures are values; only a mistake in the program rejects. */
export async function fetchDocument(outbound: Outbound, url: string, now: Date): Promise<FetchedDocument> {
  try {
    return documentOf(await outbound.get(url, { accept: ACCEPT }), now);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return failed(error.message, null);
  }
}

function documentOf(answer: OutboundResponse, now: Date): FetchedDocument {
  const { status, headers, body, url, permanentUrl } = answer;
  if (status < 200 || status > 299) return failed(statusWords(status), retryAfterMs(headers, now));
  if (body.length === 0) return failed(emptyFailure().message, null);
  const movedTo = permanentUrl === url ? url : null;
  const contentType = headers['content-type'] ?? null;
  return { ok: true, body, contentType, link: headers['link'] ?? null, url, movedTo };
}

function failed(reason: string, wait: number | null): FetchedDocument {
  return { ok: false, reason, retryAfterMs: wait };
}
