/** From a file to its addresses, one at a time: what cannot be read is told, and the others go on. */
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { type CompletedAddress, completeAddress } from "./complete-address.ts";
import {
  decode,
  detectEncoding,
  type Encoding,
  LONGEST_MARK,
  looksLikeUtf8,
  toUtf8,
} from "./formats/decode.ts";
import { lineOfField, readYamlFields } from "./formats/front-matter.ts";
import { readJsonLine } from "./formats/jsonl.ts";
import { type Line, readLines } from "./formats/read-lines.ts";
import { readTextFile } from "./formats/text-file.ts";
import { ImportError } from "./import-error.ts";
import type { InputFile } from "./list-inputs.ts";
import { type Fields, type PlaceOf, readFacts, unknownFields } from "./read-facts.ts";

/** Bytes of one address, as a file or a line. The longest known speech has well under 1 MB. */
const LONGEST_ADDRESS = 16 * 1024 * 1024;

export type ReadOptions = {
  /** Facts that fill the gaps of every address read, by the names of `FIELD_NAMES`. */
  defaults: Fields;
  /** Of files without a byte order mark; UTF-8 where absent. */
  encoding?: string;
};

/** One address or why it could not be read; `bytesRead` counts from the beginning of the file. */
export type ReadItem = { place: string; bytesRead: number } & (
  | ({ ok: true } & CompletedAddress)
  | { ok: false; error: ImportError }
);

/** What fills the gaps of a file's own fields, in order, and where that stands. */
type Below = { layers: readonly Fields[]; placeOf: PlaceOf };

/** Reads all addresses of a file. Does not throw on bad input: each failure is an item. */
export async function* readAddresses(
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  try {
    const sidecar = file.sidecar === null ? NO_SIDECAR : await readSidecar(file.sidecar);
    const below = { layers: [sidecar.fields, options.defaults], placeOf: sidecar.placeOf };
    const encoding = detectEncoding(await readHead(file.path), options.encoding);
    const items =
      file.format === "jsonl"
        ? readJsonLines(file, encoding, below)
        : [await readText(file, encoding, below)];
    let notices = noticeUnknown(sidecar.fields, file.sidecar ?? "");
    for await (const item of items) {
      if (!item.ok) yield item;
      else yield { ...item, notices: [...notices, ...item.notices] };
      if (item.ok) notices = [];
    }
  } catch (error) {
    yield { place: file.path, bytesRead: file.size, ok: false, error: located(error, file.path) };
  }
}

async function* readJsonLines(
  file: InputFile,
  encoding: Encoding,
  below: Below,
): AsyncGenerator<ReadItem> {
  const chunks = toUtf8(createReadStream(file.path), encoding);
  for await (const line of readLines(chunks, LONGEST_ADDRESS)) {
    if ("bytes" in line && line.bytes.every(isBlank)) continue;
    const place = `${file.path}:${line.number}`;
    const bytesRead = line.offset + encoding.markLength;
    try {
      yield { place, bytesRead, ok: true, ...readLine(line, bytesRead, below) };
    } catch (error) {
      yield { place, bytesRead, ok: false, error: located(error, place) };
    }
  }
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;

function readLine(line: Line, offset: number, { layers, placeOf }: Below): CompletedAddress {
  if ("tooLong" in line) throw tooLong("The line", line.tooLong);
  const { fields, text } = readJsonLine(decode(line.bytes, "utf-8", offset));
  return completeAddress(readFacts([fields, ...layers], placeOf), text, line.bytes);
}

async function readText(
  file: InputFile,
  { label, markLength }: Encoding,
  { layers, placeOf }: Below,
): Promise<ReadItem> {
  if (file.size > LONGEST_ADDRESS) throw tooLong("The file", file.size);
  const raw = await readFile(file.path);
  const bytes = raw.subarray(markLength);
  const content = decode(bytes, label, markLength);
  const hasTitle = layers.some((fields) => typeof fields.title === "string" && fields.title !== "");
  const { fields, text } = readTextFile(content, hasTitle);
  const completed = completeAddress(readFacts([fields, ...layers], placeOf), text, raw);
  completed.notices.unshift(...noticeUnknown(fields, "its head"));
  if (label !== "utf-8" && markLength === 0 && looksLikeUtf8(bytes)) {
    completed.notices.push(`Read as ${label}, though the file is valid UTF-8: check the letters.`);
  }
  return { place: file.path, bytesRead: file.size, ok: true, ...completed };
}

/** YAML is written by hand: a field that no fact is called by may be a slip of the pen. */
function noticeUnknown(fields: Fields, where: string): string[] {
  const names = unknownFields(fields).map((name) => name.slice(0, 60));
  if (names.length === 0) return [];
  return [
    `Of no known name, and kept with the source as they came: ${names.join(", ")} (${where}).`,
  ];
}

type Sidecar = { fields: Fields; placeOf: PlaceOf };

const NO_SIDECAR: Sidecar = { fields: {}, placeOf: () => "" };

async function readSidecar(sidecar: string): Promise<Sidecar> {
  try {
    const bytes = await readFile(sidecar);
    const { label, markLength } = detectEncoding(bytes);
    const yaml = decode(bytes.subarray(markLength), label, markLength);
    const fields = readYamlFields(yaml);
    return {
      fields,
      placeOf: (layer, key) => (layer === fields ? `${sidecar}:${lineOfField(yaml, key)}` : ""),
    };
  } catch (error) {
    throw located(error, sidecar);
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_MARK), 0, LONGEST_MARK, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function tooLong(what: string, bytes: number): ImportError {
  const megabytes = (n: number) => (n / 1024 / 1024).toFixed(0);
  return new ImportError(
    `${what} has ${megabytes(bytes)} MB, one address may have ${megabytes(LONGEST_ADDRESS)} MB.`,
    "Part it into its addresses.",
  );
}

/** Bad input gets its place; trouble with the file itself becomes an error of the same form. */
function located(error: unknown, place: string): ImportError {
  if (error instanceof ImportError) return error.at(place);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return new ImportError(
    `It cannot be read (${message}).`,
    "Check that this user may read it.",
    place,
  );
}
