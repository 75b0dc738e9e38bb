import { ParsePool } from '#feeds/worker/parse-pool.js';
import type { Env } from './env.js';

/** Documents read at once: more would only take the processor from those who wait for an answer. */
const THREADS = 2;

/** Far above what a document of the largest size that is fetched needs. */
const MAX_MEMORY_MB = 512;

/** Opens the threads that documents are read in. */
export function openParser(env: Pick<Env, 'PARSE_TIMEOUT_MS'>): ParsePool {
  return new ParsePool({
    threads: THREADS,
    deadlineMs: env.PARSE_TIMEOUT_MS,
    maxMemoryMb: MAX_MEMORY_MB,
  });
}
