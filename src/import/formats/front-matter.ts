/** YAML facts: at the head of a text, between two lines of three hyphens, or in a file of their own. */
import { parseDocument } from "yaml";
import { ImportError } from "../import-error.ts";
import type { Fields } from "../read-facts.ts";
import { requireShallow } from "./require-shallow.ts";

const FENCE = /^---[^\S\n]*\n/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/m;

/**
 * Parts a text from the facts at its head.
 * @param text lines ending in LF
 * @returns no fields when the text does not begin with a line of three hyphens
 * @throws ImportError when the facts are not closed, or are no YAML mapping
 */
export function splitFrontMatter(text: string): { fields: Fields; body: string } {
  const open = FENCE.exec(text);
  if (!open) return { fields: {}, body: text };
  const rest = text.slice(open[0].length);
  const close = CLOSING.exec(rest);
  if (!close) {
    throw new ImportError(
      "The facts at the head of the file begin with --- and never end.",
      "Close them with a line of three hyphens.",
    );
  }
  return {
    fields: readYamlFields(rest.slice(0, close.index), 1),
    body: rest.slice(close.index + close[0].length),
  };
}

/**
 * Reads a YAML mapping. Every scalar stays the text it is (the failsafe schema): a date is not
 * shifted, `1.10` does not become 1.1, and no tag can make anything else of it.
 * @param linesBefore how many lines of the file stand before the YAML, for messages
 * @throws ImportError naming the line
 */
export function readYamlFields(yaml: string, linesBefore = 0): Fields {
  const document = parse(yaml);
  const [error] = document.errors;
  if (error) {
    const line = (error.linePos?.[0].line ?? 1) + linesBefore;
    throw new ImportError(
      `The YAML cannot be read at line ${line}: ${error.message.split("\n")[0]}`,
      "Put values with colons or quotation marks into quotation marks.",
    );
  }
  const fields: unknown = readDocument(document);
  if (fields === null || fields === "") return {};
  if (typeof fields !== "object" || Array.isArray(fields)) {
    throw new ImportError(
      "The YAML holds no facts.",
      "Write one fact a line, e.g. title: Evening address.",
    );
  }
  return requireShallow(fields as Fields);
}

/** The parser goes down by recursion: values nested by the thousand exhaust the stack. */
function parse(yaml: string): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(yaml, { schema: "failsafe", logLevel: "silent" });
  } catch (error) {
    throw new ImportError(
      `The YAML cannot be read: ${(error as Error).message}.`,
      "Write one fact a line, e.g. title: Evening address.",
    );
  }
}

/** Aliases are bounded by the parser; past the bound it throws. */
function readDocument(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ImportError(
      `The YAML cannot be read: ${(error as Error).message}.`,
      "Write the facts out without aliases.",
    );
  }
}
