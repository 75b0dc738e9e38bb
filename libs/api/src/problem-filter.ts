import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Log } from '#domain/log.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { problem, type Problem, problemOf } from './problem.js';

/** Answers every error with problem details; what is not the caller's is logged and told without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(UseCaseDeps) private readonly deps: UseCaseDeps,
    @Inject(Log) private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const answer = problemOf(error, request.originalUrl) ?? (await this.ownFault(error, request.originalUrl));
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.end();
    if (answer.status === 503) response.setHeader('Retry-After', String(answer.retryAfter ?? 10));
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
  }

  private async ownFault(error: unknown, instance: string): Promise<Problem> {
    this.log.error('a request failed', {
      url: instance,
      error: error instanceof Error ? error.message : String(error),
    });
    const answers = await this.deps.stores.ping().then(
      () => true,
      () => false,
    );
    if (answers) return problem(500, 'Something went wrong here; the log of the server says what.', instance);
    return problem(
      503,
      'The store does not answer at the moment. Nothing is lost; try again shortly.',
      instance,
    );
  }
}
