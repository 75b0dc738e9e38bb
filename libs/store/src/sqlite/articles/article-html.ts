import type { Connection } from '../connection.js';

/** Leaves a row alone that says the same already: a feed repeats most of what it lists. */
const SAVE = `
INSERT INTO article_html (id, html) VALUES (?, ?)
ON CONFLICT (id) DO UPDATE SET html = excluded.html WHERE html <> excluded.html`;

const FORGET = 'DELETE FROM article_html WHERE id = ?';

export function saveHtml(connection: Connection, entries: { id: string; html: string | null }[]): void {
  if (entries.length === 0) return;
  connection.atomic(() => {
    for (const { id, html } of entries)
      if (html === null) connection.run(FORGET, [id]);
      else connection.run(SAVE, [id, html]);
  });
}

export function htmlOf(connection: Connection, id: string): string | null {
  return connection.get<{ html: string }>('SELECT html FROM article_html WHERE id = ?', [id])?.html ?? null;
}
