/**
 * Links that ask the browser to scroll to words (`#:~:text=`, WICG Scroll to Text Fragment). An
 * extra for sources outside the archive, never the identity of a paragraph.
 */
import { tokenize } from "../text/tokens.ts";

/** As many words at either end as tell a paragraph from its neighbours. */
const WORDS_AT_EACH_END = 5;

/**
 * @param url absolute URL; a fragment it has is kept in front of the directive
 * @param text the paragraph to be found there; the whole of it when short, else its first and last words
 */
export function textFragmentUrl(url: string, text: string): string {
  const tokens = tokenize(text);
  if (tokens.length === 0) return url;
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? text.length;
  const short = tokens.length <= 2 * WORDS_AT_EACH_END;
  const directive = short
    ? encode(text.slice(start, end))
    : `${encode(text.slice(start, tokens[WORDS_AT_EACH_END - 1]?.end))},${encode(text.slice(tokens.at(-WORDS_AT_EACH_END)?.start, end))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** `-`, `,` and `&` have a meaning of their own in the directive. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\s+/gu, " ").toWellFormed()).replaceAll("-", "%2D");
}
