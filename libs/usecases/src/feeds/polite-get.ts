import { RetryLaterError } from '#domain/errors.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { FetchedDocument } from '#feeds/discover/fetch-document.js';
import type { UseCaseDeps } from '../use-case-deps.js';

export type PoliteDeps = Pick<UseCaseDeps, 'clock' | 'fetchDocument' | 'hostGapMs' | 'pause'> & {
  stores: { feeds: Pick<FeedStore, 'reserveHost' | 'releaseHost'> };
};

/** Longest that a person is kept waiting for a host that is busy. */
const PATIENCE_MS = 10_000;
const STEP_MS = 250;

/** Far longer than a fetch may take: the host is free again where the process dies in between. */
const RESERVED_MS = 60_000;

/** A server that asks for more than that is asked again all the same. */
const MAX_REST_MS = 60 * 60_000;

/**
 * Fetches a document in the host's turn: one request of a host at a time and one start per gap, over all processes. Waits
 * some ten seconds for it; throws RetryLaterError where the host is still busy then.
 */
export async function politeGet(url: string, deps: PoliteDeps): Promise<FetchedDocument> {
  const { host } = new URL(url);
  await reserve(host, deps);
  let restMs = deps.hostGapMs;
  try {
    const fetched = await deps.fetchDocument(url);
    if (!fetched.ok) restMs = Math.max(restMs, Math.min(fetched.retryAfterMs ?? 0, MAX_REST_MS));
    return fetched;
  } finally {
    await deps.stores.feeds.releaseHost(host, new Date(deps.clock.now().getTime() + restMs));
  }
}

async function reserve(host: string, { stores, clock, hostGapMs, pause }: PoliteDeps): Promise<void> {
  const patience = Math.max(PATIENCE_MS, 2 * hostGapMs);
  for (let waited = 0; ; waited += STEP_MS) {
    const now = clock.now();
    if (await stores.feeds.reserveHost(host, { now, until: new Date(now.getTime() + RESERVED_MS) })) return;
    if (waited >= patience) throw busy(host);
    await pause(STEP_MS);
  }
}

function busy(host: string): RetryLaterError {
  return new RetryLaterError(
    `${host} is being asked by someone else at the moment, and no server is asked twice at a time; try again in ${PATIENCE_MS / 1_000} seconds`,
    PATIENCE_MS,
  );
}
