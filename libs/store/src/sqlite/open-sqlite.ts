import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import { Connection, type StatementHook } from './connection.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { folderError, openError } from './open-error.js';
import { SqliteStores } from './sqlite-stores.js';

export type SqliteOptions = {
  /** Created with its folder where missing. */
  file: string;
  /** For tests: told of each statement before it runs; if it throws, the statement does not run. */
  onStatement?: StatementHook;
};

/** Waits up to 5 s for another process, syncs every commit, keeps 64 MiB of pages in memory. */
const SETTINGS = `
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA journal_size_limit = 67108864;
PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY;
`;

/**
 * Opens the SQLite store, bringing its schema up to date. Rejects with OperatorError for a folder or file that cannot
 * be used, is not a database, or was written by a newer version.
 */
export async function openSqlite(options: SqliteOptions): Promise<Stores> {
  const { file, onStatement } = options;
  makeFolder(path.dirname(file));
  let connection: Connection | undefined;
  try {
    connection = new Connection(await openDatabase(file), onStatement);
    connection.script(SETTINGS);
    migrate(connection, file);
    return new SqliteStores(connection, file);
  } catch (error) {
    connection?.close();
    throw openError(error, file);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw folderError(error, folder);
  }
}
