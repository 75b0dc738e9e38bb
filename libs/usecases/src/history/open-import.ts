import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { OperatorError } from '#domain/errors.js';
import { stableId } from '#domain/hash.js';
import type { ImportProgress } from '#domain/import-progress.js';
import type { ImportStore } from '#domain/ports/import-store.js';
import type { Stores } from '#domain/ports/stores.js';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import { listDocuments } from '#feeds/import/list-documents.js';
import { readDocumentFolder } from '#feeds/import/read-document-folder.js';
import { readRecords } from '#feeds/import/read-records.js';
import type { RecordsFile } from '#feeds/import/records/records-file.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { type ImportAsk, readImportAsk, STANDARD_INPUT } from './read-import-ask.js';

export type OpenedImport = {
  /** Where it stands: at its beginning, or where it was stopped. */
  progress: ImportProgress;
  /** Where its progress is noted. */
  imports: Pick<ImportStore, 'save'>;
  /** Whether the same command goes on where it was stopped. */
  isResumable: boolean;
  /** What remains. */
  entries(): AsyncGenerator<ImportEntry>;
  /** Bytes or files in all; null where nobody knows. */
  total: number | null;
  /** Bytes or files read so far. */
  done(): number;
};

type Deps = Pick<UseCaseDeps, 'clock' | 'parseDocument'> & {
  stores: Pick<Stores, 'imports'>;
  /** What "-" reads. */
  input: Readable;
};

/** Enough of a file to know it again. */
const HEAD_BYTES = 65_536;

const CHUNK_BYTES = 262_144;

/**
 * Opens a file or folder of history where its import was stopped; one that changed since is another. Standard input cannot
 * be read again, so its import begins anew each time. Rejects with OperatorError that says what would be right.
 */
export async function openImport(ask: ImportAsk, deps: Deps): Promise<OpenedImport> {
  if (ask.path === STANDARD_INPUT) return openInput(readImportAsk(ask), deps);
  const found = await stat(ask.path).catch((error: Error) => unreadable(ask.path, error));
  if (found.isDirectory()) return openFolder(ask, deps);
  if (found.isFile()) return openFile(ask, found, deps);
  throw new OperatorError(`${ask.path} is neither a file nor a folder. What a pipe brings is read with "-".`);
}

async function openInput(file: RecordsFile, { clock, input }: Deps): Promise<OpenedImport> {
  const now = clock.now();
  return {
    progress: beginning('standard-input', file.name, now),
    imports: { save: async () => undefined },
    isResumable: false,
    entries: () => readRecords(file, input, 0, now),
    total: null,
    done: () => 0,
  };
}

async function openFile(ask: ImportAsk, found: Stats, deps: Deps): Promise<OpenedImport> {
  const file = readImportAsk(ask);
  const head = await headHash(ask.path).catch((error: Error) => unreadable(ask.path, error));
  const { format, preset, encoding } = file;
  const reading = JSON.stringify({ format, encoding, columns: preset.columns, header: preset.header });
  const id = stableId('file', head, String(found.size), String(found.mtimeMs), reading);
  const progress = await progressOf(ask, id, deps);
  let stream: ReadStream | null = null;
  return {
    progress,
    imports: deps.stores.imports,
    isResumable: true,
    entries: () => {
      stream = createReadStream(ask.path, { highWaterMark: CHUNK_BYTES });
      return readRecords(file, stream, progress.position, deps.clock.now());
    },
    total: found.size,
    done: () => stream?.bytesRead ?? 0,
  };
}

async function openFolder(ask: ImportAsk, deps: Deps): Promise<OpenedImport> {
  const folder = resolve(ask.path);
  const files = await listDocuments(folder).catch((error: Error) => unreadable(ask.path, error));
  if (files.length === 0) throw new OperatorError(`${ask.path} holds no files.`);
  const listed = files.map(({ path, bytes, changedAt }) => `${path} ${bytes} ${changedAt}`);
  const progress = await progressOf(ask, stableId('folder', ...listed), deps);
  let done = progress.position;
  return {
    progress,
    imports: deps.stores.imports,
    isResumable: true,
    total: files.length,
    done: () => done,
    entries: async function* () {
      for await (const entry of readDocumentFolder(files, progress, deps.clock.now(), deps.parseDocument)) {
        done = entry.position ?? done;
        yield entry;
      }
    },
  };
}

/** Noted before anything is saved, so that what this import saves is told from what was there before. */
async function progressOf(
  { path, again }: ImportAsk,
  id: string,
  { stores, clock }: Deps,
): Promise<ImportProgress> {
  const found = again ? null : await stores.imports.get(id);
  if (found) return found;
  const fresh = beginning(id, path, clock.now());
  await stores.imports.save(fresh);
  return fresh;
}

function beginning(id: string, file: string, now: Date): ImportProgress {
  const nothing = { records: 0, position: 0, inserted: 0, known: 0, rejected: 0 };
  return { id, file, ...nothing, done: false, updatedAt: now };
}

/** In words, for those who do not read error codes. */
const WHY: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read it',
};

function unreadable(path: string, { code, message }: NodeJS.ErrnoException): never {
  throw new OperatorError(`${path} cannot be read: ${WHY[code ?? ''] ?? message}.`);
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
