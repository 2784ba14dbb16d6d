/** Character references of HTML (`&nbsp;`, `&#8217;`) that were left in a text. */

/** Names of U+00A0 to U+00FF in their order (HTML 4.01, section 24.2). */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
    " ",
  );
/** Other names that texts have: of marks, quotation marks and white space. */
const OTHERS: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsaquo: "‹",
  rsaquo: "›",
  hellip: "…",
  bull: "•",
  prime: "′",
  Prime: "″",
  euro: "€",
  trade: "™",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "\u200c",
  zwj: "\u200d",
  OElig: "Œ",
  oelig: "œ",
  Scaron: "Š",
  scaron: "š",
  Yuml: "Ÿ",
};
const NAMED = new Map([
  ...LATIN_1.map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries(OTHERS),
]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));/g;
const WINDOWS_1252 = new TextDecoder("windows-1252");

/** Where references stand that mean a character, as they are written. */
export function findEntities(text: string): { written: string; index: number }[] {
  return [...text.matchAll(REFERENCE)]
    .filter((match) => characterOf(match) !== null)
    .map(({ 0: written, index }) => ({ written, index }));
}

/** The text with each reference replaced by its character, once; what means none stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(
    REFERENCE,
    (...match) => characterOf(match as string[]) ?? (match[0] as string),
  );
}

function characterOf([, decimal, hex, name]: readonly (string | undefined)[]): string | null {
  if (name !== undefined) return NAMED.get(name) ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  // As browsers do: many a page means windows-1252 by these.
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.decode(Uint8Array.of(code));
  const isCharacter =
    code >= 0x20 && code !== 0x7f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter && (code & 0xfffe) !== 0xfffe ? String.fromCodePoint(code) : null;
}
