import type { Log } from '#domain/log.js';
import type { Stores } from '#domain/ports/stores.js';

const CHECK_MS = 2_000;

/**
 * Calls `onLost` once the store has not answered for `lostAfterMs`; says so in the log when an outage begins and ends.
 * Returns how to end the watch.
 */
export function watchStore(
  stores: Stores,
  lostAfterMs: number,
  log: Log,
  onLost: (why: string) => void,
): () => void {
  let lostSince: number | null = null;
  let ended = false;
  const check = async (): Promise<void> => {
    try {
      await stores.ping();
      if (lostSince !== null) log.info('the store answers again');
      lostSince = null;
    } catch (error) {
      // The store was closed under a check that was under way.
      if (ended) return;
      const why = (error as Error).message;
      if (lostSince === null) log.error('the store does not answer', { error: why });
      lostSince ??= Date.now();
      if (Date.now() - lostSince >= lostAfterMs) onLost(why);
    }
  };
  let checking = Promise.resolve();
  const timer = setInterval(() => (checking = checking.then(check)), Math.min(CHECK_MS, lostAfterMs));
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
