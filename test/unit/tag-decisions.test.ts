import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TopicTag } from "../../src/domain/address.ts";
import { settleTags, type TagDecision } from "../../src/domain/tag-decisions.ts";
import { createTagStore } from "../../src/store/tag-store.ts";
import { createTagEditor, type TagWish } from "../../src/tagging/decide-tags.ts";
import { TaggingError } from "../../src/tagging/editing.ts";
import type { Taxonomy } from "../../src/text/topics/taxonomy.ts";
import { openImportBench, simpleWork } from "../support/import.ts";

const topic = (slug: string, parent: string | null = null) => ({
  slug,
  parent,
  labels: { en: slug },
  description: slug,
  phrases: {},
  exclude: {},
  aliases: [],
});
const TAXONOMY: Taxonomy = {
  version: "test",
  topics: [topic("agriculture"), topic("grain-export", "agriculture"), topic("defence")],
};
const parentOf = (slug: string) => (slug === "grain-export" ? "agriculture" : null);
const found = (slug: string): TopicTag => ({
  topic: slug,
  confidence: 0.7,
  spans: [{ start: 0, end: 2 }],
});
const decision = (wish: TagWish): TagDecision => ({
  ...wish,
  key: "k",
  by: "",
  at: "",
  reason: "",
});
const wish = (verdict: TagWish["verdict"], value: string, kind: TagWish["kind"] = "topic") => ({
  verdict,
  value,
  kind,
});
const topicsAfter = (tags: string[], ...wishes: TagWish[]) =>
  settleTags({ topics: tags.map(found), mentions: [] }, wishes.map(decision), parentOf).topics.map(
    (tag) => tag.topic,
  );

describe("settled tags", () => {
  it("leave out what an editor removed, the parts of a removed major topic with it", () => {
    expect(topicsAfter(["agriculture", "grain-export"], wish("removed", "grain-export"))).toEqual([
      "agriculture",
    ]);
    expect(topicsAfter(["agriculture", "grain-export"], wish("removed", "agriculture"))).toEqual(
      [],
    );
  });

  it("hold what an editor added, and the major topic of an added part", () => {
    expect(topicsAfter([], wish("added", "grain-export"))).toEqual(["grain-export", "agriculture"]);
    expect(topicsAfter(["defence"], wish("added", "defence"))).toEqual(["defence"]);
  });

  it("keep the words that led to a tag which an editor confirmed, and call it the editor's", () => {
    const words = { topics: [found("defence")], mentions: [] };
    const { topics } = settleTags(words, [decision(wish("added", "defence"))], parentOf);
    expect(topics).toEqual([{ ...found("defence"), origin: "editor", confidence: 1 }]);
  });

  it("never lack the major topic of a part, whatever was decided", () => {
    const slug = fc.constantFrom("agriculture", "grain-export", "defence");
    const wishes = fc.array(
      fc.record({
        kind: fc.constant("topic" as const),
        verdict: fc.constantFrom("added" as const, "removed" as const),
        value: slug,
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), wishes, (farming, war, list) => {
        const before = [
          ...(farming ? ["agriculture", "grain-export"] : []),
          ...(war ? ["defence"] : []),
        ];
        const unique = [...new Map(list.map((one) => [one.value, one])).values()];
        const after = topicsAfter(before, ...unique);
        if (after.includes("grain-export")) expect(after).toContain("agriculture");
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });
});

function openEditor(text = "Ukraine sends grain.\n\nWords.") {
  const bench = openImportBench();
  bench.take({ text });
  const editor = createTagEditor(
    createTagStore(bench.db),
    simpleWork,
    TAXONOMY,
    () => new Date("2022-10-02T08:00:00Z"),
  );
  const shown = () => {
    const [first] = bench.whole().paragraphs;
    return [...(first?.topics ?? []), ...(first?.mentions ?? [])].map((tag) =>
      "topic" in tag ? tag.topic : tag.value,
    );
  };
  const key = bench.whole().paragraphs[0]?.key ?? "";
  return { ...bench, editor, shown, key };
}
const NOTE = { by: "ed", reason: "Read again" };

describe("an editor", () => {
  it("removes a wrong tag and adds a missing one, and both are on the record", () => {
    const { editor, key, shown } = openEditor();
    expect(shown()).toEqual(["grain-export", "UA"]);
    const { decisions } = editor.decide(
      key,
      [
        wish("removed", "grain-export"),
        wish("added", "defence"),
        wish("added", "Poland", "country"),
      ],
      NOTE,
    );
    expect(shown()).toEqual(
      ["defence", "UA", "PL"].sort((a, b) => shown().indexOf(a) - shown().indexOf(b)),
    );
    expect(decisions).toContainEqual({
      key,
      kind: "country",
      value: "PL",
      verdict: "added",
      at: "2022-10-02T08:00:00.000Z",
      ...NOTE,
    });
  });

  it("names topics by slug or name in any letter case, also to take a decision back", () => {
    const { editor, key, shown } = openEditor();
    editor.decide(key, [wish("removed", "Grain Export"), wish("added", "DEFENCE")], NOTE);
    expect(shown()).toEqual(
      ["UA", "defence"].sort((a, b) => shown().indexOf(a) - shown().indexOf(b)),
    );
    editor.undo(key, [wish("removed", "GRAIN-EXPORT")]);
    expect(shown()).toContain("grain-export");
    editor.decide(key, [wish("removed", "Defence")], NOTE);
    expect(shown()).not.toContain("defence");
    expect(() => editor.decide(key, [wish("removed", "Defence")], NOTE)).toThrow(
      `The topic defence was removed from ${key} by ed`,
    );
  });

  it("is told which parts went with a major topic, and of none that was named", () => {
    const { editor, key } = openEditor();
    editor.decide(key, [wish("added", "agriculture")], NOTE);
    const { partsGone } = editor.decide(key, [wish("removed", "Agriculture")], NOTE);
    expect(partsGone).toEqual([{ topic: "grain-export", parent: "agriculture" }]);
    editor.undo(key, []);
    editor.decide(key, [wish("added", "agriculture")], NOTE);
    const both = [wish("removed", "agriculture"), wish("removed", "grain-export")];
    expect(editor.decide(key, both, NOTE).partsGone).toEqual([]);
  });

  it("adds an organisation by any of its names, and takes it away again, apart from countries", () => {
    const { editor, key, shown } = openEditor();
    const given = editor.decide(
      key,
      [wish("added", "European Union", "organisation"), wish("removed", "UA", "country")],
      NOTE,
    );
    expect(given.mentions).toEqual([
      {
        kind: "organisation",
        value: "eu",
        start: 0,
        end: 0,
        rule: "editor",
        origin: "editor",
        confidence: 1,
      },
    ]);
    editor.decide(key, [wish("removed", "EU", "organisation")], NOTE);
    expect(shown()).toEqual(["grain-export"]);
  });

  it("gets what the words alone say by taking every decision back, or one of them", () => {
    const { editor, key, shown } = openEditor();
    editor.decide(key, [wish("removed", "grain-export"), wish("removed", "UA", "country")], NOTE);
    expect(shown()).toEqual([]);
    editor.undo(key, [wish("removed", "Ukraine", "country")]);
    expect(shown()).toEqual(["UA"]);
    editor.undo(key, []);
    expect(shown()).toEqual(["grain-export", "UA"]);
    expect(() => editor.undo(key, [])).toThrow(`No editor decided anything about ${key}.`);
  });

  it.each([
    [wish("added", "weather"), 'The topic "weather" is not in the taxonomy.'],
    [wish("added", "Atlantis", "country"), 'The country "Atlantis" is unknown.'],
    [
      wish("added", "Narnia", "organisation"),
      'The organisation "Narnia" is unknown. Give its slug (nato), its name or its abbreviation.',
    ],
    [
      wish("removed", "UA", "organisation"),
      'does not carry the organisation "UA". It carries: none.',
    ],
    [wish("removed", "defence"), 'does not carry the topic "defence". It carries: grain-export.'],
    [wish("removed", "PL", "country"), 'does not carry the country "PL". It carries: UA.'],
  ])("is told what cannot be: %o", (bad, message) => {
    const { editor, key, shown, reader } = openEditor();
    const version = reader.version();
    const good = wish("removed", "grain-export");
    expect(() => editor.decide(key, [good, bad], NOTE)).toThrow(message);
    expect(shown()).toEqual(["grain-export", "UA"]);
    expect(reader.version()).toBe(version);
  });

  it("is told who removed a tag already, and when, where it is to be removed again", () => {
    const { editor, key } = openEditor();
    editor.decide(key, [wish("removed", "UA", "country")], NOTE);
    const { by, at } = editor.show(key).decisions[0] ?? { by: "", at: "" };
    expect(() => editor.decide(key, [wish("removed", "Ukraine", "country")], NOTE)).toThrow(
      `The country UA was removed from ${key} by ${by} on ${at.slice(0, 10)} already. To take that back: --undo --remove-country UA`,
    );
    editor.undo(key, [wish("removed", "Ukraine", "country")]);
    expect(editor.decide(key, [wish("removed", "UA", "country")], NOTE).mentions).toEqual([]);
  });

  it("is told where and why a paragraph was taken out, rather than that there is none", () => {
    const { editor, key, take } = openEditor();
    const { slug } = take({ text: "Quite other words." }, { reason: "Corrected by the source" });
    expect(() => editor.show(key)).toThrow(
      `${key} was taken out of ${slug} in revision 2: Corrected by the source. Only a paragraph that stands can be decided about;`,
    );
  });

  it("is told of a tag that is to be added and removed at once, by whatever names", () => {
    const { editor, key, shown } = openEditor();
    const wishes = [wish("added", "Poland", "country"), wish("added", "PL", "country")];
    expect(() =>
      editor.decide(
        key,
        [wish("removed", "UA", "country"), wish("added", "Ukraine", "country")],
        NOTE,
      ),
    ).toThrow('The country "UA" is to be added and removed at once. Say one of the two.');
    expect(shown()).toEqual(["grain-export", "UA"]);
    expect(editor.decide(key, wishes, NOTE).decisions).toHaveLength(1);
  });

  it("signs with one line of plain text, and must sign", () => {
    const { editor, key } = openEditor();
    const note = { by: " Ann\n\u001b[31mB. ", reason: "seen\r\nin print\u0007" };
    const [decided] = editor.decide(key, [wish("removed", "UA", "country")], note).decisions;
    expect(decided).toMatchObject({ by: "Ann [31mB.", reason: "seen in print" });
    expect(() =>
      editor.decide(key, [wish("added", "PL", "country")], { by: " \n", reason: "" }),
    ).toThrow("Nobody is named who decides. Give --by a name.");
  });

  it("is told of a key that no paragraph has, of editorial matter, and of a topic held by its part", () => {
    const { editor, key, db } = openEditor();
    expect(() => editor.show("00000000")).toThrow('No paragraph has the key "00000000".');
    editor.decide(key, [wish("added", "grain-export")], NOTE);
    expect(() => editor.decide(key, [wish("removed", "agriculture")], NOTE)).toThrow(
      "stays as long as its part grain-export",
    );
    db.exec("UPDATE paragraph SET kind = 'note'");
    expect(() => editor.show(key)).toThrow(TaggingError);
  });

  it("raises the archive's version and queues the address for an index outside", () => {
    const { editor, key, db, reader } = openEditor();
    db.exec("DELETE FROM index_queue");
    const version = reader.version();
    editor.decide(key, [wish("added", "defence")], NOTE);
    expect(reader.version()).toBe(version + 1);
    expect(db.prepare("SELECT count(*) FROM index_queue").pluck().get()).toBe(1);
  });
});
