import { OperatorError } from '#domain/errors.js';
import { checkRedisServer } from './check-redis-server.js';

describe('checking the Redis server', () => {
  let warnings: string[];
  const log = {
    debug: () => undefined,
    warn: (message: string) => void warnings.push(message),
    error: () => undefined,
  };
  beforeEach(() => {
    warnings = [];
  });

  const info = (version: string, policy: string): string =>
    `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;

  it.each(['6.2.0', '7.0.15', '10.1.0'])('takes version %s without a word', (version) => {
    checkRedisServer(info(version, 'noeviction'), 'redis://host:6379', log);
    expect(warnings).toEqual([]);
  });

  it.each(['6.0.16', '5.0.7', '2.8.9'])('refuses version %s and says which is needed', (version) => {
    const check = (): void => checkRedisServer(info(version, 'noeviction'), 'redis://host:6379', log);
    expect(check).toThrow(OperatorError);
    expect(check).toThrow(/redis:\/\/host:6379 is version .* 6\.2 or newer/);
  });

  it('warns where jobs may be evicted', () => {
    checkRedisServer(info('7.0.15', 'allkeys-lru'), 'redis://host:6379', log);
    expect(warnings).toEqual([expect.stringContaining('noeviction')]);
  });
});
