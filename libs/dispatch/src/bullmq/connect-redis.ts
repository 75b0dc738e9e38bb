import { Redis, type RedisOptions } from 'ioredis';
import { OperatorError } from '#domain/errors.js';
import type { DispatchLog } from '../dispatch-log.js';
import { endsWithin } from '../ends-within.js';
import { showRedisUrl } from './redis-url.js';

const CONNECT_DEADLINE_MS = 8_000;

/** How long one question to Redis may stay without an answer. */
export const ANSWER_DEADLINE_MS = 5_000;

const COMMON = {
  retryStrategy: (times: number) => Math.min(250 * times, 1_000),
  // Longer than a worker's longest blocking wait (10 s): finds connections that died without a word.
  socketTimeout: 30_000,
} satisfies RedisOptions;

/** `ask` gives up on a question after a few seconds; `wait` keeps it until Redis is back, as workers need it. */
export type Connections = { ask: Redis; wait: Redis };

/**
 * Connects to Redis, trying for 8 seconds. Rejects with an OperatorError where it cannot be reached, refuses the
 * password or is older than 6.2. Warns where its settings may evict jobs.
 */
export async function connectRedis(redisUrl: string, log: DispatchLog): Promise<Connections> {
  const shown = showRedisUrl(redisUrl);
  const ask = new Redis(redisUrl, { ...COMMON, maxRetriesPerRequest: 5, commandTimeout: ANSWER_DEADLINE_MS });
  try {
    await untilReady(ask, shown);
    checkServer(await ask.info(), shown, log);
  } catch (error) {
    ask.disconnect();
    throw error;
  }
  const wait = new Redis(redisUrl, { ...COMMON, maxRetriesPerRequest: null });
  // The watch on `ask` tells of outages; an error that nobody listens to would be printed to the console.
  wait.on('error', () => undefined);
  return { ask, wait };
}

async function untilReady(redis: Redis, shown: string): Promise<void> {
  let reason = 'no answer';
  redis.on('error', (error: Error) => {
    reason = error.message || String(error);
  });
  const ready = new Promise((resolve) => redis.once('ready', resolve));
  if (await endsWithin(ready, CONNECT_DEADLINE_MS)) return;
  throw new OperatorError(
    `cannot reach Redis at ${shown} (${reason}): check REDIS_URL with its password, that Redis runs there, ` +
      'and that this machine may connect to it',
  );
}

function checkServer(info: string, shown: string, log: DispatchLog): void {
  const [major = 0, minor = 0] = (/^redis_version:(\S+)/m.exec(info)?.[1] ?? '').split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2)) {
    throw new OperatorError(`Redis at ${shown} is version ${major}.${minor}: version 6.2 or newer is needed`);
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
  if (policy !== 'noeviction') {
    log.warn('Redis may evict jobs: set its maxmemory-policy to noeviction', { redis: shown, policy });
  }
}
