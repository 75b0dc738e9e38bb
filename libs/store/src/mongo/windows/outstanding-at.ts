import type { QueryFilter } from 'mongoose';
import type { WindowDocument } from './window-document.js';

/** Rows that are counted, have ended, and are not judged. */
export function judgeable(now: Date): QueryFilter<WindowDocument> {
  return { rollDue: false, evaluateDue: true, end: { $lte: now } };
}

/** The ledger rows whose work lags at `now`. */
export function outstandingAt(now: Date): QueryFilter<WindowDocument> {
  return { $or: [{ rollDue: true }, { evaluateDue: true, end: { $lte: now } }] };
}
