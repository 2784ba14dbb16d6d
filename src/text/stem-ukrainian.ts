/**
 * A light stemmer for Ukrainian, for which Snowball has none: it strips the endings of nouns,
 * adjectives and verbs and evens out the commonest sound changes (безпека/безпеці, Київ/Києва,
 * життя/життю). It would rather leave two forms apart than bring two words together.
 */

/** Tried in this order; the figure is how many letters must stay in front. */
const ENDINGS: readonly (readonly [ending: string, stays: number])[] = [
  ["уватимуть", 3],
  ["юватимуть", 3],
  ["ування", 3],
  ["ювання", 3],
  ...endings(3, "уватися юватися уються юються ується юється"),
  ...endings(4, "атися итися ається яється ються уться яться иться"),
  ...endings(3, "увати ювати ували ювали увала ювала ували ювало увало ують юють уємо юємо"),
  ...endings(3, "аються ують ають яють аємо яємо атиме иться"),
  ...endings(3, "іями іях іям ими ого ому ями ами ові еві єві ією"),
  ...endings(3, "ати яти ити іти уть ють ять ємо емо имо ував ював"),
  ...endings(2, "ах ях ам ям ою ею єю ів їв ей ом ем єм ої ій ий им их"),
  ...endings(2, "ує ає яє іє"),
  ...endings(2, "а я о е є у ю и і ї ь й"),
];

/** What a stem may still end in once its ending is gone: possessive -ов-, as in Харкова beside Харків. */
const POSSESSIVE = /(.{3})[ое]в$|(?<=.{2})єв$/u;

/** Closed syllables turn о and е into і; these are the ones that speeches are full of. */
const IRREGULAR = new Map([
  ["рік", "рок"],
  ["схід", "сход"],
  ["захід", "заход"],
  ["бік", "бок"],
  ["ніч", "ноч"],
  ["день", "дн"],
  ["воєн", "війн"],
  ["слів", "слов"],
  ["зброї", "збро"],
  ["зброю", "збро"],
]);

/** The о of ринок, початок, зв'язок, gone in ринку, початку, зв'язку. */
const FLEETING_OK = /([аеєиіїоуюя][^аеєиіїоуюя])ок$/u;

function endings(stays: number, list: string): [string, number][] {
  return list.split(" ").map((ending) => [ending, stays]);
}

/**
 * @param word folded: lower case, no apostrophes
 * @returns its stem, at least two letters of it; the word itself when it is as short as that
 */
export function stemUkrainian(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  const { base, ending } = stripEnding(word);
  return IRREGULAR.get(base) ?? levelSounds(stripPossessive(base), ending);
}

function stripEnding(word: string): { base: string; ending: string } {
  // позицій is the plural of позиція, no adjective.
  if (word.length > 5 && word.endsWith("цій")) return { base: word.slice(0, -2), ending: "ії" };
  for (const [ending, stays] of ENDINGS) {
    if (word.length >= ending.length + stays && word.endsWith(ending)) {
      return { base: word.slice(0, -ending.length), ending };
    }
  }
  return { base: word, ending: "" };
}

function stripPossessive(base: string): string {
  return base.replace(POSSESSIVE, "$1");
}

function levelSounds(base: string, ending: string): string {
  if (base.length >= 4 && base.endsWith("і")) return base.slice(0, -1);
  const single = base.replace(/([^аеєиіїоуюя])\1$/u, "$1").replace(/іст$/u, "ост");
  if (/^і[їєяю]/u.test(ending)) return single;
  if (ending === "" && single.length >= 5) return single.replace(FLEETING_OK, "$1к");
  if (ending === "і" && /[^р]оз$/u.test(single)) return single.replace(/з$/u, "г");
  return (ending === "ь" ? single.replace(/ец$/u, "ц") : single).replace(/ц$/u, "к");
}
