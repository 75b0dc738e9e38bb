import type { SourceRegister } from '#domain/source-register.js';
import type { LineCoding } from '#feeds/import/lines/line-coding.js';
import { readLines } from '#feeds/import/lines/read-lines.js';
import { type BadAsk, readTextAsk, type TextAsk } from './read-text-ask.js';

/** What a line asks for; lines are counted from 1, empty ones too. */
export type AskedLine = { line: number; ask: TextAsk | BadAsk };

/** Told apart at once, without a look at how the text goes on: somebody may wait for the answer to each line. */
const NDJSON: LineCoding = { encoding: 'utf-8', lineEnd: Buffer.of(0x0a) };

/** The lines of NDJSON in order, each as soon as it has ended; empty ones are left out. */
export async function* readTextAsks(
  chunks: AsyncIterable<Buffer>,
  register: SourceRegister,
): AsyncGenerator<AskedLine> {
  let line = 0;
  for await (const part of readLines(chunks, NDJSON)) {
    for (const read of part) {
      line += 1;
      if (read.text.trim() !== '') yield { line, ask: readTextAsk(read, register) };
    }
  }
}
