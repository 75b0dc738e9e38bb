import type { Line } from '../lines/read-lines.js';
import { CsvRow } from './csv-row.js';

const DELIMITERS = [',', ';', '\t', '|'];

/** The line in which Excel notes the delimiter, above the header. */
const NOTE = /^\ufeff?"?sep=(.)"?$/i;

/** The delimiter that a first line notes, or null where it is no such note. */
export function notedDelimiter(line: Line | undefined): string | null {
  return NOTE.exec(line?.text.trim() ?? '')?.[1] ?? null;
}

/** The delimiter that makes the most cells of a header: spreadsheets of many countries write semicolons. */
export function likelyDelimiter(header: string): string {
  const cellsBy = (delimiter: string): number => {
    const row = new CsvRow(delimiter);
    row.take(header);
    return row.cells.length;
  };
  return DELIMITERS.reduce((best, delimiter) => (cellsBy(delimiter) > cellsBy(best) ? delimiter : best));
}
