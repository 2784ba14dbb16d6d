/**
 * The case forms of Ukrainian names and peoples. A word is written `stem+ending`; the ending of the
 * nominative says how the word declines. Words of a phrase agree: each stands in the same case.
 * Order of cases: nominative, genitive, dative, accusative, instrumental, locative; peoples go on
 * with the plural. `/` parts variants, `-` is no ending.
 */
const ENDINGS: Record<string, string> = {
  // Nouns: Україна, Іран, Китай, Косово, Запоріжжя, Штати, Чернівці.
  а: "а и ~і у ою ~і",
  я: "я ї ї ю єю ї",
  "0": "- у/а у/ові - ом і/у",
  й: "й ю/я ю/єві й єм ї/ю",
  ь: "ь ю/я ю/еві ь ем і/ю",
  "я-м": "я і і ю ею і",
  "а-ш": "а і і у ею і",
  "0-ш": "- у/а у/еві - ем і",
  "ь-ж": "ь і і ь сю і",
  о: "о а у о ом і",
  "я-с": "я я ю я ям і",
  и: "и ів/- ам и ами ах",
  і: "і ів ям і ями ях",
  ет: "ет ту ту ет том ті",
  ість: "ість ості ості ість істю ості",
  "а-мн": "а - ам а ами ах",
  ї: "ї й ям ї ями ях",
  // Towns with a vowel that changes: Харків, Київ, Ірпінь, Тернопіль, Відень, дім.
  ів: "ів ова ову ів овом ові",
  їв: "їв єва єву їв євом єві",
  інь: "інь еня еню інь енем ені",
  іль: "іль оля олю іль олем олі",
  ень: "ень ня ню ень нем ні",
  ір: "ір ору ору ір ором орі",
  ім: "ім ому ому ім омом омі",
  // Adjectives inside a name: Північна, Радянський, Рівне, Сполучені.
  ая: "а ої ій у ою ій",
  ийм: "ий ого ому ий им ому/ім",
  е: "е ого ому е им ому/ім",
  ії: "і их им і ими их",
  яя: "я ьої ій ю ьою ій",
  // Peoples: українець, англієць, росіянин, чех, турок, росіянка.
  ець: "ець ця цю/цеві ця цем цеві/ці ці ців цям ців цями цях",
  єць: "єць йця йцю/йцеві йця йцем йцеві/йці йці йців йцям йців йцями йцях",
  ин: "ин ина ину/инові ина ином инові/ині и - ам - ами ах",
  люд: "- а у/ові а ом ові/і и ів ам ів ами ах",
  ок: "ок ка ку/кові ка ком кові ки ків кам ків ками ках",
  ка: "ка ки ці ку кою ці ки ок кам ок ками ках",
  // Adjectives by themselves: український, in every gender.
  ий: "ий ого ому им ім а ої ій у ою е і их ими",
};

const HUSHING = /[жчшщ]$/;
const SOFTENED: Record<string, string> = { к: "ц", г: "з", х: "с" };

/** All forms of an item; an item without `+` has only its own. */
export function ukrainianForms(item: string): string[] {
  if (!item.includes("+")) return [item];
  const words = item.split(" ").map(wordForms);
  const cases = Math.max(...words.map((forms) => forms.length));
  const phrases = new Set<string>();
  for (let i = 0; i < cases; i++) {
    for (const phrase of combine(
      words.map((forms) => forms[Math.min(i, forms.length - 1)] ?? []),
    )) {
      phrases.add(phrase);
    }
  }
  return [...phrases];
}

/** The variants of each case of one word. */
function wordForms(word: string): string[][] {
  const [stem = "", ending] = word.split("+");
  if (ending === undefined) return [[word]];
  const endings = ENDINGS[endingFor(stem, ending)];
  if (endings === undefined) throw new Error(`no such Ukrainian ending: +${ending} in ${word}`);
  return endings.split(" ").map((variants) => variants.split("/").map((form) => join(stem, form)));
}

/** Вінниця and Чечня go otherwise than Росія; Польща and Буча otherwise than Україна; Париж than Іран. */
function endingFor(stem: string, ending: string): string {
  if (ending === "я" && !/[аеєиіїоуюя]$/.test(stem)) return "я-м";
  if (HUSHING.test(stem) && (ending === "а" || ending === "0")) return `${ending}-ш`;
  return ending;
}
/** `~` softens the stem's last letter: Прага, у Празі. */
function join(stem: string, form: string): string {
  if (form === "-") return stem;
  if (!form.startsWith("~")) return stem + form;
  const last = stem.at(-1) ?? "";
  return stem.slice(0, -1) + (SOFTENED[last] ?? last) + form.slice(1);
}

function combine(variants: string[][]): string[] {
  return variants.reduce<string[]>(
    (phrases, forms) =>
      phrases.flatMap((phrase) => forms.map((form) => `${phrase} ${form}`.trim())),
    [""],
  );
}
