import type { Readable } from 'node:stream';
import { OperatorError } from '#domain/errors.js';
import { type ImportEntry, rawText } from './import-entry.js';
import type { ImportPreset } from './import-presets.js';
import { lineCodingOf } from './lines/line-coding.js';
import { openBytes } from './lines/open-bytes.js';
import { readLines } from './lines/read-lines.js';
import { readRecord } from './read-record.js';
import { jsonRecords } from './records/json-records.js';
import type { RawRecord } from './records/raw-record.js';
import { tableRecords } from './records/table-records.js';
import type { RecordsFile } from './records/records-file.js';

/**
 * The records of a file after the first `skip`, one at a time, so that a file of any size needs little memory. `position`
 * is the number of records read. Rejects with OperatorError where the file as a whole is not what it is said to be, and
 * with the stream's error where that breaks.
 */
export async function* readRecords(
  file: RecordsFile,
  stream: Readable,
  skip: number,
  now: Date,
): AsyncGenerator<ImportEntry> {
  const { head, chunks } = await openBytes(stream, file.name);
  if (head.length === 0) throw new OperatorError(`${file.name} is empty.`);
  const lines = readLines(chunks, lineCodingOf(head, file.encoding));
  const records = file.format === 'ndjson' ? jsonRecords(lines, file) : tableRecords(lines, file);
  let record = 0;
  for await (const part of records) {
    for (const raw of part) {
      record += 1;
      if (record > skip) yield entryOf(raw, record, file.preset, now);
    }
  }
}

function entryOf(raw: RawRecord, record: number, preset: ImportPreset, now: Date): ImportEntry {
  const found = raw.read();
  const read = found.ok ? readRecord(found.fields, preset, now) : found;
  const place = { record, position: record };
  return read.ok ? { ...place, ...read } : { ...place, ...read, raw: rawText(raw.text) };
}
