-- The archive: addresses word for word, their paragraphs with permanent keys, and what is said of them.

-- One row. `version` is raised in every writing transaction, whichever process writes; caches hang on it.
CREATE TABLE archive (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO archive (id, version) VALUES (1, 0);

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL UNIQUE
) STRICT;

-- The input as it came, compressed with zlib; `hash` is the SHA-256 of the uncompressed bytes.
CREATE TABLE raw_input (
  hash TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  -- What makes two inputs the same address: the source's own id, or date, speaker, language and title.
  identity TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- ISO date, month or year; first and last day it can mean as yyyymmdd.
  date TEXT NOT NULL,
  date_first INTEGER NOT NULL,
  date_last INTEGER NOT NULL,
  lang TEXT NOT NULL,
  speaker_id INTEGER REFERENCES speaker (id),
  speaker_office TEXT,
  speaker_country TEXT,
  occasion TEXT,
  place TEXT,
  collection_id INTEGER REFERENCES collection (id),
  completeness_note TEXT,
  -- Of the speaker's own words only.
  word_count INTEGER NOT NULL,
  paragraph_count INTEGER NOT NULL,
  -- The current revision, counted from 1.
  revision INTEGER NOT NULL,
  -- SHA-256 of facts, source and text: the same input again changes nothing.
  content_hash TEXT NOT NULL,
  -- SHA-256 of the text as it came: finds the same text under another identity, and tells whether only facts changed.
  text_hash TEXT NOT NULL,
  -- How many UTF-16 code units of the text somebody declared to be an agency's lead; null where it was recognised.
  lead_length INTEGER,
  splitter_version TEXT NOT NULL,
  -- Slug of the address, or file and line, that the breaks marked `copy` were taken from.
  breaks_from TEXT
) STRICT;
CREATE INDEX address_by_text ON address (text_hash);
CREATE INDEX address_by_date ON address (date_first, id);
CREATE INDEX address_by_speaker ON address (speaker_id);
CREATE INDEX address_by_collection ON address (collection_id);

-- Slugs an address had before; they answer with 301.
CREATE TABLE former_slug (
  slug TEXT PRIMARY KEY,
  address_id INTEGER NOT NULL REFERENCES address (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_slug_by_address ON former_slug (address_id);

CREATE TABLE source (
  address_id INTEGER PRIMARY KEY REFERENCES address (id),
  publisher TEXT,
  url TEXT,
  archived_url TEXT,
  retrieved_on TEXT,
  native_id TEXT,
  licence TEXT,
  -- JSON object: fields of the input that the archive has no name for.
  extra TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  address_id INTEGER NOT NULL REFERENCES address (id),
  number INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  -- JSON object: the facts of the address as this revision had them.
  facts TEXT NOT NULL,
  raw_hash TEXT NOT NULL REFERENCES raw_input (hash),
  PRIMARY KEY (address_id, number)
) STRICT, WITHOUT ROWID;

-- The paragraphs of the current revision, editorial matter among them.
CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  address_id INTEGER NOT NULL REFERENCES address (id),
  -- Reading order in the address, from 0, over all kinds.
  position INTEGER NOT NULL,
  -- As shown, from 1, over the speaker's own words; null for editorial matter.
  number INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('speech', 'lead', 'heading', 'note', 'turn')),
  text TEXT NOT NULL CHECK (text <> ''),
  -- Whose words these are, as the label of the speaker turn has it; null: the words of the address's speaker.
  -- What an editor decided, in voice_decision, goes before it.
  turn_speaker TEXT,
  break_before TEXT NOT NULL CHECK (break_before IN ('source', 'inferred', 'copy', 'editor')),
  since_revision INTEGER NOT NULL,
  UNIQUE (address_id, position)
) STRICT;

-- What paragraphs were in earlier revisions: copied when a revision is replaced.
CREATE TABLE former_paragraph (
  key TEXT NOT NULL,
  address_id INTEGER NOT NULL REFERENCES address (id),
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  turn_speaker TEXT,
  break_before TEXT NOT NULL,
  PRIMARY KEY (address_id, revision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_paragraph_by_key ON former_paragraph (key, revision);

-- Keys whose paragraph is no longer in the address. They answer with their last words, and are never given out again.
CREATE TABLE tombstone (
  key TEXT PRIMARY KEY,
  address_id INTEGER NOT NULL REFERENCES address (id),
  -- The first revision without the paragraph.
  revision INTEGER NOT NULL,
  number INTEGER,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  turn_speaker TEXT,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_by_address ON tombstone (address_id);

CREATE TABLE paragraph_topic (
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('inferred', 'source', 'editor')),
  confidence REAL NOT NULL,
  -- JSON [[start, end], …] in UTF-16 code units of the paragraph's text.
  spans TEXT NOT NULL,
  PRIMARY KEY (paragraph_id, topic)
) STRICT, WITHOUT ROWID;

-- Places of a paragraph that name a country or an organisation.
CREATE TABLE mention (
  paragraph_id INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'organisation')),
  -- ISO 3166 code of a country, or slug of an organisation.
  value TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('inferred', 'source', 'editor')),
  confidence REAL NOT NULL,
  PRIMARY KEY (paragraph_id, kind, value, span_start)
) STRICT, WITHOUT ROWID;
