/**
 * British spellings of English words → the American ones, so that each finds the other. Rules where a
 * class of words is spelled alike, lists where it is not; our own, after what both kinds of dictionaries
 * print. A pair is left out where one spelling is another word (cheque, storey, tyre) or begins with
 * another letter (gaol), which marks rely on.
 */

/** Left as they are: -ise in both kinds of English. What comes before -ise, after a prefix such as un-. */
const ISE_IN_BOTH = new Set(
  `adv advert appra apostroph chast circumc comprom compr conc counterpo desp disgu enfranch enterpr
  equipo exerc exorc expert franch fundra improv mala merchand parad porpo pract prec prem prom
  repr superv sunr surm surpr telev torto treat turquo`.split(/\s+/),
);
const ISE = /^([a-z]{4,})is(e|ed|es|er|ers|ing|able|ation|ations|ational|ationally)$/;
const ISE_PREFIX = /^(?:un|im|in|dis|re|over|under|mis|non)/;

/** Roots in -our; what follows stays: colourful, neighbourhoods. */
const OUR =
  /^((?:un|dis|mis|re|over|be|en|multi|water)?(?:ard|arb|arm|behavi|cand|clam|col|demean|misdemean|endeav|en?am|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our/;

/** Words in -re: theatre, centred, kilometres. */
const RE =
  /^((?:amphi|kilo|milli|centi|nano|hecto)?(?:calib|cent|epicent|fib|lit|lust|meag|met|mit|nit|recon+oit|sab|saltpet|scept|sepulch|somb|spect|theat))(?:re(s|d)?|r(ing))$/;

/**
 * Beginnings and what they become; whatever follows stays. Most letters that British English doubles
 * (travelled) are no matter: stemming takes them off.
 */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^(de|of)fence(?=s?$|less)/, "$1fense"],
  [/^(licen|preten)ce(?=[sd]?$)/, "$1se"],
  [/^((?:un|mal)?practi)s(?=e|ing$)/, "$1c"],
  [/^((?:re)?progra|(?:kilo|milli)?gra)mme(?=s?$)/, "$1m"],
  [/^((?:ana|cata|dia|epi|homo|mono|pro|travelo)log)ue(?=s?$)/, "$1"],
  [/^((?:cata|dia)log)u(?=ed$|ers?$|ing$)/, "$1"],
  [/^((?:re)?(?:dial|duel|fuel|initial|trial)|counsel|council)l(?=ed$|ing$|[eo]rs?$)/, "$1"],
  [/^(duel|libel|medal|panel)l(?=ists?$)/, "$1"],
  [/^((?:re)?anal|paral|catal|electrol|hydrol|dial)ys(?=e$|ed$|ers?$|ing$)/, "$1yz"],
  [/^(out)?manoeuvr(?:e(?=s?$)|(?=e[dr]|ing|ab))/, "$1maneuver"],
  [/^(p)aed(?=iat|oph)/, "$1ed"],
  [/^(an|leuk|hypoglyc)aem/, "$1em"],
  [/^(an)aesth/, "$1esth"],
  [/^(encyclop|orthop)aed/, "$1ed"],
  [/^(h)aem(?=o[gprs])/, "$1em"],
  [/^(gyn)aec/, "$1ec"],
  [/^(arch)aeo(?=log)/, "$1eo"],
  [/^(p)al(?:ae)o(?=[ln])/, "$1aleo"],
  [/^(medi|prim)aeval/, "$1eval"],
  [/^(diarrh)oea/, "$1ea"],
  [/^(f)oet(?=us|al)/, "$1et"],
  [/^(alumin)i(?=um)/, "$1"],
  [/^(sul)ph(?=ur|at|id)/, "$1f"],
  [/^(s)c(?=eptic)/, "$1k"],
  [/^(pl)ough/, "$1ow"],
  [/^(s?mo)u(?=ld)/, "$1"],
  [/^(m)ou(?=stache)/, "$1u"],
  [/^(gr)ey(?=$|s$|er$|est$|ish$|ing$|ed$)/, "$1ay"],
  [/^(art)e(?=fact)/, "$1i"],
  [/^((?:mis|pre)?judg|lodg)e(?=ments?$)/, "$1"],
  [/^(siz|lik|unlik|sal|mov)e(?=able$)/, "$1"],
  [/^(woo)ll(?=en)/, "$1l"],
  [/^(jewel)le(?=ry)/, "$1"],
  [/^(tranquil)l(?=iz)/, "$1"],
  [/^(ski|wi)l(?=ful)/, "$1ll"],
  [/^(conne|refle|infle)x(?=ions?$)/, "$1ct"],
  [/^(d)es(?=patch)/, "$1is"],
  [/^(c)y(?=pher)/, "$1i"],
  [/^(co)s(?=y$|ier|iest|ily)/, "$1z"],
  [/^(p)y(?=jama)/, "$1a"],
];

/**
 * @param folded an English word as `foldWord` gives it, in any form
 * @returns the word as it is spelled in American English, for comparing alone; it begins with the same letter
 */
export function americanSpelling(folded: string): string {
  const word = folded.replace(OUR, "$1or").replace(RE, american);
  const ise = ISE.exec(word);
  const ize = ise && !isIseInBoth(ise[1] as string) ? `${ise[1]}iz${ise[2]}` : word;
  for (const [british, spelling] of BEGINNINGS) {
    if (british.test(ize)) return ize.replace(british, spelling);
  }
  return ize;
}

function american(_word: string, root: string, ending = "", participle = ""): string {
  return `${root}er${ending === "d" ? "ed" : ending}${participle}`;
}

function isIseInBoth(base: string): boolean {
  if (base.endsWith("w")) return true; // likewise
  return ISE_IN_BOTH.has(base) || ISE_IN_BOTH.has(base.replace(ISE_PREFIX, ""));
}
