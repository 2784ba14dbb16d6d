/** Random small archives, and random trees and requests over their words and values. */
import fc from "fast-check";
import type { FacetField, QueryNode } from "../../src/search/query/syntax.ts";
import { FACET_GROUPS, type SearchRequest } from "../../src/search/search-index.ts";
import type { TestAddress } from "./archive-file.ts";

/** Parts of the query language that an engine may leave to FTS5. */
export type Operator =
  | "word"
  | "prefix"
  | "phrase"
  | "near"
  | "title"
  | "field"
  | "date"
  | "or"
  | "not";
export const ALL_OPERATORS: readonly Operator[] = [
  "word",
  "prefix",
  "phrase",
  "near",
  "title",
  "field",
  "date",
  "or",
  "not",
];

const WORDS = [
  "grain",
  "grains",
  "export",
  "exported",
  "war",
  "wars",
  "the",
  "new",
  "news",
  "мир",
  "миру",
  "anti",
  "3.5",
  "粮",
];
const LANGUAGES = ["en", "uk", "fr", "xx"];
const TOPICS = ["energy", "grain", "defence"];
const COUNTRIES = ["UA", "DE", "SUHH"];
const ORGANISATIONS = ["un", "nato"];
const SPEAKERS = ["Lincoln", "Nehru"];
const COLLECTIONS = ["Evening", "Union"];
const DATES = ["1861", "1861-03", "1861-03-04", "1990", "2022-02", "2022-02-24", "2022-12-31"];
const DAYS = [18610101, 18610304, 18611231, 19900615, 20220224, 20220301, 20221231];

const word = fc.constantFrom(...WORDS);
const sentence = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(" "));

const paragraph = fc.record(
  {
    text: sentence(9),
    topics: fc.subarray(TOPICS),
    countries: fc.subarray(COUNTRIES),
    organisations: fc.subarray(ORGANISATIONS),
    turnSpeaker: fc.constant("Q"),
    kind: fc.constantFrom("speech", "speech", "speech", "note") as fc.Arbitrary<"speech" | "note">,
  },
  { requiredKeys: ["text", "topics", "countries", "organisations", "kind"] },
);

const address = fc.record({
  title: sentence(3),
  date: fc.constantFrom(...DATES),
  lang: fc.constantFrom(...LANGUAGES),
  speaker: fc.option(fc.constantFrom(...SPEAKERS)),
  collection: fc.option(fc.constantFrom(...COLLECTIONS)),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
});

/** Up to 90 paragraphs, fewer than a page holds. Titles are unique. */
export const archives: fc.Arbitrary<TestAddress[]> = fc
  .array(address, { minLength: 5, maxLength: 15 })
  .map((addresses) => addresses.map((a, n) => ({ ...a, title: `${a.title} ${n}` })));

/** Trees out of the operators an engine serves. */
export function trees(operators: readonly Operator[]): fc.Arbitrary<QueryNode> {
  const can = (...needed: Operator[]) => needed.every((one) => operators.includes(one));
  const folded = fc.array(word, { minLength: 1, maxLength: 3 });
  const leaves: fc.Arbitrary<QueryNode>[] = [
    word.map((text) => ({ type: "word", folded: text, text, prefix: false })),
  ];
  if (can("prefix")) {
    leaves.push(
      fc
        .constantFrom("gr", "ex", "wa", "ne", "ми", "ant")
        .map((text) => ({ type: "word", folded: text, text, prefix: true })),
    );
  }
  if (can("phrase")) {
    leaves.push(folded.map((words) => ({ type: "phrase", folded: words, text: words.join(" ") })));
  }
  if (can("near")) {
    leaves.push(
      fc.record({
        type: fc.constant("near" as const),
        folded: fc.uniqueArray(word, { minLength: 2, maxLength: 3 }),
        distance: fc.nat(4),
        text: fc.constant(""),
      }),
    );
  }
  if (can("title")) {
    leaves.push(folded.map((words) => ({ type: "title", folded: words, text: words.join(" ") })));
  }
  if (can("field")) leaves.push(fieldLeaf);
  if (can("date")) leaves.push(dateLeaf);
  return fc.letrec<{ tree: QueryNode }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 3, arbitrary: fc.oneof(...leaves) },
      { weight: 2, arbitrary: join("and", tie("tree")) },
      ...(can("or") ? [{ weight: 2, arbitrary: join("or", tie("tree")) }] : []),
      ...(can("not")
        ? [{ weight: 1, arbitrary: tie("tree").map((child) => ({ type: "not" as const, child })) }]
        : []),
    ),
  })).tree;
}

function join(type: "and" | "or", child: fc.Arbitrary<QueryNode>): fc.Arbitrary<QueryNode> {
  return fc.array(child, { minLength: 2, maxLength: 3 }).map((children) => ({ type, children }));
}

const fieldLeaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.constantFrom(...TOPICS, "unknown").map((value) => field("topic", value)),
  fc.constantFrom(...COUNTRIES, "XX").map((value) => field("country", value)),
  fc.constantFrom(...ORGANISATIONS, "xx").map((value) => field("organisation", value)),
  fc.constantFrom("lincoln", "nehru").map((value) => field("speaker", value)),
  fc.constantFrom("evening", "union").map((value) => field("collection", value)),
  fc.constantFrom(...LANGUAGES).map((value) => field("lang", value)),
);

function field(name: FacetField, value: string) {
  return { type: "field" as const, field: name, value };
}

const day = fc.option(fc.constantFrom(...DAYS));
const dateLeaf: fc.Arbitrary<QueryNode> = fc
  .tuple(day, day)
  .map(([from, to]) => ({ type: "date", from, to, text: "" }));

const VALUES = {
  topic: [...TOPICS, "unknown"],
  country: COUNTRIES,
  organisation: [...ORGANISATIONS, "unknown"],
  speaker: ["lincoln", "nehru"],
  collection: ["evening", "union"],
  lang: LANGUAGES,
  year: ["1861", "1990", "2022", "1066"],
};

/** Requests whose page holds every hit. */
export function requests(operators: readonly Operator[]): fc.Arbitrary<SearchRequest> {
  const filters = fc.record(
    Object.fromEntries(
      FACET_GROUPS.map((group) => [
        group,
        fc.oneof(
          { weight: 4, arbitrary: fc.constant([] as string[]) },
          { weight: 1, arbitrary: fc.subarray(VALUES[group]) },
        ),
      ]),
    ),
  ) as fc.Arbitrary<SearchRequest["filters"]>;
  return fc.record({
    tree: fc.option(trees(operators), { freq: 10 }),
    filters,
    dateFrom: fc.option(fc.constantFrom(...DAYS), { freq: 1 }),
    dateTo: fc.option(fc.constantFrom(...DAYS), { freq: 1 }),
    sort: fc.constantFrom("relevance", "newest", "oldest"),
    group: fc.constantFrom("paragraph", "address"),
    page: fc.constant(1),
    size: fc.constant(100),
  });
}
