-- What editors decided about single paragraphs. By the paragraph's key and not its row, so that a decision
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

-- Whose words a paragraph holds, where an editor decided it against or without the labels of the source. By
-- the key as well: the words are the same under it in every revision. `turn_speaker` of the paragraph stays
-- what the labels say, so that a decision that is taken back leaves nothing behind.
CREATE TABLE voice_decision (
  key TEXT PRIMARY KEY,
  -- A name; that of the address's speaker makes the words the speaker's own. Null: whoever gives an address
  -- that names nobody.
  speaker TEXT,
  decided_by TEXT NOT NULL,
  -- ISO 8601 instant.
  decided_at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An index outside this file is told whose the words are; see 0003-index-queue.sql.
CREATE TRIGGER index_queue_voice_insert AFTER INSERT ON voice_decision BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE key = NEW.key);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p WHERE p.key = NEW.key
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_voice_update AFTER UPDATE OF speaker ON voice_decision BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE key = NEW.key);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p WHERE p.key = NEW.key
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_voice_delete AFTER DELETE ON voice_decision BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE key = OLD.key);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p WHERE p.key = OLD.key
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
