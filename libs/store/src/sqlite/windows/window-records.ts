import { emptyTally } from '#domain/tally.js';
import type { Counts, RecordAbout, RecordQuery, TimedRecord, WindowRecord } from '#domain/window-record.js';
import type { Window } from '#domain/window.js';
import type { Connection } from '../connection.js';
import type { NameTable } from './name-table.js';
import { dateOf, msOf } from '../sql.js';
import { decodeCounts, encodeCells, encodeCounts } from './window-codec.js';
import { CellSums } from './cell-sums.js';
import { grainOf } from './window-row.js';

/** A series of one window. */
type Place = { grain: string; theme: string; about: RecordAbout; start_at: number };

const PLACE = '(grain, theme, about, start_at)';

/** Both leave a row alone that says the same already: most records of a recount do. */
const WRITE_TOTALS = `
INSERT INTO window_record (grain, theme, about, start_at, versions, totals)
VALUES (:grain, :theme, :about, :start_at, :versions, :totals)
ON CONFLICT ${PLACE} DO UPDATE SET versions = excluded.versions, totals = excluded.totals
WHERE versions IS NOT excluded.versions OR totals IS NOT excluded.totals`;
const WRITE_CELLS = `
INSERT INTO window_cells (grain, theme, about, start_at, cells)
VALUES (:grain, :theme, :about, :start_at, :cells)
ON CONFLICT ${PLACE} DO UPDATE SET cells = excluded.cells WHERE cells IS NOT excluded.cells`;

const STORED = 'SELECT theme, about FROM window_record WHERE grain = ? AND start_at = ?';

const READ_TOTALS = read('', '');
const READ_CELLS = read(
  ', c.cells',
  'CROSS JOIN window_cells c ON (c.grain, c.theme, c.about, c.start_at) = (r.grain, r.theme, r.about, r.start_at)',
);

function read(column: string, join: string): string {
  return `
    SELECT r.start_at, w.id, w.rolled, r.versions, r.totals ${column}
    FROM window_record r CROSS JOIN window w ON w.grain = r.grain AND w.start_at = r.start_at ${join}
    WHERE r.grain = :grain AND r.theme = :theme AND r.about = :about AND r.start_at >= :from AND r.start_at < :to
    ORDER BY r.start_at`;
}

type RecordRow = {
  start_at: number;
  id: string;
  rolled: number;
  versions: string;
  totals: Uint8Array;
  cells?: Uint8Array;
};

/** Writes the records and, for those that were there and are not any more, zeros. Expects a transaction around it. */
export function writeRecords(
  connection: Connection,
  names: NameTable,
  window: Window,
  records: WindowRecord[],
): void {
  const grain = grainOf(window);
  const start_at = msOf(window.start);
  const vanished = new Map<string, Place>();
  for (const { theme, about } of connection.all<Place>(STORED, [grain, start_at]))
    vanished.set(`${about} ${theme}`, { grain, theme, about, start_at });
  for (const { theme, about, versions, totals, cells } of records) {
    vanished.delete(`${about} ${theme}`);
    write(connection, names, { grain, theme, about, start_at }, { versions, totals, cells });
  }
  for (const place of vanished.values()) write(connection, names, place, nothing());
}

type Content = Pick<WindowRecord, 'versions' | 'totals' | 'cells'>;

function nothing(): Content {
  return { versions: [], totals: { all: emptyTally(), origins: emptyTally() }, cells: [] };
}

function write(connection: Connection, names: NameTable, place: Place, content: Content): void {
  const { versions, totals, cells } = content;
  connection.run(WRITE_TOTALS, {
    ...place,
    versions: JSON.stringify(versions),
    totals: encodeCounts(totals),
  });
  connection.run(WRITE_CELLS, { ...place, cells: encodeCells(cells, names) });
}

export function readRecords(connection: Connection, names: NameTable, query: RecordQuery): TimedRecord[] {
  const span = { grain: grainOf(query), from: msOf(query.from), to: msOf(query.to) };
  const sums = query.group && new CellSums(query.group, names);
  const records = query.series.flatMap(({ theme, about }) =>
    connection
      .all<RecordRow>(sums ? READ_CELLS : READ_TOTALS, { ...span, theme, about })
      .map((row) => toRecord(row, theme, about, sums)),
  );
  return query.series.length > 1 ? records.sort((a, b) => a.start.getTime() - b.start.getTime()) : records;
}

function toRecord(row: RecordRow, theme: string, about: RecordAbout, sums: CellSums | null): TimedRecord {
  return {
    windowId: row.id,
    theme,
    about,
    mark: row.rolled,
    versions: JSON.parse(row.versions) as number[],
    totals: decodeCounts(row.totals),
    groups: sums && row.cells ? sums.of(row.cells) : new Map<string, Counts>(),
    start: dateOf(row.start_at),
  };
}
