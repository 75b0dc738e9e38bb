import type { JobSpec } from '#domain/job.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import { CheckedDispatcher } from '../checked-dispatcher.js';
import type { DispatchLog } from '../dispatch-log.js';
import { SpecTable } from '../spec-table.js';
import { BullmqCarrier } from './bullmq-carrier.js';
import { connectRedis } from './connect-redis.js';
import { RedisWatch } from './redis-watch.js';

export type BullmqOptions = {
  redisUrl: string;
  specs: readonly JobSpec[];
  log: DispatchLog;
  /** Keeps apart what several installations hold in one Redis. */
  prefix?: string;
  /** How often dead workers are looked for. Their jobs are taken by others after at most four such intervals. */
  stalledIntervalMs?: number;
};

/**
 * A dispatcher on Redis, shared by any number of processes; one that only sends never calls `work`. `dispatch` and
 * `ping` reject after some 5 seconds while Redis is away; workers go on by themselves when it is back. Rejects with
 * an OperatorError where Redis cannot be used, after 8 seconds of trying.
 */
export async function openBullmq(options: BullmqOptions): Promise<Dispatcher> {
  const { redisUrl, specs, log, prefix = 'narrative', stalledIntervalMs = 7_500 } = options;
  const table = new SpecTable(specs);
  const redis = await connectRedis(redisUrl, log);
  const watch = new RedisWatch(redis.ask, log);
  const carrier = new BullmqCarrier(table, { redis, watch, log, prefix, stalledIntervalMs });
  await carrier.ready();
  return new CheckedDispatcher(table, carrier);
}
