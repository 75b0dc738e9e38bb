import { OperatorError } from '#domain/errors.js';

/** The address without user and password, fit for a log. Throws an OperatorError for what is no Redis URL. */
export function showRedisUrl(redisUrl: string): string {
  const url = URL.canParse(redisUrl) ? new URL(redisUrl) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
    throw new OperatorError(
      'REDIS_URL is no Redis address: it should read redis://HOST:PORT or rediss://HOST:PORT',
    );
  }
  return `${url.protocol}//${url.hostname}:${url.port || '6379'}${url.pathname.replace(/^\/$/, '')}`;
}
