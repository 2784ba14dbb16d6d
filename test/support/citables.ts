/** Paragraphs to cite, each hard in its own way. Names of the cases name their golden files. */
import type { Citable } from "../../src/cite/citable.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";

const ORDINARY: Citable = {
  key: "7k3m9q2x",
  title: "Evening address on grain and power",
  speaker: "Volodymyr Zelenskyy",
  turnSpeaker: null,
  isVoiceDecided: false,
  speakerOffice: "President of Ukraine",
  speakerCountry: "UA",
  date: date("2022-09-28"),
  collection: "Evening addresses",
  occasion: null,
  place: "Kyiv",
  publisher: "A News Agency",
  sourceUrl: "https://news.example/addresses/1?a=1&b=2",
  lang: "en",
  kind: "speech",
  paragraphNumber: 7,
  paragraphText: "We said “never again” – and we meant it. The ports work, and the grain goes out.",
  permalink: "https://archive.example/p/7k3m9q2x",
  accessedOn: "2026-03-05",
  archiveName: "verbatim",
  revision: 1,
};

export const CITABLES: Record<string, Citable> = {
  ordinary: ORDINARY,
  "year-only": {
    ...ORDINARY,
    title: "General debate statement, Argentina, session 1",
    speaker: "Mr. Arce",
    speakerOffice: null,
    speakerCountry: "AR",
    date: date("1946"),
    place: null,
    occasion: "United Nations General Assembly, general debate",
    publisher: null,
    sourceUrl: null,
  },
  "month-only": {
    ...ORDINARY,
    title: "Message on the state of the union",
    speaker: "George H. W. Bush",
    speakerOffice: null,
    speakerCountry: "US",
    date: date("1990-05"),
  },
  "no-speaker": {
    ...ORDINARY,
    speaker: null,
    speakerOffice: null,
    speakerCountry: null,
    kind: "lead",
    paragraphNumber: null,
  },
  "another-speaker": {
    ...ORDINARY,
    title: "Debate with Richard Nixon in Chicago",
    speaker: null,
    turnSpeaker: "MR. NIXON",
    speakerOffice: null,
    speakerCountry: null,
    paragraphText: "Let us take hospitals.",
  },
  "two-speakers": {
    ...ORDINARY,
    speaker: "Mykhailo Podolyak; Denys Shmyhal",
    speakerOffice: null,
  },
  cyrillic: {
    ...ORDINARY,
    title: "Звернення про «зернову угоду»",
    speaker: "Володимир Зеленський",
    speakerOffice: "Президент України",
    lang: "uk",
    place: "Київ",
    paragraphText: "Ми казали: «Ніколи знову» — і ми це мали на увазі.",
  },
  "hostile-title": {
    ...ORDINARY,
    title: 'The "Bread & Butter" speech: 100% {of} $5_000 | [[why]] ~now~ #1 ^ \\end <b>?',
    speaker: "Martin Luther King, Jr.",
    speakerOffice: null,
    speakerCountry: "US",
    paragraphText:
      "He asked: \"Is 'x' < y & z?\" ''No'', they said | {{yes}} <script>alert(1)</script>",
  },
  "right-to-left": {
    ...ORDINARY,
    title: "كلمة في الجمعية العامة",
    speaker: "محمود عباس",
    speakerOffice: null,
    speakerCountry: "PS",
    lang: "ar",
    place: null,
    paragraphText: "قلنا ”أبداً“ ونعنيها.",
  },
  "long-paragraph": {
    ...ORDINARY,
    speaker: "Xi Jinping",
    speakerOffice: null,
    speakerCountry: "CN",
    paragraphText: Array.from(
      { length: 12 },
      (_, i) => `This is sentence ${i + 1} of a long paragraph with ten words.`,
    ).join(" "),
  },
};

function date(text: string) {
  const parsed = parsePartialDate(text);
  if (!parsed) throw new RangeError(`not a date: ${text}`);
  return parsed;
}
