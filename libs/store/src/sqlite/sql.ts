/** An INSERT of the columns named, each from the parameter of its name, with what may follow it. */
export function insertInto(table: string, columns: readonly string[], tail = ''): string {
  const values = columns.map((column) => `:${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')}) ${tail}`.trimEnd();
}

/** `column = :column` for each, for the SET of an UPDATE. */
export function assign(columns: readonly string[]): string {
  return columns.map((column) => `${column} = :${column}`).join(', ');
}

/** `column = excluded.column` for each, for the DO UPDATE of an upsert. */
export function fromExcluded(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(', ');
}

/** An INSERT of the columns named that takes the place of a row with the same primary key. */
export function replaceInto(table: string, columns: readonly string[]): string {
  return insertInto(table, columns, `ON CONFLICT DO UPDATE SET ${fromExcluded(columns)}`);
}

/** A list as one parameter, so that the text of a statement does not depend on its length. */
export const IN_LIST = 'IN (SELECT value FROM json_each(?))';

export function list(values: readonly (string | number)[]): string {
  return JSON.stringify(values);
}

/** The texts that {@link list} wrote. */
export function listed(json: string): string[] {
  return JSON.parse(json) as string[];
}

export function dateOf(ms: number): Date;
export function dateOf(ms: number | null): Date | null;
export function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

export function msOf(date: Date): number;
export function msOf(date: Date | null): number | null;
export function msOf(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}

/** Milliseconds beyond the last instant that a Date can hold. */
export const AFTER_ALL_TIME = 8.64e15 + 1;
