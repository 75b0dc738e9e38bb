import type { QueryFilter } from 'mongoose';
import type { WindowDocument } from './window-document.js';

/** The ledger rows whose work lags at `now`. */
export function outstandingAt(now: Date): QueryFilter<WindowDocument> {
  return { $or: [{ rollDue: true }, { evaluateDue: true, end: { $lte: now } }] };
}
