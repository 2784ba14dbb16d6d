-- What editors decided about single tags. By the paragraph's key and not its row, so that a decision
-- outlives revisions, a paragraph's going and coming back, and every later run of the taggers.

CREATE TABLE tag_decision (
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'country', 'organisation')),
  -- Slug of a topic or of an organisation, or ISO 3166 code of a country.
  value TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('added', 'removed')),
  decided_by TEXT NOT NULL,
  -- ISO 8601 instant.
  decided_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (key, kind, value)
) STRICT, WITHOUT ROWID;
