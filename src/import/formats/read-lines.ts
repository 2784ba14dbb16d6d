/** Lines of a long input, one at a time, so that memory stays flat however long it is. */

/** A line without its end, counted from 1; `offset` is where it begins, in bytes. */
export type Line = { number: number; offset: number } & (
  | { bytes: Buffer }
  /** Longer than allowed: its length in bytes, its content is gone. */
  | { tooLong: number }
);

const LINE_FEED = 0x0a;

/**
 * @param chunks UTF-8 (or any encoding in which a line ends with the byte 0A)
 * @param longest bytes that a line may have
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let offset = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const finish = (): Line => {
    const line: Line =
      length > longest
        ? { number, offset, tooLong: length }
        : { number, offset, bytes: withoutReturn(Buffer.concat(parts)) };
    number += 1;
    offset += length + 1;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      yield finish();
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}
