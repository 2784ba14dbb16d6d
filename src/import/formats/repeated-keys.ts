/** Fields that stand twice in a JSON object: the parser keeps the last and drops the others unsaid. */
import { ImportError } from "../import-error.ts";

/**
 * @param json valid JSON
 * @throws ImportError naming the first field that an object, at any depth, has twice
 */
export function refuseRepeatedKeys(json: string): void {
  /** The keys seen in each open object; null for an open list. */
  const open: (Set<string> | null)[] = [];
  const marks = /["[\]{}]/g;
  for (let mark = marks.exec(json); mark; mark = marks.exec(json)) {
    if (mark[0] === "{") open.push(new Set());
    else if (mark[0] === "[") open.push(null);
    else if (mark[0] !== '"') open.pop();
    else {
      const end = endOfString(json, mark.index);
      marks.lastIndex = end;
      if (isKey(json, end)) addKey(open.at(-1), JSON.parse(json.slice(mark.index, end)) as string);
    }
  }
}

function addKey(seen: Set<string> | null | undefined, key: string): void {
  if (seen?.has(key)) {
    throw new ImportError(
      `The field ${JSON.stringify(key.slice(0, 60))} stands twice in one object.`,
      "Keep one of the two, or give the other a name of its own.",
    );
  }
  seen?.add(key);
}

/** @returns the index after the closing quotation mark of the string that opens at `start` */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
}

/** In valid JSON only a key is followed by a colon. */
function isKey(json: string, end: number): boolean {
  const next = /\S/g;
  next.lastIndex = end;
  return next.exec(json)?.[0] === ":";
}
