import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { writeFolder } from "../support/import.ts";

const CLI = path.resolve(import.meta.dirname, "../../src/cli.ts");
const TAXONOMY = path.resolve(import.meta.dirname, "../../src/text/topics/topics.yaml");
const run = promisify(execFile);

it("an editor corrects a tag, the archive is tagged anew by another taxonomy, and the correction stands", async () => {
  const folder = writeFolder({
    "a.txt":
      "On ports\n\nThe grain corridor works again, and the export of grain goes on from Ukraine, as NATO hopes.\n\nThe umbrella sector is growing, as every umbrella maker will gladly confirm to you.",
  });
  const env = { ...process.env, VERBATIM_DB: path.join(folder, "archive.db"), VERBATIM_TOPICS: "" };
  const verbatim = (...words: string[]) =>
    run(process.execPath, [CLI, ...words], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  const tagsOf = () => {
    const db = openDatabase(env.VERBATIM_DB, { readonly: true });
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
  const wrong = await verbatim("tag", key, "--add-topic", "umbrellas");
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toContain('The topic "umbrellas" is not in the taxonomy.');

  const topics = path.join(folder, "topics.yaml");
  const umbrellas =
    '\n  - slug: umbrellas\n    label: { en: Umbrellas }\n    description: "Shelter."\n    phrases: { en: { sure: "umbrella sector, umbrella maker" } }\n';
  writeFileSync(topics, readFileSync(TAXONOMY, "utf8") + umbrellas);
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
}, 120_000);
