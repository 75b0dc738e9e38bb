import { OperatorError } from '#domain/errors.js';
import type { DispatchLog } from '../dispatch-log.js';

/**
 * Reads the answer to INFO. Throws an OperatorError where Redis is older than 6.2, and warns where its settings let
 * it evict jobs.
 */
export function checkRedisServer(info: string, shown: string, log: DispatchLog): void {
  const [major = 0, minor = 0] = (/^redis_version:(\S+)/m.exec(info)?.[1] ?? '').split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2)) {
    throw new OperatorError(`Redis at ${shown} is version ${major}.${minor}: version 6.2 or newer is needed`);
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
  if (policy !== 'noeviction') {
    log.warn('Redis may evict jobs: set its maxmemory-policy to noeviction', { redis: shown, policy });
  }
}
