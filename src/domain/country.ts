/**
 * Countries by code: ISO 3166-1 alpha-2 (with XK for Kosovo, as CLDR has it), and ISO 3166-3 alpha-4
 * for states that are no more. A former state keeps its own code and is linked to its successors,
 * never merged into them; an alpha-4 code that records nothing but a change of name (BUMM, ZRCD)
 * is read as the country of today.
 */
import isoCodes from "i18n-iso-countries/codes.json" with { type: "json" };
import { foldName } from "./fold-name.ts";
import { FORMER_STATES } from "./former-states.ts";

/** A state that is no more: the years in which it was, both included, and the codes of what followed it. */
export type FormerState = { name: string; from: number; to: number; successors: string[] };

const ALPHA2_OF_ALPHA3 = new Map(isoCodes.map(([alpha2 = "", alpha3 = ""]) => [alpha3, alpha2]));
const FORMER = new Map(FORMER_STATES.map((state) => [state.code, state]));
const CURRENT = isoCodes.map(([alpha2 = ""]) => alpha2).sort();
const CODES: ReadonlySet<string> = new Set([...CURRENT, ...FORMER.keys()]);

/** Names that CLDR abbreviates, qualifies or dates otherwise than a reader expects in running text. */
const PREFERRED_ENGLISH: Record<string, string> = {
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  HK: "Hong Kong",
  MF: "Saint Martin (French part)",
  MM: "Myanmar",
  MO: "Macao",
  PS: "Palestine",
  UM: "United States Minor Outlying Islands",
  VA: "Holy See",
  VI: "United States Virgin Islands",
};

/** Other names and codes by which people and data sets give a country, folded as `foldName` folds them. */
const ALIASES: Record<string, string> = {
  america: "US",
  "bolivia plurinational state of": "BO",
  bosnia: "BA",
  "brunei darussalam": "BN",
  burma: "MM",
  "byelorussian soviet socialist republic": "BY",
  "cape verde": "CV",
  "china peoples republic of": "CN",
  congo: "CG",
  "congo brazzaville": "CG",
  "congo kinshasa": "CD",
  "cote d ivoire": "CI",
  "czech republic": "CZ",
  "democratic peoples republic of korea": "KP",
  "dr congo": "CD",
  drc: "CD",
  "east timor": "TL",
  england: "GB",
  "federated states of micronesia": "FM",
  "federal republic of germany": "DE",
  "great britain": "GB",
  holland: "NL",
  "holy see": "VA",
  "iran islamic republic of": "IR",
  "islamic republic of iran": "IR",
  "ivory coast": "CI",
  korea: "KR",
  "korea democratic peoples republic of": "KP",
  "lao peoples democratic republic": "LA",
  macau: "MO",
  macedonia: "MK",
  "micronesia federated states of": "FM",
  "moldova republic of": "MD",
  "northern ireland": "GB",
  "palestinian territories": "PS",
  "peoples republic of china": "CN",
  "plurinational state of bolivia": "BO",
  "republic of moldova": "MD",
  scotland: "GB",
  "st helena": "SH",
  "st kitts and nevis": "KN",
  "st lucia": "LC",
  "st vincent and the grenadines": "VC",
  "saint vincent and the grenadines": "VC",
  swaziland: "SZ",
  "syrian arab republic": "SY",
  "tanzania united republic of": "TZ",
  turkey: "TR",
  turkiye: "TR",
  uae: "AE",
  uk: "GB",
  "united kingdom of great britain and northern ireland": "GB",
  "united republic of tanzania": "TZ",
  "united states of america": "US",
  vatican: "VA",
  "vatican city": "VA",
  "venezuela bolivarian republic of": "VE",
  "bolivarian republic of venezuela": "VE",
  "viet nam": "VN",
  wales: "GB",
  us: "US",
  usa: "US",
  "russian federation": "RU",
  "republic of korea": "KR",
  "korea republic of": "KR",
  "west germany": "DE",
  "south vietnam": "VN",
  "north yemen": "YE",
  zaire: "CD",
  "upper volta": "BF",
  dahomey: "BJ",
  rhodesia: "ZW",
  "southern rhodesia": "ZW",
  ceylon: "LK",
  siam: "TH",
  persia: "IR",
};

/** Codes that came before a change of name, of which ISO 3166 keeps no state of its own (alpha-3 and alpha-4). */
const RENAMED: Record<string, string> = {
  AFI: "DJ",
  AIDJ: "DJ",
  BUMM: "MM",
  BUR: "MM",
  BYAA: "BY",
  BYS: "BY",
  DHY: "BJ",
  DYBJ: "BJ",
  FXFR: "FR",
  FXX: "FR",
  HVBF: "BF",
  HVO: "BF",
  KSV: "XK",
  NHB: "VU",
  NHVU: "VU",
  RHO: "ZW",
  RHZW: "ZW",
  ROM: "RO",
  TMP: "TL",
  TPTL: "TL",
  XKX: "XK",
  ZAR: "CD",
  ZRCD: "CD",
};

const displayNames = new Map<string, Intl.DisplayNames>();

/**
 * The plain name of a country, e.g. "Türkiye", "United Kingdom", "Soviet Union".
 * @param code ISO 3166-1 alpha-2 or ISO 3166-3 alpha-4
 * @param locale BCP 47, default English; former states are named in English and Ukrainian, in English elsewhere
 * @returns the code itself when it names no country
 */
export function countryName(code: string, locale = "en"): string {
  const former = FORMER.get(code);
  if (former) return locale.startsWith("uk") ? former.ukrainian : former.name;
  if (!CODES.has(code)) return code;
  const inEnglish = locale === "en" || locale.startsWith("en-");
  const preferred = inEnglish ? PREFERRED_ENGLISH[code] : undefined;
  if (preferred) return preferred;
  const name = regionNames(locale).of(code) ?? code;
  return inEnglish ? name.replace(" & ", " and ").replace(/^St\. /, "Saint ") : name;
}

/** Other names and codes by which people give a country, folded as `foldName` folds them; often none. */
export function countryAliases(code: string): string[] {
  const others = Object.entries(ALIASES).filter(([_name, of]) => of === code);
  return [...others.map(([name]) => name), ...(FORMER.get(code)?.aliases ?? []).map(foldName)];
}

/** Whether this is a code `countryName` knows, in upper case as ISO writes it. */
export function isCountryCode(code: string): boolean {
  return CODES.has(code);
}

/** Every code: the countries of today in order of their codes, then the former states. */
export function allCountryCodes(): string[] {
  return [...CODES];
}

/** What is known of a former state; null when the code is not one's. */
export function formerState(code: string): FormerState | null {
  const state = FORMER.get(code);
  if (!state) return null;
  return { name: state.name, from: state.from, to: state.to, successors: [...state.successors] };
}

/** Codes of the former states to whose land this country succeeded, e.g. `UA` to `SUHH`; often none. */
export function formerStatesOf(code: string): string[] {
  return FORMER_STATES.filter((state) => state.successors.includes(code)).map(({ code }) => code);
}

/**
 * Reads a country as people and data sets write it: alpha-2, alpha-3 (also of former states: SUN,
 * YUG, CSK, DDR), alpha-4, or an English name, common or official, in any case.
 * @returns the code, or null when it names no single country
 */
export function readCountry(written: string): string | null {
  const code = written.trim().toUpperCase();
  if (CODES.has(code)) return code;
  return ALPHA2_OF_ALPHA3.get(code) ?? RENAMED[code] ?? readers().get(foldName(written)) ?? null;
}

let nameReader: Map<string, string> | undefined;

/** Built at the first question: 250 names take CLDR some milliseconds. */
function readers(): Map<string, string> {
  if (nameReader) return nameReader;
  const entries: [string, string][] = [];
  for (const code of CURRENT) {
    entries.push([foldName(regionNames("en").of(code) ?? code), code]);
    entries.push([foldName(countryName(code)), code]);
  }
  for (const { code, alpha3, name, aliases } of FORMER_STATES) {
    for (const written of [name, alpha3, ...aliases]) entries.push([foldName(written), code]);
  }
  nameReader = new Map([...entries, ...Object.entries(ALIASES)]);
  return nameReader;
}

function regionNames(locale: string): Intl.DisplayNames {
  const known = displayNames.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale, "en"], { type: "region" });
  displayNames.set(locale, made);
  return made;
}
