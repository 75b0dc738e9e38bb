import { OperatorError } from '#domain/errors.js';
import type { Connection } from './connection.js';
import { MIGRATIONS } from './migrations/migrations.js';

/** Marks the file as this program's: "Narr" in ASCII. */
const APPLICATION_ID = 0x4e617272;

/**
 * Brings a file to the newest schema, each step in one transaction with the number that records it. Throws
 * {@link OperatorError} for a file of a newer schema or of another program.
 */
export function migrate(connection: Connection, file: string, migrations = MIGRATIONS): void {
  connection.atomic(() => refuseForeign(connection, file));
  for (;;) {
    const done = connection.atomic(() => step(connection, file, migrations));
    if (done) return;
  }
}

/** Reads the number inside the transaction, since another process may be migrating the same file. */
function step(connection: Connection, file: string, migrations: readonly string[]): boolean {
  const version = pragma(connection, 'user_version');
  if (version > migrations.length) {
    throw new OperatorError(
      `this data folder was written by a newer version: ${file} has schema ${version}, this program knows up to ` +
        `${migrations.length}; run the newer version, or choose another DATA_DIR`,
    );
  }
  const migration = migrations[version];
  if (migration !== undefined) connection.script(migration);
  // Written also when nothing is to be done: a file that cannot be written is found now, not at the first article.
  connection.script(`PRAGMA user_version = ${Math.min(version + 1, migrations.length)}`);
  return migration === undefined;
}

function refuseForeign(connection: Connection, file: string): void {
  const id = pragma(connection, 'application_id');
  if (id === APPLICATION_ID) return;
  const tables = connection.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (id !== 0 || tables > 0) {
    throw new OperatorError(
      `${file} is a database of another program; move it away, or choose another DATA_DIR`,
    );
  }
  connection.script(`PRAGMA application_id = ${APPLICATION_ID}`);
}

function pragma(connection: Connection, name: 'user_version' | 'application_id'): number {
  return connection.get<Record<string, number>>(`PRAGMA ${name}`)?.[name] ?? 0;
}
