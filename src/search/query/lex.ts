/**
 * A query's text cut into lexemes, in time linear in its length. Every typographic variant of a
 * sign (curly quotes, full-width brackets, a minus sign made into a dash) is read as the sign.
 */

export type Lexeme =
  | { type: "open" | "close" | "or" | "and" | "not" }
  /** Characters without white space, quotes or brackets, as typed. */
  | { type: "bare"; text: string }
  /** What stood between quotes; `distance` as typed after `~`, empty when only the `~` was typed. */
  | { type: "quoted"; text: string; closed: boolean; distance: string | null }
  /** `name:value`; the name in lower case, the value never with quotes. */
  | { type: "field"; name: string; value: string; quoted: boolean };

const QUOTES = '"“”„‟«»＂「」『』〝〞〟';
const QUOTE = new RegExp(`[${QUOTES}]`);
const BARE = new RegExp(`[^\\s()（）|｜${QUOTES}]+`, "y");
const QUOTED = new RegExp(`[^${QUOTES}]*`, "y");
const SIGNS: Record<string, "open" | "close" | "or"> = {
  "(": "open",
  "（": "open",
  ")": "close",
  "）": "close",
  "|": "or",
  "｜": "or",
};
const WORD_OPERATORS: Record<string, "or" | "and" | "not"> = { OR: "or", AND: "and", NOT: "not" };
const MINUS = /[-−‐‑–－﹣]+(?=[^\s)）|｜−‐‑–－﹣-])/y;
/** Between the end of quotes and the distance that makes them a nearness. */
const DISTANCE = /\s?[~～](?:\s?(\d+))?/y;
/** What ends a sentence behind its quotation, as it may behind a word. */
const SENTENCE_END = /[.,;:!?…]{1,3}(?=[\s)）]|$)/y;
const FIELD = /^(\p{L}+)[:：]/u;
/** Controls, and characters that only steer how text is laid out, part words and mean nothing. */
const MEANINGLESS = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\s]+/gu;

/** Whether a word by itself is read as an operator, in any width of letters. */
export function wordOperator(word: string): "or" | "and" | "not" | null {
  return word.length > 3 ? null : (WORD_OPERATORS[word.normalize("NFKC")] ?? null);
}

/**
 * @param text as typed; lone surrogates and control characters are taken for spaces
 * @param fieldNamed the field that a name means, or null; so that `topic: energy` may have its space
 */
export function lex(text: string, fieldNamed: (name: string) => string | null): Lexeme[] {
  const source = text.toWellFormed().replaceAll("\ufffd", " ").replace(MEANINGLESS, " ");
  const lexemes: Lexeme[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  const takeQuoted = (): { text: string; closed: boolean } => {
    at++;
    const inside = take(QUOTED)?.[0] ?? "";
    const closed = at < source.length;
    at++;
    take(SENTENCE_END);
    return { text: inside.trim(), closed };
  };
  const takeFieldValue = (name: string, rest: string): Lexeme => {
    if (rest !== "") return { type: "field", name, value: rest, quoted: false };
    if (source[at] === " " && !SIGNS[source[at + 1] ?? ""]) at++;
    if (QUOTE.test(source[at] ?? "")) {
      return { type: "field", name, value: takeQuoted().text, quoted: true };
    }
    return { type: "field", name, value: take(BARE)?.[0] ?? "", quoted: false };
  };

  while (at < source.length) {
    const character = source[at] as string;
    const sign = SIGNS[character];
    if (character === " ") at++;
    else if (sign) {
      at++;
      lexemes.push({ type: sign });
    } else if (QUOTE.test(character)) {
      const quoted = takeQuoted();
      const distance = quoted.closed ? take(DISTANCE) : null;
      lexemes.push({ type: "quoted", ...quoted, distance: distance && (distance[1] ?? "") });
    } else if (startsTerm(source, at) && take(MINUS)) lexemes.push({ type: "not" });
    else {
      const bare = take(BARE)?.[0] ?? "";
      const operator = wordOperator(bare);
      const [label = "", name = ""] = FIELD.exec(bare) ?? [];
      const field = fieldNamed(name);
      if (operator) lexemes.push({ type: operator });
      else if (field !== null) lexemes.push(takeFieldValue(field, bare.slice(label.length)));
      else lexemes.push({ type: "bare", text: bare });
    }
  }
  return lexemes;
}

/** A minus excludes only where a term begins; "anti-missile" holds a hyphen. */
function startsTerm(source: string, at: number): boolean {
  const before = source[at - 1];
  return before === undefined || before === " " || SIGNS[before] !== undefined;
}
