/** English adjectives that are also languages: "they speak Russian", "in English and French", "the Polish language". */
import type { PhraseMatch } from "../mentions/gazetteer.ts";
import type { Passage, Place } from "../mentions/passage.ts";
import { wordAfter } from "../mentions/words.ts";

const LANGUAGES = new Set(
  `albanian armenian azerbaijani belarusian bengali bulgarian burmese chinese croatian czech danish
  dutch english estonian fijian finnish french georgian german greek hungarian icelandic indonesian
  irish italian japanese kazakh khmer korean kyrgyz lao latvian lithuanian macedonian malagasy maltese
  mongolian nepali norwegian persian polish portuguese romanian russian samoan serbian slovak slovene
  slovenian somali spanish swedish tajik thai tongan turkish turkmen ukrainian uzbek vietnamese welsh`.split(
    /\s+/,
  ),
);

/** What stands before a language, or before the first of several. */
const USE =
  /\b(?:[Ss]peaks?|spoke|speaking|spoken|[Uu]nderstands?|understood|[Ll]earn|learned|learning|[Tt]each|taught|read|write|written|fluent|only|broken|perfect|in|into|from)\s$/;
const LANGUAGE_NOUN = /^(?:languages?|speakers?|speaking|dictionary|alphabet|grammar|literacy)$/;
/** What may follow the name of a language but not an adjective. */
const NO_NOUN =
  /^(?:but|to|as|at|in|with|well|is|was|for|by|on|fluently|because|that|which|who|so|if|when|than|nor|only|too|from|into|after|before|while)$/;
const LONGEST_LIST = 12;
const LIST = /^(?:,|,?\s(?:and|or)|,\s(?:and|or))?\s$/;

/** Whether an adjective names a language here and not a people. */
export function isLanguage({ passage, index, phrase, rule }: Place): boolean {
  if (rule !== "demonym" || !namesLanguage(passage, phrase)) return false;
  const first = endOfList(passage, index, -1);
  const last = endOfList(passage, index, 1);
  const { text } = passage;
  const next = wordAfter(text, last.end);
  if (next && LANGUAGE_NOUN.test(next.word.folded) && /^[\s-]$/.test(next.gap)) return true;
  if (!USE.test(text.slice(Math.max(0, first.start - 16), first.start))) return false;
  if (next === null || /^[^\s-]/.test(next.gap)) return true;
  return next.gap === " " && NO_NOUN.test(next.word.folded);
}

function namesLanguage({ text }: Passage, { start, end, words }: PhraseMatch): boolean {
  return words === 1 && LANGUAGES.has(text.slice(start, end).toLowerCase());
}

/** The outermost language of a list such as "English, Spanish and French", in one direction. */
function endOfList(passage: Passage, index: number, step: -1 | 1): PhraseMatch {
  let own = passage.phrases[index] as PhraseMatch;
  for (let i = 1; i <= LONGEST_LIST; i++) {
    const next = passage.phrases[index + i * step];
    if (!next || !namesLanguage(passage, next)) break;
    const [left, right] = step === 1 ? [own, next] : [next, own];
    if (!LIST.test(passage.text.slice(left.end, right.start))) break;
    own = next;
  }
  return own;
}
