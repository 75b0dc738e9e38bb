/**
 * What analysts say against the analysis, and how often they did. It lies with what counts and filters read, which
 * outlives the texts; nearly all articles have none.
 */
export const corrections = `
ALTER TABLE article ADD COLUMN correction TEXT;
ALTER TABLE article ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_corrected ON article (window_at, id) WHERE correction IS NOT NULL;
`;
