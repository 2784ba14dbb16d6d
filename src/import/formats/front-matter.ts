/** YAML facts: at the head of a text, between two lines of three hyphens, or in a file of their own. */
import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { ImportError } from "../import-error.ts";
import type { Fields } from "../read-facts.ts";
import { requireShallow } from "./require-shallow.ts";

type Document = ReturnType<typeof parseDocument>;

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
 * shifted, `1.10` does not become 1.1; a tag that would make anything else of it is refused.
 * @param linesBefore how many lines of the file stand before the YAML, for messages
 * @throws ImportError naming the line
 */
export function readYamlFields(yaml: string, linesBefore = 0): Fields {
  const lines = new LineCounter();
  const document = parse(yaml, lines, linesBefore);
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

/** @returns the line of a YAML mapping, from 1, on which one of its fields begins */
export function lineOfField(yaml: string, key: string): number {
  const lines = new LineCounter();
  const { contents } = parse(yaml, lines, 0);
  const pairs = isMap(contents) ? contents.items : [];
  const field = pairs.map((pair) => pair.key).find((one) => isScalar(one) && one.value === key);
  return lines.linePos(isScalar(field) ? (field.range?.[0] ?? 0) : 0).line;
}

/** Tags that make nothing else of a value than it is anyway. */
const HARMLESS_TAGS = ["str", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`);

/** The parser obeys tags that it knows, whatever the schema: a `!!timestamp` would shift a date. */
function refuseTags(document: Document, lineOf: (offset: number) => number): void {
  visit(document, {
    Node(_key, node) {
      const tag = isScalar(node) || isCollection(node) ? node.tag : undefined;
      if (tag === undefined || HARMLESS_TAGS.includes(tag)) return;
      const name = tag.replace("tag:yaml.org,2002:", "!!");
      throw new ImportError(
        `The YAML has the tag ${name} at line ${lineOf(node.range?.[0] ?? 0)}; every value is taken as it is written.`,
        "Take the tag out.",
      );
    },
  });
}

/** The parser goes down by recursion: values nested by the thousand exhaust the stack. */
function parse(yaml: string, lines: LineCounter, linesBefore: number): Document {
  try {
    const document = parseDocument(yaml, {
      schema: "failsafe",
      logLevel: "silent",
      lineCounter: lines,
    });
    refuseTags(document, (offset) => lines.linePos(offset).line + linesBefore);
    return document;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      `The YAML cannot be read: ${(error as Error).message}.`,
      "Write one fact a line, e.g. title: Evening address.",
    );
  }
}

/** Aliases are bounded by the parser; past the bound it throws. */
function readDocument(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ImportError(
      `The YAML cannot be read: ${(error as Error).message}.`,
      "Write the facts out without aliases.",
    );
  }
}
