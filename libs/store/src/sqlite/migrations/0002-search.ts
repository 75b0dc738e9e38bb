/**
 * What lists and search of articles read, filled from the articles that are there. A term is indexed as "t" and the
 * hexadecimal of its UTF-8, which the tokeniser of the index cannot split or fold into another.
 */
export const search = `
CREATE TABLE article_theme (
  theme TEXT NOT NULL,
  window_at INTEGER NOT NULL,
  id TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (theme, window_at, id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO article_theme (theme, window_at, id, n)
  SELECT t.value, a.window_at, a.id, a.n FROM article a, json_each(a.themes) t;

CREATE VIRTUAL TABLE article_search USING fts5(
  terms, content='', contentless_delete=1, detail=none, tokenize='ascii'
);
INSERT INTO article_search (rowid, terms)
  SELECT n, (SELECT group_concat('t' || hex(value), ' ') FROM json_each(terms)) FROM article_text;
`;
