import type { OutboundError, OutboundErrorKind } from '#outbound/outbound-error.js';

/**
 * `status`: an answer that is no document; `empty`: one without content; `broken-off`: an error of this program or its
 * store; the rest is between this machine and the server.
 */
export type FetchFailureKind = Exclude<OutboundErrorKind, 'opted-out'> | 'status' | 'empty' | 'broken-off';

export type FetchFailure = {
  kind: FetchFailureKind;
  /** How much it counts for the wait until the next try: 1, ½ or ¼. */
  weight: number;
  /** For people who are no programmers. */
  message: string;
};

/** Nothing will change by itself. */
export const HARD = 1;
/** Likely to pass: the server is busy, or its publisher is at work on it. */
export const PASSING = 1 / 2;
/** Most likely not the server's doing at all. */
export const ELSEWHERE = 1 / 4;

const STATUS_WORDS = new Map([
  [304, 'it says that nothing changed, which it was not asked'],
  [401, 'it wants a password'],
  [403, 'it does not let this program read the feed'],
  [404, 'there is nothing at this address'],
  [408, 'it waited too long for the request'],
  [410, 'there was something at this address, and it is gone for good'],
  [429, 'it is asked too often'],
  [451, 'it may not show this by law'],
]);

/** What a status that brings no document says, in words, beginning with its number. */
export function statusWords(status: number): string {
  return `HTTP ${status}: ${STATUS_WORDS.get(status) ?? rangeWords(status)}`;
}

function rangeWords(status: number): string {
  if (status >= 500) return 'the server has a fault of its own';
  if (status >= 400) return 'the server refuses the request';
  return status >= 300 ? 'the server redirects to nowhere' : 'the server gives no document';
}

export function statusFailure(status: number): FetchFailure {
  const isPassing = status === 404 || status === 408 || status === 429 || status >= 500;
  return { kind: 'status', weight: isPassing ? PASSING : HARD, message: statusWords(status) };
}

export function emptyFailure(): FetchFailure {
  return { kind: 'empty', weight: HARD, message: 'the answer is empty' };
}

/** A poll that threw: what it choked on is likely to be there the next time too. */
export function brokenOffFailure(error: unknown): FetchFailure {
  const why = error instanceof Error ? error.message : String(error);
  return { kind: 'broken-off', weight: HARD, message: `the poll broke off: ${why}` };
}

/** Why there was no answer, or undefined for an error that says that none was wanted. */
export function outboundFailure({ kind, message }: OutboundError): FetchFailure | undefined {
  return kind === 'opted-out' ? undefined : { kind, weight: weightOf(kind), message };
}

function weightOf(kind: OutboundErrorKind): number {
  if (kind === 'dns-temporary') return ELSEWHERE;
  return kind === 'timeout' ? PASSING : HARD;
}
