/** What adaptive polling keeps of a feed, and who named it. The pace is that of a feed that was never polled. */
export const feeds = `
ALTER TABLE feed ADD COLUMN origin TEXT NOT NULL DEFAULT 'config';
ALTER TABLE feed ADD COLUMN unconditional_at INTEGER;
ALTER TABLE feed ADD COLUMN redirect TEXT;
ALTER TABLE feed ADD COLUMN pace TEXT NOT NULL
  DEFAULT '{"intervalMs":0,"failureWeight":0,"reason":"first","waitMs":0,"jitterMs":0}';

-- The polls that brought something: few of all, so that the habit of a feed is read without the others.
CREATE INDEX fetch_arrival ON fetch (feed_id, at) WHERE inserted > 0;
`;
