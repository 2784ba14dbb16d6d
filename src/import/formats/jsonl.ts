/** One address a line, as JSON. */
import { ImportError } from "../import-error.ts";
import type { Fields } from "../read-facts.ts";
import { refuseRepeatedKeys } from "./repeated-keys.ts";
import { requireShallow } from "./require-shallow.ts";

/**
 * Reads a line.
 * @returns its fields, and its words apart from them
 * @throws ImportError when it is no JSON object with a text, or has a field twice
 */
export function readJsonLine(line: string): { fields: Fields; text: string } {
  const fields = parseObject(line);
  const { text, ...rest } = fields;
  if (typeof text !== "string") {
    throw new ImportError(
      text === undefined ? "The field text is missing." : "The field text is not a text.",
      "It takes the words of the address, paragraphs parted by a blank line.",
    );
  }
  return { fields: rest, text };
}

function parseObject(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new ImportError(
      `The line is not JSON: ${(error as Error).message}.`,
      "Write one object a line, e.g. with jq -c.",
    );
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new ImportError("The line is no JSON object.", "Write one object a line.");
  }
  refuseRepeatedKeys(line);
  return requireShallow(value as Fields);
}
