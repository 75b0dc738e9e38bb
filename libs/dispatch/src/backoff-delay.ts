import type { RetryPolicy } from '#domain/job.js';

/**
 * Milliseconds to wait after the `triesMade`-th try (from 1) has failed: the policy's `backoffMs`, doubled with each
 * further one.
 */
export function backoffDelay(retry: RetryPolicy, triesMade: number): number {
  return retry.backoffMs * 2 ** (triesMade - 1);
}
