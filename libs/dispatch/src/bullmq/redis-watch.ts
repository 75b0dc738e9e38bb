import type { Redis } from 'ioredis';
import type { DispatchLog } from '../dispatch-log.js';

/** Watches one connection for all that go to the same Redis, so that an outage is told once, not once for each. */
export class RedisWatch {
  private away = false;
  private over = false;

  constructor(
    redis: Redis,
    private readonly log: DispatchLog,
  ) {
    redis.on('close', () => this.lost());
    redis.on('ready', () => this.back());
  }

  /** Tells of a queue's error, unless it is only how that queue saw the outage. */
  tell(job: string, error: Error & { code?: unknown; syscall?: unknown }): void {
    const ofConnection =
      error.syscall !== undefined || /connection is closed|socket timeout/i.test(error.message);
    if (this.over || this.away || ofConnection) return;
    this.log.warn('the queue reports an error', { job, error: error.message });
  }

  /** From here on the connections are closed on purpose. */
  end(): void {
    this.over = true;
  }

  private lost(): void {
    if (this.over || this.away) return;
    this.away = true;
    this.log.warn('the connection to Redis is lost; trying until it is back');
  }

  private back(): void {
    if (!this.away) return;
    this.away = false;
    this.log.warn('Redis is back');
  }
}
