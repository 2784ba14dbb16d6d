import { execFile, spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { RETAG } from "../../src/tagging/retag.ts";
import { CLI, commandLine } from "../support/command-line.ts";
import { writeFolder } from "../support/import.ts";
import { signalledAt } from "../support/signals.ts";

const TAXONOMY = path.resolve(import.meta.dirname, "../../src/text/topics/topics.yaml");
const UMBRELLAS =
  '\n  - slug: umbrellas\n    label: { en: Umbrellas }\n    description: "Shelter."\n    phrases: { en: { sure: "umbrella sector, umbrella maker" } }\n';
const run = promisify(execFile);

it("an editor corrects a tag, the archive is tagged anew by another taxonomy, and the correction stands", async () => {
  const folder = writeFolder({
    "a.txt":
      "On ports\n\nThe grain corridor works again, and the export of grain goes on from Ukraine, as NATO hopes.\n\nThe umbrella sector is growing, as every umbrella maker will gladly confirm to you.",
  });
  const archive = path.join(folder, "archive.db");
  const verbatim = commandLine(archive, { VERBATIM_TOPICS: "" });
  const tagsOf = () => {
    const db = openDatabase(archive, { readonly: true });
    const { paragraphs } = createAddressReader(db).wholeAddress(1);
    db.close();
    return paragraphs.map(({ key, topics, mentions }) => ({
      key,
      tags: [...topics.map(({ topic }) => topic), ...mentions.map(({ value }) => value)],
    }));
  };
  await verbatim("import", path.join(folder, "a.txt"), "--date", "2022-09-28", "--lang", "en");
  const key = tagsOf()[0]?.key ?? "";
  expect(tagsOf()[0]?.tags).toEqual(expect.arrayContaining(["grain-export", "UA"]));

  const permalink = `https://archive.example/p/${key}`;
  const wishes = ["--remove-country", "Ukraine", "--add-organisation", "UN"];
  const note = ["--by", "Jane", "--reason", "Read again"];
  const decided = await verbatim("tag", permalink, ...wishes, ...note);
  expect(decided.stdout).toMatch(
    /countries {6}none\norganisations {2}nato, un \(editor\)\ncountry UA removed by Jane on .*: Read again\norganisation un added by Jane/,
  );
  await verbatim("tag", key, "--add-topic", "schools", "agriculture");
  const listed =
    /^topics +(.*)$/m.exec((await verbatim("tag", key)).stdout)?.[1]?.split(", ") ?? [];
  expect(listed.length).toBeGreaterThan(2);
  expect(listed).toEqual(listed.toSorted());
  await verbatim("tag", key, "--undo", "--add-topic", "schools", "agriculture");
  const removed = await verbatim("tag", key, "--remove-topic", "Agriculture", "--by", "Jane");
  expect(removed.stdout).toContain("topic grain-export went with agriculture, as a part of it\n");
  await verbatim("tag", key, "--undo", "--remove-topic", "AGRICULTURE");
  const wrong = await verbatim("tag", key, "--add-topic", "umbrellas");
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toContain('The topic "umbrellas" is not in the taxonomy.');

  const absent = await verbatim("retag", "--topics", "missing.yaml");
  expect(absent).toMatchObject({ code: 1, stdout: "" });
  expect(absent.stderr).toContain("--topics missing.yaml: There is no such file.");
  expect(absent.stderr).not.toContain("VERBATIM_TOPICS");
  const topics = path.join(folder, "topics.yaml");
  writeFileSync(topics, readFileSync(TAXONOMY, "utf8") + UMBRELLAS);
  const plan = await verbatim("retag", "--topics", topics);
  expect(plan.code).toBe(1);
  expect(plan.stdout).toMatch(new RegExp(`topic +umbrellas +\\+1 +−0 +\\+${tagsOf()[1]?.key}`));
  expect(plan.stderr).toContain("Nothing was written. Say --yes");
  expect(tagsOf()[1]?.tags).not.toContain("umbrellas");

  const written = await verbatim("retag", "--topics", topics, "--yes");
  expect(written.code).toBe(0);
  expect(written.stdout).toContain(`Set VERBATIM_TOPICS=${topics} too`);
  expect(tagsOf()[1]?.tags).toContain("umbrellas");
  expect(tagsOf()[0]?.tags).toEqual(expect.arrayContaining(["nato", "un"]));
  expect(tagsOf()[0]?.tags).not.toContain("UA");

  const undone = await verbatim("tag", key, "--undo");
  expect(undone.stdout).toContain("countries      UA\norganisations  nato\n");
});

describe("Ctrl-C while the archive is tagged anew", () => {
  const PARAGRAPHS = 2 * RETAG.transaction + 1;

  /** An archive in which every paragraph is to gain a topic. */
  async function openLargeArchive() {
    const sentence = "The umbrella sector is growing, as every umbrella maker confirms";
    const words = Array.from({ length: PARAGRAPHS }, (_, i) => `${sentence} ${i}.`).join("\n\n");
    const folder = writeFolder({
      "a.txt": `On umbrellas\n\n${words}`,
      "topics.yaml": readFileSync(TAXONOMY, "utf8") + UMBRELLAS,
    });
    const env = {
      ...process.env,
      VERBATIM_DB: path.join(folder, "archive.db"),
      VERBATIM_TOPICS: "",
    };
    const facts = ["--date", "2022-09-28", "--lang", "en"];
    await run(process.execPath, [CLI, "import", path.join(folder, "a.txt"), ...facts], { env });
    const retag = [CLI, "retag", "--yes", "--topics", path.join(folder, "topics.yaml")];
    const tagged = () => {
      const db = openDatabase(env.VERBATIM_DB, { readonly: true });
      const count = db
        .prepare("SELECT count(*) FROM paragraph_topic WHERE topic = 'umbrellas'")
        .pluck()
        .get();
      db.close();
      return count;
    };
    return { env, retag, tagged };
  }

  it("stops after what is under way, says how far it came, and the same command writes the rest", async () => {
    const { env, retag, tagged } = await openLargeArchive();
    const moment = { says: "paragraphs", on: "stderr", after: "gain or lose a tag" } as const;
    const interrupted = [...signalledAt("SIGINT", moment), ...retag];
    const stopped = await run(process.execPath, interrupted, { env }).catch((error) => error);
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("Run the same command again to write the rest.");
    const written = RETAG.transaction;
    expect(stopped.stderr).toContain(`Stopped. ${written} of ${PARAGRAPHS} paragraphs are written`);
    expect(tagged()).toBe(written);
    const { stdout } = await run(process.execPath, retag, { env });
    expect(stdout).toContain(`Written: ${PARAGRAPHS - written} paragraphs.`);
    expect(tagged()).toBe(PARAGRAPHS);
  });

  const noTerminal = spawnSync("script", ["--version"]).status !== 0;
  it.skipIf(noTerminal)(
    "says on a terminal too that nothing was written while it only looked",
    async () => {
      const { env, retag, tagged } = await openLargeArchive();
      const words = [
        process.execPath,
        ...signalledAt("SIGINT", { says: " %", on: "stderr" }),
        ...retag,
      ];
      const command = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
      const child = spawn("script", ["-qec", command, "/dev/null"], { env });
      let shown = "";
      child.stdout.on("data", (chunk) => {
        shown += chunk;
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect(shown).toMatch(/Stopped\. Nothing was written\.\s*$/);
      expect(code).toBe(130);
      expect(tagged()).toBe(0);
    },
  );
});
