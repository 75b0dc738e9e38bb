/**
 * The tables of the first schema. Instants are milliseconds since 1970, lists and trees are JSON, scores are whole
 * ten-thousandths.
 */
export const tables = `
-- What rollups, sweeps and filters read: narrow, so that a recount is one short range. It never holds texts.
CREATE TABLE article (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url_key TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL,
  language TEXT,
  window_at INTEGER NOT NULL,
  about TEXT,
  themes TEXT NOT NULL,
  polarity TEXT,
  score_e4 INTEGER,
  origin INTEGER,
  story_id TEXT,
  analysis_version INTEGER,
  analysis_revision INTEGER,
  revision INTEGER NOT NULL,
  settled_version INTEGER NOT NULL,
  lease_until INTEGER,
  attempts INTEGER NOT NULL,
  error TEXT,
  quarantined_version INTEGER,
  seq INTEGER NOT NULL,
  signature TEXT NOT NULL,
  -- The highest version for which there is nothing left to do: the work was done, or given up.
  done_version INTEGER GENERATED ALWAYS AS (max(settled_version, coalesce(quarantined_version, 0))) VIRTUAL
) STRICT;
CREATE INDEX article_window ON article (window_at, id);
CREATE INDEX article_source ON article (source_id, window_at, id);
CREATE INDEX article_done ON article (done_version, window_at DESC, id DESC);
CREATE INDEX article_story ON article (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_quarantined ON article (quarantined_version, settled_version)
  WHERE quarantined_version IS NOT NULL;

CREATE TABLE article_text (
  n INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  author TEXT,
  stated_language TEXT,
  published_at INTEGER,
  first_seen_at INTEGER NOT NULL,
  history TEXT NOT NULL,
  seen_in TEXT NOT NULL,
  terms TEXT NOT NULL,
  analysis TEXT
) STRICT;

CREATE TABLE article_signature (
  key TEXT NOT NULL,
  window_at INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, window_at, n)
) STRICT, WITHOUT ROWID;

-- Counts that would otherwise need a walk over a large table.
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('articles', 0);

CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  language TEXT,
  verified TEXT,
  status TEXT NOT NULL,
  next_poll_at INTEGER NOT NULL,
  lease_until INTEGER,
  last_polled_at INTEGER,
  last_ok_at INTEGER,
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  failures INTEGER NOT NULL,
  error TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_due ON feed (next_poll_at, id) WHERE status = 'active';

CREATE TABLE host (host TEXT PRIMARY KEY, lease_until INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE fetch (
  n INTEGER PRIMARY KEY,
  feed_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER,
  bytes INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  items INTEGER NOT NULL,
  dropped INTEGER NOT NULL,
  inserted INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  error TEXT
) STRICT;
CREATE INDEX fetch_feed ON fetch (feed_id, at, n);
CREATE INDEX fetch_at ON fetch (at);

-- grain is the granularity and the zone, as in "day.Asia/Kabul".
CREATE TABLE window (
  grain TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  granularity TEXT NOT NULL,
  zone TEXT NOT NULL,
  marked INTEGER NOT NULL,
  rolled INTEGER NOT NULL,
  evaluated INTEGER NOT NULL,
  PRIMARY KEY (grain, start_at)
) STRICT, WITHOUT ROWID;
-- Holds only windows with work left, however many there are in all.
CREATE INDEX window_outstanding ON window (end_at, id) WHERE marked > evaluated;
CREATE INDEX window_half_hour ON window (end_at) WHERE granularity = '30m';

-- A series lies in one piece, so that a year of it is one range. The mark is the ledger's: both change in one transaction.
CREATE TABLE window_record (
  grain TEXT NOT NULL,
  theme TEXT NOT NULL,
  about TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  versions TEXT NOT NULL,
  totals BLOB NOT NULL,
  PRIMARY KEY (grain, theme, about, start_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX window_record_window ON window_record (grain, start_at);

-- Apart from the totals, so that reading those never touches these.
CREATE TABLE window_cells (
  grain TEXT NOT NULL,
  theme TEXT NOT NULL,
  about TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  cells BLOB NOT NULL,
  PRIMARY KEY (grain, theme, about, start_at)
) STRICT, WITHOUT ROWID;

-- Sources and languages as numbers, for the cells.
CREATE TABLE name (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL,
  series TEXT NOT NULL,
  status TEXT NOT NULL,
  historical INTEGER NOT NULL,
  first_window_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  resolved_at INTEGER,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX alert_open ON alert (rule_id, series) WHERE status IN ('open', 'acknowledged');
CREATE INDEX alert_opened ON alert (opened_at, id);

CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  alert_id TEXT NOT NULL,
  event TEXT NOT NULL,
  subscription_id TEXT NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  lease_until INTEGER,
  delivered_at INTEGER,
  error TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (next_attempt_at, id) WHERE status = 'due';

CREATE TABLE analysis_version (number INTEGER PRIMARY KEY, code TEXT NOT NULL, taxonomy TEXT NOT NULL) STRICT;
CREATE INDEX analysis_version_identity ON analysis_version (code, taxonomy, number);
`;
