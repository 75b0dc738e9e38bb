import type { Connection } from '../connection.js';

/**
 * The different versions in an indexed column of `article` that lie below `version`, in ascending order. Looks the index
 * up once for each, of which there are few, however many articles there are.
 */
export function versionsBelow(
  connection: Connection,
  column: 'done_version' | 'key_version',
  version: number,
): number[] {
  const sql = `SELECT min(${column}) AS next FROM article WHERE ${column} > ? AND ${column} < ?`;
  const versions: number[] = [];
  for (;;) {
    const next = connection.get<{ next: number | null }>(sql, [versions.at(-1) ?? -1, version])?.next ?? null;
    if (next === null) return versions;
    versions.push(next);
  }
}
