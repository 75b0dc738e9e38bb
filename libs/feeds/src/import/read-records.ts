import { createReadStream, type ReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { ImportEntry } from './import-entry.js';
import type { FileFormat, ImportPreset } from './import-presets.js';
import { type RawRecord, readRecord, type ReadRecord } from './read-record.js';

export type RecordsFile = {
  path: string;
  format: FileFormat;
  preset: ImportPreset;
  /** Told of every stretch of bytes that was read. */
  onBytes?: (count: number) => void;
};

/** A line longer than this is no record. */
const MAX_LINE = 1_000_000;
const RAW_LENGTH = 2_000;

/**
 * The records of a file after the first `skip`, one at a time, so that a file of any size needs little memory.
 * `position` is the number of records read. Rejects where the file cannot be read at all.
 */
export async function* readRecords(file: RecordsFile, skip: number, now: Date): AsyncGenerator<ImportEntry> {
  let record = 0;
  const records = file.format === 'ndjson' ? ndjsonRecords(file) : csvRecords(file);
  for await (const { raw, text } of records) {
    record += 1;
    if (record <= skip) continue;
    const read: ReadRecord =
      raw === null
        ? { ok: false, reason: `the line is no ${file.format === 'ndjson' ? 'JSON object' : 'record'}` }
        : readRecord(raw, file.preset, now);
    const place = { record, position: record };
    yield read.ok ? { ...place, ...read } : { ...place, ...read, raw: text.slice(0, RAW_LENGTH) };
  }
}

type Raw = { raw: RawRecord | null; text: string };

/** Split by hand: a line without an end may be as long as the file. */
async function* ndjsonRecords(file: RecordsFile): AsyncGenerator<Raw> {
  for await (const line of linesOf(file)) if (line.trim()) yield { raw: jsonObject(line), text: line.trim() };
}

async function* linesOf(file: RecordsFile): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of bytesOf(file).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    rest = rest.slice(0, MAX_LINE);
  }
  yield rest;
}

function jsonObject(line: string): RawRecord | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawRecord) : null;
  } catch {
    return null;
  }
}

/** In files without a header the columns are numbered from 1. */
async function* csvRecords(file: RecordsFile): AsyncGenerator<Raw> {
  const { format, preset } = file;
  const broken: string[] = [];
  const parser = bytesOf(file).pipe(
    parse({
      bom: true,
      delimiter: format === 'tsv' ? '\t' : ',',
      // Tab-separated exports do not quote: a quotation mark is one.
      quote: format === 'tsv' ? null : '"',
      columns: preset.header ? (names: string[]) => names.map((name) => name.trim()) : false,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_LINE,
      skip_records_with_error: true,
      on_skip: (error) => void broken.push(error?.message ?? ''),
    }),
  );
  for await (const record of parser as AsyncIterable<RawRecord | string[]>) {
    for (const text of broken.splice(0)) yield { raw: null, text };
    const raw = Array.isArray(record) ? numbered(record) : record;
    yield { raw, text: JSON.stringify(raw) };
  }
  for (const text of broken) yield { raw: null, text };
}

function bytesOf({ path, onBytes }: RecordsFile): ReadStream {
  const stream = createReadStream(path);
  if (onBytes) stream.on('data', (chunk) => onBytes(Buffer.byteLength(chunk)));
  return stream;
}

function numbered(cells: string[]): RawRecord {
  return Object.fromEntries(cells.map((cell, i) => [String(i + 1), cell]));
}
