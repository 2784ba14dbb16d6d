/**
 * An agency's lead: the sentences before the address in which a third party reports that it was
 * given ("… said this in his new video address, Ukrinform reports."). They are not the speaker's
 * words, so they are told apart; in doubt a sentence is the speaker's.
 */
import type { Range } from "../../domain/range.ts";
import { foldWord } from "../fold.ts";
import { tokenize } from "../tokens.ts";

/** A lead is a sentence or two; further in, the speaker may well report what others said. */
const MOST_SENTENCES = 2;

/** A third person reporting speech. */
const REPORTING =
  /\b(?:said|says|stated|states|stressed|noted|announced|emphasi[sz]ed|declared|told|addressed|delivered|spoke|made (?:this|the|a) (?:statement|remarks?|announcement)|(?:gave|held) (?:an?|his|her|the|this))\b|(?:^|[^\p{L}])(?:сказа|заяви|наголоси|зазначи|повідоми|підкресли|оголоси|зверну|виступи)(?:в|ла|вся|лася)(?![\p{L}])/iu;
/** The address itself named from outside. */
const ADDRESS_NAMED =
  /\b(?:in|during|at) (?:(?:his|her|the|an?|this) )?(?:\p{L}+[- ]){0,4}(?:address|speech|message|remarks|statement|appeal|briefing)\b|(?:^|[^\p{L}])(?:у|в|під час) (?:\p{L}+ ){0,4}(?:зверненн|виступ|промов|посланн)\p{L}*/iu;
/** "This" in an opening sentence: it can only mean the headline, which a speaker does not read out. */
const HEADLINE_MEANT =
  /\b(?:said|stated|announced|declared) (?:this|so)\b|\bmade this (?:statement|announcement)\b|(?:^|[^\p{L}])про це(?![\p{L}])/iu;
/** A publisher naming itself as the one who reports. */
const AGENCY_REPORTS =
  /(?:^|,|—|–|-|\.)\s*(?:as\s+)?(?:reported by\s+)?(?:\p{Lu}[\p{L}.-]*\s+){0,4}\p{Lu}[\p{L}.-]*\s+(?:reports?|reported|informs?|learned)\b|\b(?:reports?|reported by|according to) (?:the )?(?:\p{Lu}[\p{L}.-]*\s?){1,4}[.!]?$|(?:повідомля|переда|інформу)є\s+\p{Lu}/u;
/** An editor handing over to the text. */
const HANDING_OVER =
  /^(?:(?:the following|below|here) (?:is|are) (?:a|an|the) |)(?:(?:full|complete|verbatim|official|unofficial|english) )*(?:text|transcript|translation|version) of\b|^(?:(?:публікуємо|наводимо) )?повний текст (?:звернення|промови|виступу|послання)/iu;
/** The speaker speaking: no reporter writes so outside quotation marks. */
const FIRST_PERSON =
  /\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|we|we['’](?:re|ve|d|ll)|us|our|ours)\b|(?:^|[^\p{L}])(?:я|мене|мені|мій|моя|моє|мої|ми|нас|нам|наш|наша|наше|наші)(?![\p{L}])/iu;
const QUOTED = /["“«„][^"”»“]*["”»“]/gu;

/**
 * How many of the opening sentences are an agency's lead.
 * @param text the address
 * @param opening its sentences, at least the first three of them if there are so many
 * @param speaker name as the source gives it, or null
 * @returns 0 to 2; never all the sentences given
 */
export function leadSentences(
  text: string,
  opening: readonly Range[],
  speaker: string | null,
): number {
  const most = Math.min(MOST_SENTENCES, opening.length - 1);
  let lead = 0;
  for (let i = 0; i < most; i++) {
    const sentence = opening[i];
    if (!sentence) break;
    const words = text.slice(sentence.start, sentence.end);
    if (isReport(words, speaker, { first: i === 0, after: lead > 0 })) lead = i + 1;
  }
  return lead;
}

/**
 * @param place `first`: whether it opens the text, so that its "this" can mean only the headline;
 *   `after`: whether the sentence before is a lead, so that naming the agency is enough
 */
function isReport(
  sentence: string,
  speaker: string | null,
  place: { first: boolean; after: boolean },
): boolean {
  const outside = sentence.replace(QUOTED, " ");
  if (FIRST_PERSON.test(outside)) return false;
  if (HANDING_OVER.test(outside)) return true;
  const agency = AGENCY_REPORTS.test(outside);
  if (place.after && agency) return true;
  if (!REPORTING.test(outside)) return false;
  const named = speaker !== null && namesSpeaker(outside, speaker);
  const address = ADDRESS_NAMED.test(outside);
  if (address && place.first && HEADLINE_MEANT.test(outside)) return true;
  return [address, agency, named].filter(Boolean).length >= 2;
}

/** Whether the sentence has the speaker's family name, in any of its usual spellings (-skyy, -sky). */
function namesSpeaker(sentence: string, speaker: string): boolean {
  const names = tokenize(speaker).map((token) => spelling(token.folded));
  const family = names.at(-1);
  if (!family || family.length < 3) return false;
  return tokenize(sentence).some((token) => spelling(token.folded) === family);
}

function spelling(name: string): string {
  return foldWord(name).replace(/(?:yi|iy|yy|y|i)$/, "y");
}
