/** Stands between the words of a pattern, and before its first. */
export const WORD_START = '\u0001';

/** A pattern that ends with the unit before `end`; the same pattern may be reported at several ends. */
export type PatternSink = (pattern: number, end: number) => void;

/**
 * The automaton of Aho and Corasick (Communications of the ACM 18, 1975, p. 333) over UTF-16 units, with every
 * transition written out: one look-up for each unit of the text, whatever the number of patterns. Units that no pattern
 * has share one column.
 */
export class DenseAutomaton {
  /** By code unit, the column of a row; 0 for units of no pattern. */
  private readonly columns = new Uint8Array(0x10000);
  private readonly wordStart: number;
  /** By row and column, where the next row begins, times two, plus one where patterns end there. */
  private readonly cells: Int32Array;
  private readonly width: number;
  /** By row, the patterns that end there. */
  private readonly ended: number[][];

  /** `patterns` are not empty. Throws from 256 different units. */
  constructor(patterns: readonly string[]) {
    this.width = this.chooseColumns(patterns);
    this.wordStart = this.columns[WORD_START.charCodeAt(0)]!;
    const trie = new Trie(this.width);
    patterns.forEach((pattern, index) => trie.add(this.columnsOf(pattern), index));
    const closed = trie.close();
    this.ended = closed.ended;
    this.cells = linked(closed, this.width);
  }

  /** Reports to `sink` the patterns in the words of `text` at `[starts[i], ends[i])`, by their ends. */
  scan(text: string, words: readonly { start: number; end: number }[], sink: PatternSink): void {
    const { cells, columns, width, wordStart } = this;
    let row = 0;
    for (let word = 0; word < words.length; word++) {
      const { start, end } = words[word]!;
      row = cells[row + wordStart]! >> 1;
      for (let at = start; at < end; at++) {
        const cell = cells[row + columns[text.charCodeAt(at)]!]!;
        row = cell >> 1;
        if (cell & 1) for (const pattern of this.ended[row / width]!) sink(pattern, at + 1);
      }
    }
  }

  private chooseColumns(patterns: readonly string[]): number {
    let count = 1;
    for (const pattern of patterns) {
      for (let at = 0; at < pattern.length; at++) {
        const unit = pattern.charCodeAt(at);
        if (this.columns[unit] !== 0) continue;
        if (count === 256) throw new Error('phrases of one matcher have more than 255 different characters');
        this.columns[unit] = count++;
      }
    }
    return count;
  }

  private columnsOf(pattern: string): number[] {
    return Array.from({ length: pattern.length }, (_, at) => this.columns[pattern.charCodeAt(at)]!);
  }
}

/** Rows of a fixed width in one growing table; a cell of 0 has no child, since the root is nobody's. */
class Trie {
  private cells: Int32Array;
  private readonly patterns: number[][] = [[]];

  constructor(private readonly width: number) {
    this.cells = new Int32Array(width * 1024);
  }

  add(columns: number[], pattern: number): void {
    let row = 0;
    for (const column of columns) row = this.cells[row * this.width + column] || this.addRow(row, column);
    this.patterns[row]!.push(pattern);
  }

  /**
   * Fills the cells without a child from the row of the longest other suffix, level by level, and gives the patterns that
   * end in each row.
   */
  close(): { cells: Int32Array; ended: number[][] } {
    const { cells, patterns, width } = this;
    const suffixes = new Int32Array(patterns.length);
    const queue = [0];
    for (const row of queue) {
      const suffix = suffixes[row]! * width;
      for (let column = 0; column < width; column++) {
        const child = cells[row * width + column]!;
        const next = row === 0 ? 0 : cells[suffix + column]!;
        if (child === 0) cells[row * width + column] = next;
        else {
          suffixes[child] = next;
          if (patterns[next]!.length > 0) patterns[child] = [...patterns[child]!, ...patterns[next]!];
          queue.push(child);
        }
      }
    }
    return { cells: cells.slice(0, patterns.length * width), ended: patterns };
  }

  private addRow(parent: number, column: number): number {
    const row = this.patterns.push([]) - 1;
    if ((row + 1) * this.width > this.cells.length) {
      const grown = new Int32Array(this.cells.length * 2);
      grown.set(this.cells);
      this.cells = grown;
    }
    return (this.cells[parent * this.width + column] = row);
  }
}

/** Turns row numbers into where rows begin, times two, plus one where patterns end there. */
function linked({ cells, ended }: ReturnType<Trie['close']>, width: number): Int32Array {
  return cells.map((row) => row * width * 2 + (ended[row]!.length > 0 ? 1 : 0));
}
