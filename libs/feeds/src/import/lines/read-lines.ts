import { decodeLine, type LineCoding } from './line-coding.js';

/** A line without its end. Of one that is too long there is only the beginning. */
export type Line = { text: string; isCut: boolean };

/** No record is longer, in bytes: what is has lost its line ends. */
export const MAX_LINE_BYTES = 4 * 1_024 * 1_024;

/** What is kept of a line that is too long. */
const CUT_BYTES = 65_536;

/** The lines of a file, as many at a time as a chunk ends; a line of any length needs little memory. */
export async function* readLines(chunks: AsyncIterable<Buffer>, coding: LineCoding): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(coding);
  for await (const chunk of chunks) {
    const lines = splitter.take(chunk);
    if (lines.length > 0) yield lines;
  }
  yield splitter.end();
}

class LineSplitter {
  /** The pieces of the line that has not ended yet. */
  private pieces: Buffer[] = [];
  private length = 0;
  /** The bytes of a character that the end of a chunk cut in two. */
  private half: Buffer = Buffer.alloc(0);

  constructor(private readonly coding: LineCoding) {}

  take(chunk: Buffer): Line[] {
    const bytes = this.wholeCharacters(chunk);
    const lines: Line[] = [];
    let from = 0;
    for (let at = this.lineEnd(bytes, 0); at >= 0; at = this.lineEnd(bytes, from)) {
      this.keep(bytes.subarray(from, at));
      lines.push(this.line());
      from = at + this.coding.lineEnd.length;
    }
    this.keep(bytes.subarray(from));
    return lines;
  }

  end(): Line[] {
    this.keep(this.half);
    return this.length > 0 ? [this.line()] : [];
  }

  /** In UTF-16 and UTF-32 the bytes of a line end may also be the end of one character and the beginning of the next. */
  private lineEnd(bytes: Buffer, from: number): number {
    const { lineEnd } = this.coding;
    let at = bytes.indexOf(lineEnd, from);
    while (at % lineEnd.length > 0) at = bytes.indexOf(lineEnd, at + 1);
    return at;
  }

  private wholeCharacters(chunk: Buffer): Buffer {
    const bytes = this.half.length > 0 ? Buffer.concat([this.half, chunk]) : chunk;
    const end = bytes.length - (bytes.length % this.coding.lineEnd.length);
    this.half = bytes.subarray(end);
    return bytes.subarray(0, end);
  }

  private keep(piece: Buffer): void {
    const wasLong = this.length > MAX_LINE_BYTES;
    this.length += piece.length;
    if (wasLong || piece.length === 0) return;
    this.pieces.push(piece);
    if (this.length > MAX_LINE_BYTES)
      this.pieces = [Buffer.from(Buffer.concat(this.pieces).subarray(0, CUT_BYTES))];
  }

  private line(): Line {
    const [first] = this.pieces;
    const bytes = this.pieces.length === 1 && first ? first : Buffer.concat(this.pieces);
    const isCut = this.length > MAX_LINE_BYTES;
    this.pieces = [];
    this.length = 0;
    return { text: decodeLine(bytes, this.coding.encoding), isCut };
  }
}
