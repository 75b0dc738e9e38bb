import type { Markup } from '#domain/article.js';
import type { Connection } from '../connection.js';

/** Leaves a row alone that says the same already: a feed repeats most of what it lists. */
const SAVE = `
INSERT INTO article_html (id, feed_id, html) VALUES (?, ?, ?)
ON CONFLICT (id, feed_id) DO UPDATE SET html = excluded.html WHERE html <> excluded.html`;

const FORGET = 'DELETE FROM article_html WHERE id = ? AND feed_id = ?';

const HTML = 'SELECT html FROM article_html WHERE id = ? AND feed_id = ?';

export function saveHtml(connection: Connection, entries: Markup[]): void {
  if (entries.length === 0) return;
  connection.atomic(() => {
    for (const { id, feedId, html } of entries)
      if (html === null) connection.run(FORGET, [id, feedId]);
      else connection.run(SAVE, [id, feedId, html]);
  });
}

export function htmlOf(connection: Connection, id: string, feedId: string): string | null {
  return connection.get<{ html: string }>(HTML, [id, feedId])?.html ?? null;
}
