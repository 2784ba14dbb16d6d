/**
 * Names as citation styles need them: family and given name apart. A name alone cannot tell
 * everything (a Spanish double family name looks like a given name and a family name), so the
 * rules here are few and sure, and what they cannot part stays whole.
 *
 * 1. Courtesy titles and offices in front go. A pope's or monarch's name is one name.
 * 2. "Family, Given" is believed.
 * 3. Words in capitals among others ("QIAN Qichen", "Firoz Khan NOON") are the family name; a
 *    name all in capitals is a family name as a whole, as the UN's records have it.
 * 4. Chinese, Korean and Vietnamese names keep their order, family name first: where the
 *    speaker's country is one of theirs and the first word is one of their family names; where
 *    the country is not known, only for family names that are no common given name elsewhere.
 * 5. The family name starts at its particle ("van", "de", "bin", "al"), else it is the last word;
 *    the last two of four or more words where the country speaks Spanish.
 */

import { COURTESIES, OFFICES_IN_NAMES } from "./titles.ts";

/** A name taken apart. A name of one part has only `family`. */
export type PersonalName = { family: string; given: string | null; suffix: string | null };

const COURTESY = new RegExp(
  `^(?:${[...COURTESIES, ...OFFICES_IN_NAMES].join("|")}|mx|prof|professor|dame|lord|lady|hon|the hon|rt hon|right honou?rable|his excellency|her excellency|h\\.? ?e|his holiness|his majesty|her majesty|his (?:royal )?highness|her (?:royal )?highness|secretary[- ]general|archbishop|cardinal|mme|herr|frau|пан|пані|г-н|г-жа)\\.?\\s+(?=\\S)|^(?:general|sheikh|shaikh|sheik)\\s+(?=\\S+\\s+\\S)`,
  "iu",
);
const MONARCH =
  /^(?:pope|king|queen|emperor|empress|prince|princess|sultan|emir|папа|король|королева)\s/iu;
const SUFFIX = /,?\s+((?:Jr|Sr)\.?|I{2,3}|IV|Esq\.?)$/u;
const PARTICLES = new Set(
  (
    "van von der den de del della dello di da das do dos du la le las los ten ter te zu zur af av " +
    "bin bint ibn ben abu al el ould"
  ).split(" "),
);
/** Particles that are also given names ("Al Gore", "Ben Wallace"): no particle at the very beginning. */
const NOT_FIRST = new Set(["al", "el", "ben", "ten", "das", "do"]);
/** "al-Assad", "El-Sisi", "ad-Din". */
const JOINED_ARTICLE = /^(?:al|el|as|ad|an|ar|ash|at|az)-\p{L}/iu;
const CAPITALS = /^(?:Mc|Mac|O[’'])?\p{Lu}[\p{Lu}\p{M}’'-]+$/u;

const FAMILY_FIRST_COUNTRIES = new Set(["CN", "TW", "HK", "MO", "SG", "KR", "KP", "VN"]);
/** Frequent family names of those countries in their usual romanisations. */
const FAMILY_FIRST = new Set(
  (
    "bai cai cao chan chang chao chen cheng chiang chin chou chu chung cui dai deng ding dong du fan " +
    "fang feng fu gao ge gong gu guan guo han hao he ho hong hou hsieh hsu hu hua huang hui jia jiang jin " +
    "kong ko kuo lai lau lee lei li liang liao lim lin liu lo long lu luo lü ma mao meng mo ng ou pan " +
    "pang peng qian qiao qin qiu qu ren shao shen shi song su sun tan tang tao tian tien tsai tsao " +
    "tseng tsiang wan wang wei wen wong wu xi xia xiao xie xiong xu xue yan yang yao ye yeh yen yi yin yu " +
    "yuan zeng zhang zhao zheng zhong zhou zhu zou " +
    "ahn an bae baek ban choe choi chun chung hwang jang jeon jeong jo jung kang kim kwak kwon lim " +
    "min moon na nam no noh oh paek pak park ri rhee roh ryu seo shin sim son suh yoo yoon yun " +
    "bui cao dang dinh do doan duong hoang huynh le luong luu ly mai ngo nguyen pham phan phung " +
    "quach ta thach ton tran trinh truong vo vu vuong"
  ).split(" "),
);
/** Those of them that are no given name in the West: safe where the country is not known. */
const ONLY_FAMILY_FIRST = new Set(
  (
    "xi hu jiang deng zhou zhu zhao zhang zheng zeng wang wen huang xu xie xue qian qiao qin cao cui " +
    "guo liu luo mao tsai hsieh hsu nguyen pham tran trinh truong huynh hoang ngo choe choi jeong"
  ).split(" "),
);
/** "Ban Ki-moon": a hyphened second word that goes on in lower case marks a Korean given name. */
const KOREAN_GIVEN = /^\p{Lu}\p{Ll}+-\p{Ll}+$/u;
const SPANISH_SPEAKING = new Set(
  "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split(" "),
);
const UNSPACED_NAME = /^[\p{sc=Han}\p{sc=Hangul}]{2,4}$/u;

/**
 * Takes apart the names of those who spoke.
 * @param speaker as the source has it; several names are parted by semicolons
 * @param country ISO code of the country they spoke for, or null
 */
export function parseSpeakers(speaker: string | null, country: string | null): PersonalName[] {
  return speakerNames(speaker).map((name) => parseName(name, country));
}

/** The names of those who spoke, which semicolons part. */
export function speakerNames(speaker: string | null): string[] {
  return (speaker ?? "")
    .split(";")
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
}

/** Takes one name apart by the rules above. */
export function parseName(written: string, country: string | null): PersonalName {
  const { name, suffix } = splitSuffix(withoutCourtesy(written));
  if (MONARCH.test(name))
    return { family: suffix ? `${name} ${suffix}` : name, given: null, suffix: null };
  const comma = name.indexOf(",");
  if (comma > 0) {
    return {
      family: name.slice(0, comma).trim(),
      given: name.slice(comma + 1).trim() || null,
      suffix,
    };
  }
  if (UNSPACED_NAME.test(name) && country !== null && FAMILY_FIRST_COUNTRIES.has(country)) {
    return { family: name.slice(0, 1), given: name.slice(1), suffix };
  }
  return { ...splitWords(name.split(" "), country), suffix };
}

function withoutCourtesy(written: string): string {
  let name = written.replace(/\s+/gu, " ").trim();
  for (;;) {
    const shorter = name.replace(COURTESY, "");
    if (shorter === name) return name;
    name = shorter;
  }
}

function splitSuffix(name: string): { name: string; suffix: string | null } {
  const match = SUFFIX.exec(name);
  if (!match?.[1]) return { name, suffix: null };
  return { name: name.slice(0, match.index), suffix: match[1] };
}

function splitWords(
  words: string[],
  country: string | null,
): { family: string; given: string | null } {
  if (words.length === 1) return { family: words[0] ?? "", given: null };
  const inCapitals = words.map((word) => CAPITALS.test(word));
  if (inCapitals.every(Boolean)) return { family: words.join(" "), given: null };
  if (inCapitals.some(Boolean)) {
    return {
      family: words.filter((_, i) => inCapitals[i]).join(" "),
      given: words.filter((_, i) => !inCapitals[i]).join(" "),
    };
  }
  if (putsFamilyFirst(words, country))
    return { family: words[0] ?? "", given: words.slice(1).join(" ") };
  const start = familyStart(words, country);
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" ") || null };
}

function putsFamilyFirst(words: string[], country: string | null): boolean {
  const [first = "", second = ""] = words.map((word) => word.toLowerCase());
  if (words.length > 4 || second === "") return false;
  if (country !== null) return FAMILY_FIRST_COUNTRIES.has(country) && FAMILY_FIRST.has(first);
  const korean = words.length === 2 && KOREAN_GIVEN.test(words[1] ?? "") && FAMILY_FIRST.has(first);
  return korean || ONLY_FAMILY_FIRST.has(first);
}

function familyStart(words: string[], country: string | null): number {
  const particle = words.findIndex(
    (word, i) =>
      i < words.length - 1 &&
      (PARTICLES.has(word.toLowerCase()) || JOINED_ARTICLE.test(word)) &&
      !(i === 0 && NOT_FIRST.has(word.toLowerCase())),
  );
  if (particle >= 0) return particle;
  const twoFamilies = words.length >= 4 && country !== null && SPANISH_SPEAKING.has(country);
  return words.length - (twoFamilies ? 2 : 1);
}

/** The name in its natural order: "Martin Luther King, Jr.", "Xi Jinping". */
export function naturalName(name: PersonalName, country: string | null): string {
  const suffix =
    name.suffix === null
      ? ""
      : /^[JSE]/u.test(name.suffix)
        ? `, ${name.suffix}`
        : ` ${name.suffix}`;
  if (name.given === null) return name.family + suffix;
  if (UNSPACED_NAME.test(name.family + name.given)) return name.family + name.given + suffix;
  const familyFirst = putsFamilyFirst([name.family, ...name.given.split(" ")], country);
  const [first, last] = familyFirst ? [name.family, name.given] : [name.given, name.family];
  return `${first} ${last}${suffix}`;
}

/** "King, Martin Luther, Jr."; "Arce". */
export function invertedName(name: PersonalName): string {
  return [name.family, name.given, name.suffix].filter((part) => part !== null).join(", ");
}

/** "King, M. L., Jr."; hyphened given names keep their hyphen: "J.-P.". */
export function initialedName(name: PersonalName): string {
  return invertedName({ ...name, given: name.given === null ? null : initials(name.given) });
}

function initials(given: string): string {
  return given
    .split(" ")
    .map((word) =>
      word
        .split("-")
        .filter((part) => part !== "")
        .map((part) => `${firstLetter(part)}.`)
        .join("-"),
    )
    .join(" ");
}

function firstLetter(word: string): string {
  return (/\p{L}\p{M}*/u.exec(word)?.[0] ?? word.slice(0, 1)).toUpperCase();
}
