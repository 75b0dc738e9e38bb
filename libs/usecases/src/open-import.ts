import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Clock } from '#domain/clock.js';
import { OperatorError } from '#domain/errors.js';
import { stableId } from '#domain/hash.js';
import type { ImportProgress } from '#domain/import-progress.js';
import type { Stores } from '#domain/ports/stores.js';
import { type ColumnMap, IMPORT_FIELDS, type ImportEntry } from '#feeds/import/import-entry.js';
import { type FileFormat, type ImportPreset, PRESETS } from '#feeds/import/import-presets.js';
import { listDocuments, readDocumentFolder } from '#feeds/import/read-document-folder.js';
import { readRecords } from '#feeds/import/read-records.js';
import type { FeedContext, ParsedFeed } from '#feeds/read/parse-feed.js';

export type ImportAsk = { path: string; preset: string; map?: string; format?: string; again: boolean };

export type OpenedImport = {
  /** Where it stands: at its beginning, or where it was stopped. */
  progress: ImportProgress;
  /** What remains. */
  entries(): AsyncGenerator<ImportEntry>;
  /** Bytes or files in all, and those read so far. */
  total: number;
  done(): number;
};

type Deps = {
  stores: Pick<Stores, 'imports'>;
  clock: Clock;
  parse: (body: Buffer, context: FeedContext) => Promise<ParsedFeed>;
};

/** Enough of a file to know it again. */
const HEAD_BYTES = 65_536;

const FORMATS: Record<string, FileFormat> = {
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'tsv',
};

/** Opens a file or folder of history where its import was stopped. Throws OperatorError that says what would be right. */
export async function openImport(ask: ImportAsk, deps: Deps): Promise<OpenedImport> {
  const found = await stat(ask.path).catch((error: Error) => {
    throw new OperatorError(`${ask.path} cannot be read: ${error.message}`);
  });
  return found.isDirectory() ? openFolder(ask, deps) : openFile(ask, found.size, deps);
}

async function openFolder(ask: ImportAsk, deps: Deps): Promise<OpenedImport> {
  const files = await listDocuments(ask.path);
  if (files.length === 0)
    throw new OperatorError(`${ask.path} holds no feed documents (.xml, .rss, .atom, .rdf, .json)`);
  const progress = await progressOf(ask, stableId('folder', resolve(ask.path), ...files), deps);
  let done = progress.position;
  return {
    progress,
    total: files.length,
    done: () => done,
    entries: async function* () {
      for await (const entry of readDocumentFolder(files, progress.position, deps.clock.now(), deps.parse)) {
        done = entry.position;
        yield entry;
      }
    },
  };
}

async function openFile(ask: ImportAsk, size: number, deps: Deps): Promise<OpenedImport> {
  const preset = presetOf(ask);
  const format = formatOf(ask, preset);
  const id = stableId('file', await headHash(ask.path), String(size), format, JSON.stringify(preset.columns));
  const progress = await progressOf(ask, id, deps);
  let bytes = 0;
  const file = { path: ask.path, format, preset, onBytes: (count: number) => (bytes += count) };
  return {
    progress,
    total: size,
    done: () => bytes,
    entries: () => readRecords(file, progress.position, deps.clock.now()),
  };
}

async function progressOf(
  { path, again }: ImportAsk,
  id: string,
  { stores, clock }: Deps,
): Promise<ImportProgress> {
  const fresh = {
    ...{ id, file: path, records: 0, position: 0, inserted: 0, known: 0, rejected: 0 },
    ...{ done: false, updatedAt: clock.now() },
  };
  return again ? fresh : ((await stores.imports.get(id)) ?? fresh);
}

function presetOf({ preset, map }: ImportAsk): ImportPreset {
  const found = Object.entries(PRESETS).find(([name]) => name === preset)?.[1];
  if (!found)
    throw new OperatorError(`there is no preset "${preset}": choose of ${Object.keys(PRESETS).join(', ')}`);
  return map === undefined ? found : { ...found, columns: { ...found.columns, ...readMap(map) } };
}

/** `title=headline,publishedAt=date`: our names to the left, the file's to the right. */
function readMap(map: string): Partial<ColumnMap> {
  const pairs = map.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  for (const [field = '', column] of pairs) {
    if (column && (IMPORT_FIELDS as readonly string[]).includes(field)) continue;
    throw new OperatorError(
      `--map cannot be read at "${field}": write it like title=headline,publishedAt=date; the fields are ${IMPORT_FIELDS.join(', ')}`,
    );
  }
  return Object.fromEntries(pairs) as Partial<ColumnMap>;
}

function formatOf({ path, format }: ImportAsk, preset: ImportPreset): FileFormat {
  const named = format ?? preset.format ?? path.split('.').at(-1)?.toLowerCase() ?? '';
  const found = FORMATS[named];
  if (found) return found;
  throw new OperatorError(`the format of ${path} is not clear: say --format ndjson, csv or tsv`);
}

async function headHash(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
  } finally {
    await file.close();
  }
}
