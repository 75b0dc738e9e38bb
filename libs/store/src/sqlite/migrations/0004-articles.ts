/**
 * The version of the rules that made a key, doubles that later rules found, and markup for reading. The index of key
 * versions is asked for the versions below the newest: where there are none it answers with one look.
 */
export const articles = `
ALTER TABLE article ADD COLUMN key_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN merged_into TEXT;
CREATE INDEX article_key_version ON article (key_version, id);

-- Apart from the texts, since it is the largest part of an article and read one at a time.
CREATE TABLE article_html (id TEXT NOT NULL UNIQUE, html TEXT NOT NULL) STRICT;
`;
