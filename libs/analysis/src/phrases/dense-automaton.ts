/** Stands before each word of a pattern. */
export const WORD_START = '\u0001';

/** A pattern that ends with the unit before `end`; the same pattern may be reported at several ends. */
export type PatternSink = (pattern: number, end: number) => void;

/**
 * The automaton of Aho and Corasick (Communications of the ACM 18, 1975, p. 333) over UTF-16 units, with every
 * transition written out: at most one look-up for each unit of the text, whatever the number of patterns. Units that no
 * pattern has share one column.
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

  /** Throws for a pattern that does not begin with a word, and from 256 different units. */
  constructor(patterns: readonly string[]) {
    this.width = this.chooseColumns(patterns);
    this.wordStart = this.columns[WORD_START.charCodeAt(0)]!;
    const trie = new Trie();
    patterns.forEach((pattern, index) => trie.add(this.columnsOf(pattern), index));
    ({ cells: this.cells, ended: this.ended } = trie.close(this.width));
  }

  /** Reports to `sink` the patterns in the words of `text` at `[starts[i], ends[i])`, by their ends. */
  scan(text: string, words: readonly { start: number; end: number }[], sink: PatternSink): void {
    const { cells, columns, width, wordStart } = this;
    let row = 0;
    for (let word = 0; word < words.length; word++) {
      const { start, end } = words[word]!;
      row = cells[row + wordStart]! >> 1;
      // From the root only the start of a word leads on, so the rest of this one can be passed over.
      for (let at = start; at < end && row !== 0; at++) {
        const cell = cells[row + columns[text.charCodeAt(at)]!]!;
        row = cell >> 1;
        if (cell & 1) for (const pattern of this.ended[row / width]!) sink(pattern, at + 1);
      }
    }
  }

  private chooseColumns(patterns: readonly string[]): number {
    let count = 1;
    for (const pattern of patterns) {
      if (!pattern.startsWith(WORD_START)) throw new Error('a pattern begins with a word');
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

type Node = { ended: number[]; columns: number[]; children: Node[] };

/** The patterns as a tree. */
class Trie {
  private readonly root: Node = newNode();
  private size = 1;

  add(columns: readonly number[], pattern: number): void {
    let node = this.root;
    for (const column of columns) node = this.childOf(node, column);
    node.ended.push(pattern);
  }

  /**
   * The rows of all nodes, level by level, so that those which most words lead to lie close together. A row has the cells
   * of its longest other suffix, which is known by then, and over them those of its own children; so with what ends there.
   */
  close(width: number): { cells: Int32Array; ended: number[][] } {
    const cells = new Int32Array(this.size * width);
    const suffixes = new Int32Array(this.size);
    const nodes = [this.root];
    for (let row = 0; row < nodes.length; row++) {
      const { columns, children } = nodes[row]!;
      const first = row * width;
      if (row > 0) cells.copyWithin(first, suffixes[row]! * width, (suffixes[row]! + 1) * width);
      for (const [i, child] of children.entries()) {
        const at = first + columns[i]!;
        const suffix = (cells[at]! >> 1) / width;
        child.ended.push(...nodes[suffix]!.ended);
        suffixes[nodes.length] = suffix;
        cells[at] = nodes.length * width * 2 + (child.ended.length > 0 ? 1 : 0);
        nodes.push(child);
      }
    }
    return { cells, ended: nodes.map(({ ended }) => ended) };
  }

  private childOf(node: Node, column: number): Node {
    const known = node.columns.indexOf(column);
    if (known >= 0) return node.children[known]!;
    const child = newNode();
    this.size += 1;
    node.columns.push(column);
    node.children.push(child);
    return child;
  }
}

function newNode(): Node {
  return { ended: [], columns: [], children: [] };
}
