/**
 * The cells of one row of CSV (RFC 4180), whose quoted cells may span lines. As people write it: blanks around quoted
 * cells, and quotation marks within a cell that are not doubled; one ends its cell only before a delimiter or a line end.
 */
export class CsvRow {
  readonly cells: string[] = [];
  /** Whether a quotation mark within a quoted cell was not doubled. */
  hasStrayMark = false;
  /** What was read of a quoted cell that has not ended. */
  private open: string | null = null;

  constructor(private readonly delimiter: string) {}

  /** Reads on in the next line; true where the row ends with it. Linear. */
  take(line: string): boolean {
    let at = this.open === null ? 0 : this.quotedCell(line, 0);
    while (at !== null && at <= line.length) {
      const start = skipBlanks(line, at);
      at = line[start] === '"' ? this.quotedCell(line, start + 1) : this.plainCell(line, at);
    }
    return at !== null;
  }

  /** Where the next cell begins: beyond the line after the last one, null where the cell has not ended. */
  private quotedCell(line: string, from: number): number | null {
    let text = this.open ?? '';
    let at = from;
    for (let quote = line.indexOf('"', at); quote >= 0; quote = line.indexOf('"', at)) {
      text += line.slice(at, quote);
      const end = skipBlanks(line, quote + 1);
      if (end === line.length || line.startsWith(this.delimiter, end)) {
        this.open = null;
        this.cells.push(text);
        return end + 1;
      }
      const isDoubled = line[quote + 1] === '"';
      this.hasStrayMark ||= !isDoubled;
      text += '"';
      at = quote + (isDoubled ? 2 : 1);
    }
    this.open = `${text}${line.slice(at)}\n`;
    return null;
  }

  private plainCell(line: string, from: number): number {
    const found = line.indexOf(this.delimiter, from);
    const end = found < 0 ? line.length : found;
    this.cells.push(line.slice(from, end));
    return end + 1;
  }
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}
