import type { ImportProgress } from '#domain/import-progress.js';
import { ImportStore } from '#domain/ports/import-store.js';
import type { Connection } from './connection.js';
import { dateOf, replaceInto, msOf } from './sql.js';

type ImportRow = Omit<ImportProgress, 'done' | 'updatedAt'> & { done: number; updated_at: number };

const COLUMNS = [
  'id',
  'file',
  'records',
  'position',
  'inserted',
  'known',
  'rejected',
  'done',
  'updated_at',
] as const satisfies (keyof ImportRow)[];

const SAVE = replaceInto('import_progress', COLUMNS);

export class SqliteImportStore extends ImportStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async get(id: string): Promise<ImportProgress | null> {
    const row = this.connection.get<ImportRow>('SELECT * FROM import_progress WHERE id = ?', [id]);
    return row ? toProgress(row) : null;
  }

  override async save(progress: ImportProgress): Promise<void> {
    this.connection.run(SAVE, importRow(progress));
  }
}

function importRow(progress: ImportProgress): ImportRow {
  return {
    id: progress.id,
    file: progress.file,
    records: progress.records,
    position: progress.position,
    inserted: progress.inserted,
    known: progress.known,
    rejected: progress.rejected,
    done: Number(progress.done),
    updated_at: msOf(progress.updatedAt),
  };
}

function toProgress({ done, updated_at: updatedAt, ...progress }: ImportRow): ImportProgress {
  return { ...progress, done: done === 1, updatedAt: dateOf(updatedAt) };
}
