/**
 * One address in a file of its own: plain text (a title line, a blank line, the words), or Markdown
 * or text with YAML front matter. The words are kept as they are written, Markdown's marks too.
 */
import type { Fields } from "../read-facts.ts";
import { splitFrontMatter } from "./front-matter.ts";

/** Characters that a first line may have to be a title: the longest headlines of agencies have about 250. */
const LONGEST_TITLE = 300;

/** The fields that the file itself gives, and its words. */
export type TextFile = { fields: Fields; text: string };

/**
 * @param content decoded
 * @param hasTitle true when a sidecar or the options give a title; then the first line belongs to
 *   the words
 * @throws ImportError when the front matter cannot be read
 */
export function readTextFile(content: string, hasTitle: boolean): TextFile {
  const { fields, body } = splitFrontMatter(content.replace(/\r\n?/g, "\n"));
  const text = body.trim();
  if (hasTitle || (typeof fields.title === "string" && fields.title.trim() !== "")) {
    return { fields, text };
  }
  const end = text.search(/\n[^\S\n]*\n/);
  const first = text.slice(0, Math.max(end, 0)).trim();
  if (first === "" || first.length > LONGEST_TITLE || first.includes("\n")) return { fields, text };
  return { fields: { ...fields, title: first.replace(/^#\s+/, "") }, text: text.slice(end).trim() };
}
