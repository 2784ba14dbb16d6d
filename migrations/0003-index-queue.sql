-- What an index outside this file has yet to be told. Filled by triggers, so that no way of writing
-- can forget it, in the transaction that writes; emptied by the one loop that sends it. Where no such
-- index is used, it holds at most one row for each address.

CREATE TABLE index_queue (
  -- Raised with every change that a send has not yet taken with it.
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Not a reference: an address that is gone must be told, too.
  address_id INTEGER NOT NULL UNIQUE,
  -- 1 while its documents are on their way; a change meanwhile replaces the row by a new one.
  sent INTEGER NOT NULL DEFAULT 0,
  -- The server's number for the task that has them, once it is known.
  task INTEGER,
  -- Why the server will not have it; such a row waits until its address changes or the index is rebuilt.
  refused TEXT
) STRICT;

-- One row: what the index was last known to hold.
CREATE TABLE index_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Tells this archive from every other, so that an index of another one is known for what it is.
  archive TEXT NOT NULL,
  -- Server and name of the index; null before there was one.
  target TEXT,
  -- Name of the build that is searched, and of the one under way.
  build TEXT,
  next_build TEXT,
  -- Number of the last batch that was taken from the queue, and of the last that the index confirmed.
  batch INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  -- 1 when the index holds the archive but for what the queue names.
  complete INTEGER NOT NULL,
  -- 1 when somebody asked for a rebuild.
  rebuild_wanted INTEGER NOT NULL,
  -- The process whose loop sends, and until when nobody else may: milliseconds of the machine's steady clock.
  holder TEXT,
  held_until INTEGER NOT NULL
) STRICT;
INSERT INTO index_state (id, archive, batch, confirmed, complete, rebuild_wanted, held_until)
VALUES (1, lower(hex(randomblob(8))), 0, 0, 0, 0, 0);

-- Each trigger drops a row whose documents may already have been read, then queues the address.
CREATE TRIGGER index_queue_paragraph_insert AFTER INSERT ON paragraph BEGIN
  DELETE FROM index_queue WHERE address_id = NEW.address_id AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id) SELECT NEW.address_id
    WHERE NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = NEW.address_id);
END;
CREATE TRIGGER index_queue_paragraph_update
AFTER UPDATE OF key, address_id, position, kind, text, turn_speaker ON paragraph BEGIN
  DELETE FROM index_queue WHERE address_id IN (OLD.address_id, NEW.address_id)
    AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id)
    SELECT changed.id FROM (SELECT OLD.address_id AS id UNION SELECT NEW.address_id) changed
    WHERE NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = changed.id);
END;
CREATE TRIGGER index_queue_paragraph_delete AFTER DELETE ON paragraph BEGIN
  DELETE FROM index_queue WHERE address_id = OLD.address_id AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id) SELECT OLD.address_id
    WHERE NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = OLD.address_id);
END;

CREATE TRIGGER index_queue_address_update
AFTER UPDATE OF date_first, date_last, lang, speaker_id, collection_id ON address
WHEN OLD.date_first <> NEW.date_first OR OLD.date_last <> NEW.date_last OR OLD.lang <> NEW.lang
  OR OLD.speaker_id IS NOT NEW.speaker_id OR OLD.collection_id IS NOT NEW.collection_id
BEGIN
  DELETE FROM index_queue WHERE address_id = NEW.id AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id) SELECT NEW.id
    WHERE NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = NEW.id);
END;
CREATE TRIGGER index_queue_speaker_update AFTER UPDATE OF slug ON speaker BEGIN
  DELETE FROM index_queue WHERE address_id IN (SELECT id FROM address WHERE speaker_id = NEW.id)
    AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id) SELECT a.id FROM address a WHERE a.speaker_id = NEW.id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = a.id);
END;
CREATE TRIGGER index_queue_collection_update AFTER UPDATE OF slug ON collection BEGIN
  DELETE FROM index_queue WHERE address_id IN (SELECT id FROM address WHERE collection_id = NEW.id)
    AND (sent = 1 OR refused IS NOT NULL);
  INSERT INTO index_queue (address_id) SELECT a.id FROM address a WHERE a.collection_id = NEW.id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = a.id);
END;

-- Tags. Those of a paragraph that is being removed find no paragraph, and have nothing to tell.
CREATE TRIGGER index_queue_topic_insert AFTER INSERT ON paragraph_topic BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE id = NEW.paragraph_id);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p
    WHERE p.id = NEW.paragraph_id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_topic_delete AFTER DELETE ON paragraph_topic BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE id = OLD.paragraph_id);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p
    WHERE p.id = OLD.paragraph_id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_topic_update AFTER UPDATE OF paragraph_id, topic ON paragraph_topic BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL) AND address_id IN
    (SELECT address_id FROM paragraph WHERE id IN (OLD.paragraph_id, NEW.paragraph_id));
  INSERT INTO index_queue (address_id) SELECT DISTINCT p.address_id FROM paragraph p
    WHERE p.id IN (OLD.paragraph_id, NEW.paragraph_id)
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_mention_insert AFTER INSERT ON mention BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE id = NEW.paragraph_id);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p
    WHERE p.id = NEW.paragraph_id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_mention_delete AFTER DELETE ON mention BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL)
    AND address_id = (SELECT address_id FROM paragraph WHERE id = OLD.paragraph_id);
  INSERT INTO index_queue (address_id) SELECT p.address_id FROM paragraph p
    WHERE p.id = OLD.paragraph_id
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
CREATE TRIGGER index_queue_mention_update AFTER UPDATE OF paragraph_id, kind, value ON mention BEGIN
  DELETE FROM index_queue WHERE (sent = 1 OR refused IS NOT NULL) AND address_id IN
    (SELECT address_id FROM paragraph WHERE id IN (OLD.paragraph_id, NEW.paragraph_id));
  INSERT INTO index_queue (address_id) SELECT DISTINCT p.address_id FROM paragraph p
    WHERE p.id IN (OLD.paragraph_id, NEW.paragraph_id)
    AND NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = p.address_id);
END;
