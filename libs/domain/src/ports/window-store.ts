import type { LedgerRow, Window } from '../window.js';
import type { RecordQuery, TimedRecord, WindowRecord } from '../window-record.js';

export abstract class WindowStore {
  /** Raises the mark of each window by one, creating its row. */
  abstract mark(windows: Window[]): Promise<void>;

  /** Creates rows marked 1 for windows that have none; leaves others untouched. */
  abstract ensure(windows: Window[]): Promise<void>;

  abstract get(id: string): Promise<LedgerRow | null>;

  /**
   * Rows to be counted (marked > rolled), or rows to be judged: counted, ended by `now`, and rolled > evaluated.
   * The earliest end first.
   */
  abstract outstanding(ask: { work: 'count' | 'judge'; now: Date; limit: number }): Promise<LedgerRow[]>;

  /**
   * Replaces the window's records, all of which carry `mark`: stored records that are missing here are written as
   * zeros, those of all themes last; then claims `rolled`. Returns false, leaving `rolled` as it is, where a newer
   * mark's records are already there. Rejects with MissingRowError for a window without a row, or whose row is
   * marked lower: it was forgotten and created again since the mark was read.
   */
  abstract replace(window: Window, mark: number, records: WindowRecord[]): Promise<boolean>;

  /** Claims `evaluated`; never lowers it. Rejects with MissingRowError for a window without a row. */
  abstract evaluated(id: string, mark: number): Promise<void>;

  /** The records asked for in ascending order of window start. Windows and themes without a record are left out. */
  abstract records(query: RecordQuery): Promise<TimedRecord[]>;

  /** Drops rows and records of half hours that ended before `before`, at most `limit` windows; returns how many. */
  abstract forgetHalfHours(before: Date, limit: number): Promise<number>;
}
