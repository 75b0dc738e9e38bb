import { HttpException, ServiceUnavailableException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { InvalidRequestError, NotFoundError, RetryLaterError } from '#domain/errors.js';

/** A parameter that cannot be used as given. */
export type InvalidParameter = { parameter: string; detail: string };

/** Problem details as of RFC 9457; `errors` is an extension for parameters. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: InvalidParameter[];
  /** Seconds after which the same may be asked again. */
  retryAfter?: number;
};

/** Parameters that do not pass their schema. */
export class InvalidParametersError extends InvalidRequestError {
  constructor(readonly errors: InvalidParameter[]) {
    super(errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '));
  }
}

/** An answer that tells of an expected failure, with members of its own beside the detail. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    detail: string,
    readonly members: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

/** The problem that an error is to whoever asked, or null where it is one of ours. */
export function problemOf(error: unknown, instance: string): Problem | null {
  if (error instanceof NotFoundError) return problem(404, error.message, instance);
  if (error instanceof InvalidParametersError)
    return { ...problem(400, error.message, instance), errors: error.errors };
  if (error instanceof InvalidRequestError) return problem(400, error.message, instance);
  if (error instanceof ProblemError)
    return { ...error.members, ...problem(error.status, error.message, instance) };
  if (error instanceof RetryLaterError)
    return { ...problem(503, error.message, instance), retryAfter: Math.ceil(error.afterMs / 1_000) };
  if (error instanceof ServiceUnavailableException) return problem(503, whatIsDown(error), instance);
  if (error instanceof HttpException) return problem(error.getStatus(), error.message, instance);
  if (isClientError(error)) return problem(error.status, error.message, instance);
  return null;
}

/** The parts that a health check found down, and why. */
function whatIsDown(error: ServiceUnavailableException): string {
  const { error: parts } = error.getResponse() as { error?: Record<string, { message?: string }> };
  if (typeof parts !== 'object') return error.message;
  return Object.entries(parts)
    .map(([part, { message }]) => `${part}: ${message ?? 'down'}`)
    .join('; ');
}

export function problem(status: number, detail: string, instance: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, instance };
}

/** What Express makes of a request it cannot read, such as a malformed escape in a path. */
function isClientError(error: unknown): error is Error & { status: number } {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
