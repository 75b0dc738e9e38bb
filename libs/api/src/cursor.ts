import { InvalidRequestError } from '#domain/errors.js';

/** A place in a list ordered by an instant and an id, as an opaque token. */
export function writeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

/** The last instant that a Date can hold. */
const MOST_MS = 8.64e15;

/** Throws InvalidRequestError for a token that {@link writeCursor} did not make. */
export function readCursor(token: string): { at: Date; id: string } {
  const [, ms, id] = /^(-?\d{1,16}) (\S+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (!ms || !id || Math.abs(Number(ms)) > MOST_MS)
    throw new InvalidRequestError('cursor: use the value of next from an earlier answer, unchanged');
  return { at: new Date(Number(ms)), id };
}
