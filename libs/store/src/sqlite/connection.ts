import type { SqliteDatabase } from './database.js';

export type SqlValue = null | number | string | Uint8Array;
/** Values for `?`, or an object that names exactly the `:parameters` of the statement. */
export type SqlParams = SqlValue[] | Record<string, SqlValue>;
/** Told of each statement before it runs. If it throws, the statement does not run and its transaction is rolled back. */
export type StatementHook = (sql: string) => void;

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** How many prepared statements are kept; the queries of pages have some hundreds of shapes. */
const STATEMENTS_KEPT = 500;

/** One open file: prepared statements by their text, and transactions. */
export class Connection {
  private readonly statements = new Map<string, Statement>();
  private inTransaction = false;
  private closed = false;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly onStatement: StatementHook = () => undefined,
  ) {}

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, params: SqlParams = []): number {
    const statement = this.ready(sql);
    return Number((Array.isArray(params) ? statement.run(...params) : statement.run(params)).changes);
  }

  get<Row>(sql: string, params: SqlParams = []): Row | undefined {
    const statement = this.ready(sql);
    return (Array.isArray(params) ? statement.get(...params) : statement.get(params)) as Row | undefined;
  }

  all<Row>(sql: string, params: SqlParams = []): Row[] {
    const statement = this.ready(sql);
    return (Array.isArray(params) ? statement.all(...params) : statement.all(params)) as Row[];
  }

  /** Runs a script of several statements. */
  script(sql: string): void {
    this.onStatement(sql);
    this.database.exec(sql);
  }

  /** All that `work` writes, or nothing of it. Inside another transaction it is part of that one. */
  atomic<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.run('BEGIN IMMEDIATE');
    this.inTransaction = true;
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  /** Safe to call twice. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.statements.clear();
    this.database.close();
  }

  private ready(sql: string): Statement {
    this.onStatement(sql);
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= STATEMENTS_KEPT) this.statements.clear();
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // After some errors, a full disk for one, SQLite has rolled back by itself; the first error is the one to show.
    }
  }
}
