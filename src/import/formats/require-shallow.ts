/** Values that a program can walk through: neither endless nor deeper than anybody writes them. */
import { ImportError } from "../import-error.ts";
import type { Fields } from "../read-facts.ts";

/** Lists and objects inside each other. Records of archives have three or four; JSON is written by recursion, which fails at a few thousand. */
const DEEPEST = 64;

/**
 * @returns the fields as they came
 * @throws ImportError naming the field that is nested too deep, or that holds itself (a YAML alias can)
 */
export function requireShallow(fields: Fields): Fields {
  for (const [key, value] of Object.entries(fields)) {
    if (isShallow(value, DEEPEST)) continue;
    throw new ImportError(
      `The field ${JSON.stringify(key.slice(0, 60))} is nested more than ${DEEPEST} deep.`,
      "Write it flatter, or leave it out.",
    );
  }
  return fields;
}

function isShallow(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== "object") return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
