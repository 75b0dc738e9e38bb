import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '#domain/errors.js';
import type { Rejected } from '#pipeline/import-history.js';

/** How each line begins. */
const LINE = /^\{"record":(\d+),"reason":/;

/** Where the rejected records of an import go, if nobody says otherwise: beside what is imported. */
export function rejectedPath(path: string, given: string | undefined): string {
  if (given !== undefined) return resolve(given);
  return path === '-' ? resolve('import.rejected.ndjson') : `${resolve(path)}.rejected.ndjson`;
}

/**
 * The rejected records of an import as NDJSON: `record` (its number), `reason`, `raw` (its text). The file is begun anew with
 * the import, and made only when there is something to write. Where an import goes on, what the file has of later records
 * is dropped first: a crash left them there, and they come again.
 */
export class RejectedFile {
  private file: FileHandle | null = null;

  /** `after`: the number of records that were done when the import was stopped. */
  constructor(
    readonly path: string,
    private readonly after: number,
  ) {}

  /** Rejects with OperatorError where the file cannot be written. */
  async add(entries: Rejected[]): Promise<void> {
    const text = entries.map(lineOf).join('');
    try {
      this.file ??= await this.open();
      await this.file.appendFile(text);
      // Before the progress, which the store syncs to disk too.
      await this.file.datasync();
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      throw new OperatorError(
        `${this.path} cannot be written: ${(error as Error).message}. --rejected names another file for rejected records.`,
      );
    }
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = null;
  }

  private async open(): Promise<FileHandle> {
    const length = await this.lengthOfDone();
    const file = await open(this.path, 'a');
    await file.truncate(length);
    return file;
  }

  /** The bytes of the lines that stay. Throws OperatorError for a file of something else. */
  private async lengthOfDone(): Promise<number> {
    let length = 0;
    let isFirst = true;
    try {
      for await (const line of createInterface(createReadStream(this.path))) {
        const record = Number(LINE.exec(line)?.[1]);
        if (isFirst && line && Number.isNaN(record)) throw this.foreign();
        isFirst = false;
        if (!(record <= this.after)) break;
        length += Buffer.byteLength(line) + 1;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return length;
  }

  private foreign(): OperatorError {
    return new OperatorError(
      `${this.path} holds something else than rejected records: name another file with --rejected.`,
    );
  }
}

/** Some programs, the reader above among them, take two characters for line ends that JSON does not escape. */
function lineOf({ record, reason, raw }: Rejected): string {
  const line = JSON.stringify({ record, reason, raw });
  return `${line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
