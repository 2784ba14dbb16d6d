/** An archive for journeys: several speakers, years, languages, and the hazards of each page. */
import { type GivenAddress, SMALL_ARCHIVE } from "../support/archive.ts";

const HARVEST_YEARS = [2012, 2014, 2016, 2017, 2019, 2020, 2021];

export const JOURNEY_ADDRESSES: readonly GivenAddress[] = [
  ...SMALL_ARCHIVE,
  ...HARVEST_YEARS.map((year, index): GivenAddress => {
    const turkish = index % 2 === 0;
    return {
      title: `Harvest address of ${year}`,
      date: `${year}-10-0${index + 1}`,
      speaker: index < 4 ? "Ada Miller" : "Boris Weaver",
      speakerOffice: "Minister of Agriculture",
      speakerCountry: "US",
      collection: "Harvest addresses",
      place: "Springfield",
      lang: "en",
      source: { nativeId: `harvest-${year}` },
      text: [
        "Dear farmers!",
        "Dear millers!",
        `Our farmers brought in the grain harvest, wheat and corn, and agriculture feeds the country again in ${year}.`,
        turkish
          ? "We sell grain to Turkey and to Egypt, and the farmers of Turkey buy our wheat."
          : "Nothing was sold abroad. The soil was poor and the rain came late.",
        "Thank you all, and a good winter.",
      ].join("\n\n"),
    };
  }),
  {
    title: `A title that goes on ${"and on ".repeat(30)}to its end`,
    date: "1961",
    lang: "en",
    completenessNote: "The published copy breaks off in the middle.",
    source: { nativeId: "long" },
    text: `${"The harvest of words is endless and nobody weighs it. ".repeat(60)}Only one grain of it is gold. ${"And so it goes on without an end. ".repeat(40)}`,
  },
  {
    title: "خطاب عن الحبوب",
    date: "1999-03-04",
    speaker: "متحدث",
    lang: "ar",
    source: { nativeId: "rtl" },
    text: "نحن نصدر القمح إلى مصر.",
  },
];
