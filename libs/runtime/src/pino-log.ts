import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Log } from '#domain/log.js';
import type { Env } from './env.js';

/** Structured lines on standard error, so that standard output stays free for answers. */
export class PinoLog extends Log {
  private readonly logger: Logger;

  constructor({ LOG_LEVEL }: Pick<Env, 'LOG_LEVEL'>, process: string) {
    super();
    this.logger = pino({ level: LOG_LEVEL, base: { process } }, pino.destination({ dest: 2, sync: true }));
  }

  debug(message: string, fields: Record<string, unknown> = {}): void {
    this.logger.debug(fields, message);
  }
  info(message: string, fields: Record<string, unknown> = {}): void {
    this.logger.info(fields, message);
  }
  warn(message: string, fields: Record<string, unknown> = {}): void {
    this.logger.warn(fields, message);
  }
  error(message: string, fields: Record<string, unknown> = {}): void {
    this.logger.error(fields, message);
  }
}

/** Nest's own messages in the same log; its start-up chatter only at debug. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown): void {
    this.target.debug(String(message));
  }
  warn(message: unknown): void {
    this.target.warn(String(message));
  }
  error(message: unknown): void {
    this.target.error(message instanceof Error ? message.message : String(message));
  }
}
