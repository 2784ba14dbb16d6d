/** From bytes to text, strictly: a byte that the encoding does not know is an error, never a question mark. */
import { isUtf8 } from "node:buffer";
import { ImportError } from "../import-error.ts";

/** Byte order marks, longest first, and what they say. */
const MARKS: { bytes: number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];
export const LONGEST_MARK = 3;

/** The encoding of an input and how many bytes of it are a byte order mark. */
export type Encoding = { label: string; markLength: number };

/**
 * A byte order mark decides; then what was declared; then UTF-8.
 * @param head the first bytes, at least `LONGEST_MARK` where there are so many
 * @param declared a label of the WHATWG Encoding Standard, e.g. `windows-1251`
 * @throws ImportError when the label is unknown
 */
export function detectEncoding(head: Uint8Array, declared?: string): Encoding {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (mark) return { label: mark.encoding, markLength: mark.bytes.length };
  return { label: declared === undefined ? "utf-8" : readLabel(declared), markLength: 0 };
}

/**
 * Decodes a whole input.
 * @param bytes without its byte order mark
 * @param offset where `bytes` begin in their file, for messages
 * @throws ImportError naming the first byte that cannot be read and the way out
 */
export function decode(bytes: Uint8Array, label: string, offset = 0): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw undecodable(bytes, label, offset);
  }
}

/** Whether bytes that were read in a declared encoding look as if they were UTF-8 after all. */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && bytes.some((byte) => byte > 0x7f);
}

/**
 * Passes UTF-8 on as it is and turns any other encoding into UTF-8, chunk by chunk; the byte order
 * mark is dropped.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  { label, markLength }: Encoding,
): AsyncGenerator<Buffer> {
  const decoder =
    label === "utf-8" ? null : new TextDecoder(label, { fatal: true, ignoreBOM: true });
  let skip = markLength;
  let offset = 0;
  for await (const chunk of chunks) {
    const bytes = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - bytes.length;
    if (decoder === null) yield bytes;
    else yield decodeChunk(decoder, bytes, label, offset + chunk.length - bytes.length);
    offset += chunk.length;
  }
  if (decoder) decodeChunk(decoder, null, label, offset);
}

function decodeChunk(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Buffer | null,
  label: string,
  offset: number,
): Buffer {
  try {
    return Buffer.from(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
  } catch {
    throw undecodable(bytes ?? new Uint8Array(), label, offset);
  }
}

function readLabel(declared: string): string {
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    throw new ImportError(
      `The encoding ${JSON.stringify(declared)} is unknown.`,
      "Use a label such as utf-8, windows-1251, windows-1252, koi8-u or utf-16le.",
    );
  }
}

function undecodable(bytes: Uint8Array, label: string, offset: number): ImportError {
  const at = offset + readableLength(bytes, label);
  return new ImportError(
    `Not valid ${label.toUpperCase()}: byte ${at} cannot be read.`,
    label === "utf-8"
      ? "Say what it is with --encoding, e.g. --encoding windows-1251, or save it as UTF-8."
      : "Try another --encoding, or save it as UTF-8.",
  );
}

/** Bytes of the longest character in any encoding. */
const LONGEST_CHARACTER = 4;

/**
 * How many bytes from the start can be read: found by halving, as a readable beginning stays one
 * when cut, then taken back to the beginning of the character that breaks off.
 */
function readableLength(bytes: Uint8Array, label: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isReadable(bytes.subarray(0, middle), label, true)) low = middle;
    else high = middle - 1;
  }
  for (let end = low; end > low - LONGEST_CHARACTER && end > 0; end--) {
    if (isReadable(bytes.subarray(0, end), label, false)) return end;
  }
  return 0;
}

/** @param isOpen true when the bytes may end within a character */
function isReadable(bytes: Uint8Array, label: string, isOpen: boolean): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isOpen });
    return true;
  } catch {
    return false;
  }
}
