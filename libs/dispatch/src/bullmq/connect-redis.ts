import { Redis, type RedisOptions } from 'ioredis';
import { OperatorError } from '#domain/errors.js';
import type { DispatchLog } from '../dispatch-log.js';
import { endsWithin } from '../ends-within.js';
import { checkRedisServer } from './check-redis-server.js';
import { showRedisUrl } from './redis-url.js';

const CONNECT_DEADLINE_MS = 8_000;

const COMMON = {
  retryStrategy: (times: number) => Math.min(250 * times, 1_000),
  // Longer than a worker's longest blocking wait (10 s): finds connections that died without a word.
  socketTimeout: 30_000,
  disconnectTimeout: 500,
} satisfies RedisOptions;

/** `ask` gives up on a question after a few seconds; `wait` keeps it until Redis is back, as workers need it. */
export type Connections = { ask: Redis; wait: Redis };

/**
 * Connects to Redis, trying for `deadlineMs`. Rejects with an OperatorError where it cannot be reached, refuses the
 * password or is older than 6.2. Warns where its settings may evict jobs.
 */
export async function connectRedis(
  redisUrl: string,
  log: DispatchLog,
  deadlineMs = CONNECT_DEADLINE_MS,
): Promise<Connections> {
  const shown = showRedisUrl(redisUrl);
  const ask = new Redis(redisUrl, { ...COMMON, maxRetriesPerRequest: 5 });
  try {
    checkRedisServer(await firstAnswer(ask, shown, deadlineMs), shown, log);
  } catch (error) {
    ask.disconnect();
    throw error;
  }
  const wait = new Redis(redisUrl, { ...COMMON, maxRetriesPerRequest: null });
  // The watch on `ask` tells of outages; an error that nobody listens to would be printed to the console.
  wait.on('error', () => undefined);
  return { ask, wait };
}

/** The server's description of itself. */
async function firstAnswer(redis: Redis, shown: string, deadlineMs: number): Promise<string> {
  let info = '';
  let reason = 'no answer';
  redis.on('error', (error: Error) => {
    reason = error.message || String(error);
  });
  const answered = new Promise((resolve) => redis.once('ready', resolve)).then(async () => {
    info = await redis.info();
  });
  if (await endsWithin(answered, deadlineMs)) return info;
  throw new OperatorError(
    `cannot reach Redis at ${shown} (${reason}): check REDIS_URL with its password, that Redis runs there, ` +
      'and that this machine may connect to it',
  );
}
