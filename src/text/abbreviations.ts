/**
 * Abbreviations after which a full stop need not end the sentence, by language; English ones hold
 * everywhere, because names and titles travel. Folded to lower case, without their last full stop.
 */
import { primaryLanguage } from "./language.ts";

type Abbreviations = {
  /** Always followed by what they belong to: Mr. Lehrer, Gen. Marshall, м. Київ. */
  joining: ReadonlySet<string>;
  /** Joining before a figure only: No. 5, Art. 51, Sept. 11. */
  numbering: ReadonlySet<string>;
  /** May end a sentence or not; the word after decides: the U.S. Congress, … of the U.S. We … */
  open: ReadonlySet<string>;
  /** Words that start sentences far more often than they are part of a name. */
  starters: ReadonlySet<string>;
};

const words = (list: string): Set<string> => new Set(list.split(/\s+/));

const ENGLISH: Abbreviations = {
  joining: words(
    `mr mrs ms messrs mme mlle dr drs prof rev revd hon rt gen adm maj brig col lt ltc sgt cpl pfc capt cmdr
    comdr vadm gov sen sens rep reps pres amb sec supt st ste mt ft vs viz cf e.g i.e lieut esq`,
  ),
  numbering: words(
    `no nos vol vols art arts sec secs ch chap fig figs p pp par para pt pts rev op res doc stat
    jan feb mar apr jun jul aug sep sept oct nov dec`,
  ),
  open: words(
    `u.s u.s.a u.k u.n u.s.s.r d.c a.m p.m ph.d m.d j.d b.a m.a b.c a.d n.y l.a p.o inc ltd co corp
    bros jr sr al dept govt assn mass conn calif ill penn pa va tenn miss mo ark ga fla tex wash`,
  ),
  starters: words(
    `the a an we it this that these those there they he she you i in on at for from by to of as if
    when while where what who whom why how but and or so yet nor no not our my your his her their its
    with without under after before since until during between among because although though however
    therefore thus then now today tomorrow yesterday let all every each some many most more
    another other such only even also indeed here is are was were do does did have has had will
    would should shall can could may might must thank thanks please one two three first second
    third finally meanwhile moreover nevertheless nothing everyone everything nobody`,
  ),
};

const UKRAINIAN: Abbreviations = {
  joining: words(
    `м с смт вул просп пл пров буд кв обл ім о св п пп гр проф акад доц ген полк підполк кап лейт
    серж чл кор див напр пор т.зв зв під`,
  ),
  numbering: words("ст ч п пп т тт розд гл с рис табл пор"),
  open: words("р рр ст н.е д.н.е"),
  starters: words(
    `я ми ви ти він вона воно вони це цей ця ці цього цьому той та ті то там тут так тому таким
    такий такі але і й а або чи що щоб якщо коли де хто як який яка які не ні на у в з із зі за до
    від для про при під над після перед через без всі все весь вся кожен кожна кожний наш наша наші
    наше мій моя мої сьогодні вчора завтра зараз тепер вже ще дякую прошу україна українці росія
    є був була було були буде будуть перше друге третє`,
  ),
};

const NONE: Abbreviations = {
  joining: new Set(),
  numbering: new Set(),
  open: new Set(),
  starters: new Set(),
};

/**
 * @param lang BCP 47
 * @returns the language's own abbreviations, then English ones
 */
export function abbreviationsOf(lang: string): readonly [Abbreviations, Abbreviations] {
  return [primaryLanguage(lang) === "uk" ? UKRAINIAN : NONE, ENGLISH];
}
