import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { dyingSqliteContract } from './store/sqlite-dying-store.js';
import { walksOf } from './store/sqlite-query-plans.js';
import { sqliteUpgradeContract } from './store/sqlite-upgrade.js';
import { storeContract } from './store/store-contract.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sqlite-store-'));
const statements = new Set<string>();
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));

const open = () =>
  openSqlite({
    file: path.join(folder, `store-${files++}.db`),
    onStatement: (sql) => statements.add(sql),
  });

storeContract('SQLite', open);
dyingSqliteContract(() => folder);
sqliteUpgradeContract(() => folder);

describe('the query plans of the SQLite store', () => {
  it('walk no table that grows, in any statement of the suite above', async () => {
    const file = path.join(folder, 'plans.db');
    await (await openSqlite({ file })).close();
    expect(statements.size).toBeGreaterThan(80);
    expect(await walksOf(statements, file)).toEqual([]);
  });

  it('are seen to walk where a statement has no index', async () => {
    const file = path.join(folder, 'walk.db');
    await (await openSqlite({ file })).close();
    const sql = 'SELECT id FROM article WHERE polarity = ?';
    expect(await walksOf([sql], file)).toEqual([{ sql, step: 'SCAN article' }]);
  });
});
