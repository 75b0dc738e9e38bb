import { RetryLaterError } from '#domain/errors.js';
import type { FeedStore } from '#domain/ports/feed-store.js';
import type { FetchedDocument } from '#feeds/discover/fetch-document.js';
import { HostTurns, hostRestMs } from '#feeds/fetch/host-turns.js';
import type { UseCaseDeps } from '../use-case-deps.js';

export type PoliteDeps = Pick<
  UseCaseDeps,
  'clock' | 'fetchDocument' | 'fetchTimeoutMs' | 'hostGapMs' | 'pause'
> & {
  stores: { feeds: Pick<FeedStore, 'reserveHost' | 'releaseHost'> };
};

/** Longest that a person is kept waiting for a host that is busy. */
const PATIENCE_MS = 10_000;
const STEP_MS = 250;

/** A reservation outlasts the fetch; the host is free again where the process dies in between. */
const RESERVED_TIMEOUTS = 2;

/**
 * Fetches a document in the turn of its host and of each that redirects lead to: one fetch of a host at a time and one
 * start per gap, over all processes. Waits some ten seconds for a turn; throws RetryLaterError where the host is still
 * busy then. The wait for the first host is not the fetch's, the wait for a later one is.
 */
export async function politeGet(url: string, deps: PoliteDeps): Promise<FetchedDocument> {
  const turns = new HostTurns(deps.stores.feeds);
  let refusal: (FetchedDocument & { ok: false }) | null = null;
  try {
    await takeTurn(new URL(url).host, turns, deps);
    const fetched = await deps.fetchDocument(url, (host) => takeTurn(host, turns, deps));
    if (!fetched.ok) refusal = fetched;
    return fetched;
  } finally {
    const now = deps.clock.now().getTime();
    await turns.end((host) => new Date(now + hostRestMs(host, deps.hostGapMs, refusal)));
  }
}

async function takeTurn(host: string, turns: HostTurns, deps: PoliteDeps): Promise<void> {
  const { clock, fetchTimeoutMs, hostGapMs, pause } = deps;
  const patience = Math.max(PATIENCE_MS, 2 * hostGapMs);
  for (let waited = 0; ; waited += STEP_MS) {
    const now = clock.now();
    const until = new Date(now.getTime() + RESERVED_TIMEOUTS * fetchTimeoutMs);
    if (await turns.take(host, { now, until })) return;
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
