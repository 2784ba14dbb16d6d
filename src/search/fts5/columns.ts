/**
 * What facets, dates and orders are counted from: typed arrays over the row ids of paragraphs, read
 * once for each archive version. A paragraph that is not the speaker's own words has no address here.
 */
import type { Database } from "better-sqlite3";
import type { MentionKind } from "../../domain/mention.ts";
import { stemLanguage } from "./terms.ts";

/** Paragraph ids read at a time, so that reading a large archive needs little memory. */
const CHUNK = 2_000;

/** One value out of a list for each address: `codes[address]` is an index into `values`, -1 for none. */
export type AddressColumn = { values: string[]; codes: Int32Array };

/** Any number of values for each paragraph: `codes[offsets[id]]` up to `codes[offsets[id + 1] - 1]`. */
export type ParagraphLists = { values: string[]; offsets: Uint32Array; codes: Uint16Array };

export type Columns = {
  version: number;
  /** Ids of all searchable paragraphs, ascending. */
  ids: Uint32Array;
  /** By paragraph id: index of its address, -1 where the id is no searchable paragraph. */
  addressOf: Int32Array;
  /** By paragraph id: 1 where the words are not the address's speaker's, by an editor's decision or else by their label. */
  isOthers: Uint8Array;
  /** By paragraph id: its place in the address. */
  position: Int32Array;
  /** By paragraph id: its bytes against the average of its language; 1 is average. */
  relativeLength: Float32Array;
  topic: ParagraphLists;
  country: ParagraphLists;
  organisation: ParagraphLists;
  /** Addresses from the earliest to the latest, by first day, then id. */
  addressIds: number[];
  dateFirst: Int32Array;
  dateLast: Int32Array;
  speaker: AddressColumn;
  collection: AddressColumn;
  lang: AddressColumn;
  year: AddressColumn;
  /** Names of the stemming rules that the archive's languages follow. */
  stemLanguages: string[];
};

type AddressRow = [
  id: number,
  first: number,
  last: number,
  lang: string,
  speaker: string | null,
  collection: string | null,
];

/** Reads the columns; to be called inside a read transaction. */
export function readColumns(db: Database, version: number): Columns {
  const addresses = db
    .prepare(
      `SELECT a.id, a.date_first, a.date_last, a.lang, s.slug, c.slug FROM address a
      LEFT JOIN speaker s ON s.id = a.speaker_id LEFT JOIN collection c ON c.id = a.collection_id
      ORDER BY a.date_first, a.id`,
    )
    .raw()
    .all() as AddressRow[];
  const lang = encode(addresses.map((row) => row[3]));
  const paragraphs = readParagraphs(db, addresses);
  return {
    version,
    ...paragraphs,
    relativeLength: relativeLengths(paragraphs, lang),
    topic: readLists(db, TOPICS, [], paragraphs),
    country: readLists(db, MENTIONED, ["country"], paragraphs),
    organisation: readLists(db, MENTIONED, ["organisation"], paragraphs),
    addressIds: addresses.map((row) => row[0]),
    dateFirst: Int32Array.from(addresses, (row) => row[1]),
    dateLast: Int32Array.from(addresses, (row) => row[2]),
    speaker: encode(addresses.map((row) => row[4])),
    collection: encode(addresses.map((row) => row[5])),
    lang,
    year: encode(addresses.map((row) => String(Math.floor(row[1] / 10_000)))),
    stemLanguages: [...new Set(lang.values.map(stemLanguage))].sort(),
  };
}

function encode(column: readonly (string | null)[]): AddressColumn {
  const values: string[] = [];
  const known = new Map<string, number>();
  const codes = Int32Array.from(column, (value) => (value === null ? -1 : code(value)));
  return { values, codes };

  function code(value: string): number {
    const before = known.get(value);
    if (before !== undefined) return before;
    known.set(value, values.length);
    return values.push(value) - 1;
  }
}

type Paragraphs = {
  ids: Uint32Array;
  addressOf: Int32Array;
  isOthers: Uint8Array;
  position: Int32Array;
  bytes: Uint32Array;
};

function readParagraphs(db: Database, addresses: readonly AddressRow[]): Paragraphs {
  const size = highestId(db) + 1;
  const indexOf = new Map(addresses.map((row, index) => [row[0], index]));
  const addressOf = new Int32Array(size).fill(-1);
  const isOthers = new Uint8Array(size);
  const position = new Int32Array(size);
  const bytes = new Uint32Array(size);
  const ids = new Uint32Array(size);
  let count = 0;
  const rows = db
    .prepare(
      `SELECT id, address_id, position, octet_length(text), turn_speaker IS NOT NULL
      FROM paragraph
      WHERE kind = 'speech' AND id >= ? AND id < ? ORDER BY id`,
    )
    .raw();
  for (let from = 0; from < size; from += CHUNK) {
    for (const row of rows.all(from, from + CHUNK) as number[][]) {
      const [id, addressId, place, length, others] = row as [
        number,
        number,
        number,
        number,
        number,
      ];
      addressOf[id] = indexOf.get(addressId) ?? -1;
      isOthers[id] = others;
      position[id] = place;
      bytes[id] = length;
      ids[count++] = id;
    }
  }
  for (const [id, others] of db.prepare(VOICES).raw().all() as [number, number][]) {
    isOthers[id] = others;
  }
  return { ids: ids.slice(0, count), addressOf, isOthers, position, bytes };
}

/** Whose the words are by editors' decisions, few as these are; the rest is told by the labels. */
const VOICES = `SELECT p.id, v.speaker IS NOT NULL AND v.speaker IS NOT s.name
  FROM voice_decision v JOIN paragraph p ON p.key = v.key JOIN address a ON a.id = p.address_id
  LEFT JOIN speaker s ON s.id = a.speaker_id WHERE p.kind = 'speech'`;

function highestId(db: Database): number {
  return (db.prepare("SELECT max(id) FROM paragraph").pluck().get() as number | null) ?? 0;
}

/** Against the average of the language: a Cyrillic letter is two bytes, and German words are long. */
function relativeLengths({ ids, addressOf, bytes }: Paragraphs, lang: AddressColumn): Float32Array {
  const total = new Float64Array(lang.values.length);
  const count = new Float64Array(lang.values.length);
  const codeOf = (id: number) => lang.codes[addressOf[id] as number] as number;
  for (const id of ids) {
    const code = codeOf(id);
    total[code] = (total[code] as number) + (bytes[id] as number);
    count[code] = (count[code] as number) + 1;
  }
  const relative = new Float32Array(bytes.length);
  for (const id of ids) {
    const code = codeOf(id);
    relative[id] = ((bytes[id] as number) * (count[code] as number)) / (total[code] as number);
  }
  return relative;
}

const TOPICS = `SELECT paragraph_id, topic FROM paragraph_topic
  WHERE paragraph_id >= ? AND paragraph_id < ? ORDER BY paragraph_id`;
const MENTIONED = `SELECT DISTINCT paragraph_id, value FROM mention
  WHERE kind = ? AND paragraph_id >= ? AND paragraph_id < ? ORDER BY paragraph_id`;

/** @param select paragraph and value; takes `bound`, then the first id and the one after the last */
function readLists(
  db: Database,
  select: string,
  bound: readonly MentionKind[],
  { addressOf }: Paragraphs,
): ParagraphLists {
  const size = addressOf.length;
  const values: string[] = [];
  const known = new Map<string, number>();
  const offsets = new Uint32Array(size + 1);
  const codes: number[] = [];
  let filled = 0;
  const rows = db.prepare(select).raw();
  for (let from = 0; from < size; from += CHUNK) {
    for (const [id, value] of rows.all(...bound, from, from + CHUNK) as [number, string][]) {
      if (addressOf[id] === -1) continue;
      while (filled <= id) offsets[filled++] = codes.length;
      let code = known.get(value);
      if (code === undefined) {
        code = values.push(value) - 1;
        known.set(value, code);
      }
      codes.push(code);
    }
  }
  while (filled <= size) offsets[filled++] = codes.length;
  return { values, offsets, codes: Uint16Array.from(codes) };
}
