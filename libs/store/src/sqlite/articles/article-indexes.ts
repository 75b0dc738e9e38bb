import type { Connection } from '../connection.js';

/** Where an article stands in the tables that are kept beside it, and what it has there. */
export type Indexed = { n: number; id: string; windowAt: number };

/** One indexed term for each term: "t" and the hexadecimal of its UTF-8, so that no tokeniser can split or fold it. */
export function encodeTerm(term: string): string {
  return `t${Buffer.from(term, 'utf8').toString('hex')}`;
}

export function indexTerms(connection: Connection, n: number, terms: readonly string[]): void {
  const encoded = [...new Set(terms)].map(encodeTerm).join(' ');
  connection.run('INSERT OR REPLACE INTO article_search (rowid, terms) VALUES (?, ?)', [n, encoded]);
}

export function unindexTerms(connection: Connection, n: number): void {
  connection.run('DELETE FROM article_search WHERE rowid = ?', [n]);
}

/** Makes the article's rows by theme those of `now`, given that they are those of `before`. */
export function indexThemes(connection: Connection, at: Indexed, before: string[], now: string[]): void {
  for (const theme of without(before, now)) {
    const sql = 'DELETE FROM article_theme WHERE theme = ? AND window_at = ? AND id = ?';
    connection.run(sql, [theme, at.windowAt, at.id]);
  }
  for (const theme of without(now, before)) {
    const sql = 'INSERT OR IGNORE INTO article_theme (theme, window_at, id, n) VALUES (?, ?, ?, ?)';
    connection.run(sql, [theme, at.windowAt, at.id, at.n]);
  }
}

/** Makes the article's rows by signature key those of `now`, given that they are those of `before`. */
export function indexSignature(connection: Connection, at: Indexed, before: string[], now: string[]): void {
  for (const key of without(before, now)) {
    const sql = 'DELETE FROM article_signature WHERE key = ? AND window_at = ? AND n = ?';
    connection.run(sql, [key, at.windowAt, at.n]);
  }
  for (const key of without(now, before)) {
    const sql = 'INSERT OR IGNORE INTO article_signature (key, window_at, n) VALUES (?, ?, ?)';
    connection.run(sql, [key, at.windowAt, at.n]);
  }
}

function without(values: string[], others: string[]): string[] {
  return values.filter((value) => !others.includes(value));
}
