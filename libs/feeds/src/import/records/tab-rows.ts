import type { RowReader } from './csv-rows.js';
import { TOO_LONG } from './raw-record.js';

/** A cell in quotation marks, with those in it doubled, as spreadsheets write cells with commas. */
const QUOTED = /^"((?:[^"]|"")*)"$/;

/** Rows of cells between tabs, each on a line of its own. Without `quotes` a quotation mark is always part of the text. */
export function tabRows(quotes: boolean): RowReader {
  return {
    take: ({ text, isCut }) => {
      if (isCut) return [{ text, reason: TOO_LONG }];
      if (!text.trim()) return [];
      const cells = text.split('\t');
      return [{ text, cells: quotes ? cells.map(unquoted) : cells }];
    },
    end: () => [],
  };
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? (QUOTED.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell) : cell;
}
