import { type Line, MAX_LINE_BYTES } from '../lines/read-lines.js';
import { CsvRow } from './csv-row.js';
import { TOO_LONG } from './raw-record.js';

/** A row of a table as it stands in the file, or why its cells cannot be told apart. */
export type Row = { text: string } & ({ cells: string[] } | { reason: string });

/** Puts rows together from the lines of a table. */
export type RowReader = {
  take(line: Line): Row[];
  /** What is left when the file ends. */
  end(): Row[];
};

/** A row of more lines is one whose quotation mark was never closed. */
const MAX_LINES = 100;

/**
 * Rows of CSV. A quotation mark that is never closed costs its own line: where a row runs on without an end, or spans lines
 * and has other marks that are not doubled or another number of cells than the first row, its first line is read by
 * itself, and the others again.
 */
export class CsvRows implements RowReader {
  private row: CsvRow;
  private lines: string[] = [];
  private length = 0;
  private columns: number | null = null;

  constructor(private readonly delimiter: string) {
    this.row = new CsvRow(delimiter);
  }

  take({ text, isCut }: Line): Row[] {
    if (isCut) return [...this.end(), { text, reason: TOO_LONG }];
    if (this.lines.length === 0 && !text.trim()) return [];
    this.lines.push(text);
    this.length += text.length;
    if (this.row.take(text)) return this.whole();
    return this.lines.length > MAX_LINES || this.length > MAX_LINE_BYTES ? this.firstAlone() : [];
  }

  end(): Row[] {
    const rows: Row[] = [];
    while (this.lines.length > 0) rows.push(...this.firstAlone());
    return rows;
  }

  private whole(): Row[] {
    const { cells, hasStrayMark } = this.row;
    const isOdd = hasStrayMark || (this.columns !== null && cells.length !== this.columns);
    if (this.lines.length > 1 && isOdd) return this.firstAlone();
    this.columns ??= cells.length;
    return [{ text: this.begin().join('\n'), cells }];
  }

  /** The first line with quotation marks as part of its text, and what the others are without it. */
  private firstAlone(): Row[] {
    const [text = '', ...others] = this.begin();
    const cells = text.split(this.delimiter);
    const first: Row =
      cells.length === this.columns ? { text, cells } : { text, reason: 'a quotation mark is never closed' };
    return [first, ...others.flatMap((line) => this.take({ text: line, isCut: false }))];
  }

  /** Begins the next row; returns the lines of this one. */
  private begin(): string[] {
    const { lines } = this;
    this.lines = [];
    this.length = 0;
    this.row = new CsvRow(this.delimiter);
    return lines;
  }
}
