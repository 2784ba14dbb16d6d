-- Who wants the index outside this file rebuilt. Each process that asks has a row of its own, so that it
-- can take back its wish and nobody else's; all are fulfilled by the next build that is searched.

CREATE TABLE rebuild_request (
  -- The process that asks.
  asker TEXT PRIMARY KEY,
  -- ISO 8601 instant.
  asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO rebuild_request (asker, asked_at)
SELECT 'before-0005', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM index_state WHERE rebuild_wanted = 1;

ALTER TABLE index_state DROP COLUMN rebuild_wanted;
