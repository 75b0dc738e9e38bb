/** How well each source was seen on each day, the sources that people added, and how far imports have come. */
export const coverage = `
CREATE TABLE coverage (
  source_id TEXT NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL,
  seen INTEGER NOT NULL,
  expected REAL,
  polls INTEGER NOT NULL,
  failed_polls INTEGER NOT NULL,
  PRIMARY KEY (source_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_day ON coverage (day, state, source_id);

-- The outlet as JSON: it is only ever read whole.
CREATE TABLE source (id TEXT PRIMARY KEY, outlet TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE import_progress (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  records INTEGER NOT NULL,
  position INTEGER NOT NULL,
  inserted INTEGER NOT NULL,
  known INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  done INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
