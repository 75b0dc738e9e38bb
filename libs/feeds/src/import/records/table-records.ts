import { OperatorError } from '#domain/errors.js';
import type { Line } from '../lines/read-lines.js';
import { checkColumns } from './check-columns.js';
import { CsvRows, type Row, type RowReader } from './csv-rows.js';
import { broken, type RawRecord } from './raw-record.js';
import { tabRows } from './tab-rows.js';
import { likelyDelimiter, notedDelimiter } from './table-shape.js';
import type { RecordsFile } from './records-file.js';

/**
 * The records of a table, some at a time. Rejects with OperatorError where its columns are not those that are asked for.
 * Rows of empty cells are no records.
 */
export async function* tableRecords(
  lines: AsyncIterable<Line[]>,
  file: RecordsFile,
): AsyncGenerator<RawRecord[]> {
  let placeOf: PlaceOf | null = null;
  for await (const rows of rowsOf(lines, file)) {
    if (placeOf === null) {
      const [first] = rows;
      if (!first) continue;
      placeOf = placesIn(first, file);
      if (file.preset.header) rows.shift();
    }
    yield recordsOf(rows, placeOf);
  }
}

/** The place of a column in every row, undefined where there is no such column. */
type PlaceOf = (column: string) => number | undefined;

function placesIn(first: Row, file: RecordsFile): PlaceOf {
  if (!('cells' in first))
    throw new OperatorError(`The first line of ${file.name} cannot be read: ${first.reason}.`);
  const { cells } = first;
  const names = file.preset.header ? cells.map((cell) => cell.trim()) : cells.map((_, i) => String(i + 1));
  const numbered = names.map((name, i): [string, number] => [name.toLowerCase(), i]);
  // Of columns with the same name the first counts.
  const places = new Map(numbered.reverse());
  const placeOf: PlaceOf = (column) => places.get(column.toLowerCase());
  checkColumns(file, names, (column) => placeOf(column) !== undefined);
  return placeOf;
}

function recordsOf(rows: Row[], placeOf: PlaceOf): RawRecord[] {
  return rows.flatMap((row) => {
    if (!('cells' in row)) return [broken(row.text, row.reason)];
    const { text, cells } = row;
    if (cells.every((cell) => !cell.trim())) return [];
    const fields = (column: string): string | undefined => cells[placeOf(column) ?? -1];
    return [{ text, read: () => ({ ok: true, fields }) }];
  });
}

async function* rowsOf(lines: AsyncIterable<Line[]>, file: RecordsFile): AsyncGenerator<Row[]> {
  let reader: RowReader | null = null;
  for await (const part of lines) {
    reader ??= readerFor(part, file);
    yield part.flatMap((line) => reader!.take(line));
  }
  if (reader) yield reader.end();
}

/** Takes a note of the delimiter out of the lines. */
function readerFor(lines: Line[], { format, preset }: RecordsFile): RowReader {
  if (format === 'tsv') return tabRows(preset.quotes);
  const noted = notedDelimiter(lines[0]);
  if (noted !== null) lines.shift();
  return new CsvRows(noted ?? likelyDelimiter(lines[0]?.text ?? ''));
}
