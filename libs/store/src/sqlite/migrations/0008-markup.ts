/** Markup is that of one feed; what is there was given by the feed whose words the article has, the first it was seen in. */
export const markup = `
ALTER TABLE article_html RENAME TO article_html_of_lead;
CREATE TABLE article_html (
  id TEXT NOT NULL, feed_id TEXT NOT NULL, html TEXT NOT NULL, UNIQUE (id, feed_id)
) STRICT;
INSERT INTO article_html (id, feed_id, html)
  SELECT h.id, json_extract(t.seen_in, '$[0].feedId'), h.html
  FROM article_html_of_lead h JOIN article a ON a.id = h.id JOIN article_text t ON t.n = a.n;
DROP TABLE article_html_of_lead;
`;
