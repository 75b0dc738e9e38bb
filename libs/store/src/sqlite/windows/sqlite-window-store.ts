import { MissingRowError } from '#domain/errors.js';
import { WindowStore } from '#domain/ports/window-store.js';
import type { RecordQuery, TimedRecord, WindowRecord } from '#domain/window-record.js';
import type { LedgerRow, Window } from '#domain/window.js';
import type { Connection } from '../connection.js';
import { NameTable } from './name-table.js';
import { insertInto, msOf } from '../sql.js';
import { readRecords, writeRecords } from './window-records.js';
import { toLedgerRow, WINDOW_COLUMNS, windowRow, type WindowRow } from './window-row.js';

const NEW_ROW = insertInto('window', [...WINDOW_COLUMNS, 'marked', 'rolled', 'evaluated']);
const MARK = `${NEW_ROW} ON CONFLICT (id) DO UPDATE SET marked = marked + 1`;
const ENSURE = `${NEW_ROW} ON CONFLICT (id) DO NOTHING`;

/** Marked is never below rolled, nor rolled below evaluated, so the index of marked > evaluated holds all of these. */
const TO_COUNT = outstandingWhere('marked > rolled');
const TO_JUDGE = outstandingWhere('marked = rolled AND end_at <= :now');

function outstandingWhere(condition: string): string {
  return `
    SELECT * FROM window INDEXED BY window_outstanding
    WHERE marked > evaluated AND ${condition}
    ORDER BY end_at, id LIMIT :limit`;
}

const FORGOTTEN = `
SELECT grain, start_at FROM window INDEXED BY window_half_hour
WHERE granularity = '30m' AND end_at < ? ORDER BY end_at LIMIT ?`;

/** The records of a window are found by the window, the cells by their records. */
const FORGET = [
  `DELETE FROM window_cells WHERE (grain, theme, about, start_at) IN
    (SELECT grain, theme, about, start_at FROM window_record WHERE grain = :grain AND start_at = :start_at)`,
  'DELETE FROM window_record WHERE grain = :grain AND start_at = :start_at',
  'DELETE FROM window WHERE grain = :grain AND start_at = :start_at',
];

export class SqliteWindowStore extends WindowStore {
  private readonly names: NameTable;

  constructor(private readonly connection: Connection) {
    super();
    this.names = new NameTable(connection);
  }

  override async mark(windows: Window[]): Promise<void> {
    this.addRows(MARK, windows);
  }

  override async ensure(windows: Window[]): Promise<void> {
    this.addRows(ENSURE, windows);
  }

  override async get(id: string): Promise<LedgerRow | null> {
    const row = this.connection.get<WindowRow>('SELECT * FROM window WHERE id = ?', [id]);
    return row ? toLedgerRow(row) : null;
  }

  override async outstanding(ask: {
    work: 'count' | 'judge';
    now: Date;
    limit: number;
  }): Promise<LedgerRow[]> {
    const { work, now, limit } = ask;
    const rows =
      work === 'count'
        ? this.connection.all<WindowRow>(TO_COUNT, { limit })
        : this.connection.all<WindowRow>(TO_JUDGE, { now: msOf(now), limit });
    return rows.map(toLedgerRow);
  }

  override async replace(window: Window, mark: number, records: WindowRecord[]): Promise<boolean> {
    this.names.add(
      records.flatMap(({ cells }) => cells.flatMap(({ source, language }) => [source, language])),
    );
    return this.connection.atomic(() => {
      const sql = 'SELECT marked, rolled FROM window WHERE id = ?';
      const row = this.connection.get<{ marked: number; rolled: number }>(sql, [window.id]);
      if (!row || row.marked < mark) throw new MissingRowError('window', window.id);
      if (row.rolled > mark) return false;
      writeRecords(this.connection, this.names, window, records);
      this.connection.run('UPDATE window SET rolled = ? WHERE id = ?', [mark, window.id]);
      return true;
    });
  }

  override async evaluated(id: string, mark: number): Promise<void> {
    const changed = this.connection.run('UPDATE window SET evaluated = max(evaluated, ?) WHERE id = ?', [
      mark,
      id,
    ]);
    if (changed === 0) throw new MissingRowError('window', id);
  }

  override async records(query: RecordQuery): Promise<TimedRecord[]> {
    return readRecords(this.connection, this.names, query);
  }

  override async forgetHalfHours(before: Date, limit: number): Promise<number> {
    return this.connection.atomic(() => {
      const rows = this.connection.all<{ grain: string; start_at: number }>(FORGOTTEN, [msOf(before), limit]);
      for (const { grain, start_at } of rows)
        for (const sql of FORGET) this.connection.run(sql, { grain, start_at });
      return rows.length;
    });
  }

  private addRows(sql: string, windows: Window[]): void {
    this.connection.atomic(() => {
      for (const window of windows)
        this.connection.run(sql, { ...windowRow(window), marked: 1, rolled: 0, evaluated: 0 });
    });
  }
}
