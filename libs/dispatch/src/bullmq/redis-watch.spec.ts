import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import { RedisWatch } from './redis-watch.js';

describe('watching the connection to Redis', () => {
  let warnings: string[];
  let redis: EventEmitter;
  let watch: RedisWatch;
  beforeEach(() => {
    warnings = [];
    redis = new EventEmitter();
    const log = {
      debug: () => undefined,
      warn: (message: string) => void warnings.push(message),
      error: () => undefined,
    };
    watch = new RedisWatch(redis as Redis, log);
  });

  it('tells once of each outage, however often it is tried to connect', () => {
    for (const event of ['close', 'close', 'close', 'ready', 'close', 'close', 'ready']) redis.emit(event);
    const [lost, back] = [expect.stringContaining('lost'), 'Redis is back'];
    expect(warnings).toEqual([lost, back, lost, back]);
  });

  it('tells of a queue’s own errors, not of how it saw an outage', () => {
    watch.tell('test.run', new Error('Missing lock for job 7'));
    watch.tell('test.run', Object.assign(new Error('read ECONNRESET'), { syscall: 'read' }));
    watch.tell('test.run', new Error('Connection is closed.'));
    redis.emit('close');
    watch.tell('test.run', new Error('whatever follows from it'));
    expect(warnings).toEqual(['the queue reports an error', expect.stringContaining('lost')]);
  });

  it('is silent when the connection is closed on purpose', () => {
    watch.end();
    redis.emit('close');
    watch.tell('test.run', new Error('Missing lock for job 7'));
    expect(warnings).toEqual([]);
  });
});
