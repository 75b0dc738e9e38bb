import type { DatabaseSync } from '@photostructure/sqlite';

export type SqliteDatabase = InstanceType<typeof DatabaseSync>;

type SqliteModule = { DatabaseSync: new (file: string) => SqliteDatabase };

/**
 * Opens a database file with the SQLite that the runtime brings along, or else with the package of the same interface.
 * Throws what the driver throws; its `errcode` is SQLite's result code.
 */
export async function openDatabase(file: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await driver();
  return new DatabaseSync(file);
}

/** A runtime that hides `node:sqlite` behind a flag answers undefined here. */
async function driver(): Promise<SqliteModule> {
  const builtIn = process.getBuiltinModule('node:sqlite') as SqliteModule | undefined;
  return builtIn ?? (await import('@photostructure/sqlite'));
}
