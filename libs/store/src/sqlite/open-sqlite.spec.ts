import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OperatorError } from '#domain/errors.js';
import { openSqlite } from './open-sqlite.js';

describe('opening a SQLite store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'open-sqlite-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refusal = async (file: string): Promise<string> => {
    const error: unknown = await openSqlite({ file }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    return error instanceof Error ? error.message : '';
  };

  it('makes folder and file, and finds the rows again', async () => {
    const file = path.join(folder, 'deep', 'data', 'store.db');
    const first = await openSqlite({ file });
    expect(await first.versions.register({ code: '1', taxonomy: 'a' }, false)).toBe(1);
    await first.close();
    const second = await openSqlite({ file });
    expect(await second.versions.newest()).toBe(1);
    await second.close();
  });

  it('says so where the folder cannot be made', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const message = await refusal(path.join(folder, 'file', 'data', 'store.db'));
    expect(message).toMatch(/the data folder .+ cannot be made \(ENOTDIR\); .+DATA_DIR/);
  });

  it('says so where a folder stands in the place of the file', async () => {
    mkdirSync(path.join(folder, 'store.db'));
    expect(await refusal(path.join(folder, 'store.db'))).toMatch(/is not usable: it cannot be opened/);
  });

  it('says so where nothing can be written beside the file', async () => {
    mkdirSync(path.join(folder, 'store.db-journal'));
    mkdirSync(path.join(folder, 'store.db-wal'));
    expect(await refusal(path.join(folder, 'store.db'))).toMatch(
      /is not usable: its files cannot be read or written; .+DATA_DIR/,
    );
  });

  it('says so where the file is not a database', async () => {
    writeFileSync(path.join(folder, 'store.db'), 'a letter to a friend '.repeat(99));
    expect(await refusal(path.join(folder, 'store.db'))).toMatch(/is not usable: it is not a database/);
  });

  it('may be followed by two closes, after which nothing answers', async () => {
    const stores = await openSqlite({ file: path.join(folder, 'store.db') });
    await stores.close();
    await stores.close();
    await expect(stores.ping()).rejects.toThrow();
    await expect(stores.articles.get('one')).rejects.toThrow();
  });

  it('shows any other error as it is', async () => {
    const onStatement = () => {
      throw new Error('something else');
    };
    await expect(openSqlite({ file: path.join(folder, 'store.db'), onStatement })).rejects.toThrow(
      'something else',
    );
  });

  it('waits for another process that is writing', async () => {
    const file = path.join(folder, 'store.db');
    const stores = await openSqlite({ file });
    const script = `
      const { DatabaseSync } = await import(process.argv[1]);
      const database = new DatabaseSync(process.argv[2]);
      database.exec('BEGIN IMMEDIATE');
      console.log('writing');
      setTimeout(() => database.exec('COMMIT'), 200);`;
    const driver = import.meta.resolve('@photostructure/sqlite');
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, driver, file]);
    await once(other.stdout, 'data');
    expect(await stores.versions.register({ code: '1', taxonomy: 'a' }, false)).toBe(1);
    await once(other, 'exit');
    expect(other.exitCode).toBe(0);
    await stores.close();
  });
});
