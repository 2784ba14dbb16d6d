import path from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { commandLine } from "../support/command-line.ts";
import { writeFolder } from "../support/import.ts";

it("an editor corrects whose words paragraphs hold, sees it, and takes it back", async () => {
  const folder = writeFolder({
    "a.txt":
      "News conference\n\nQ: What of the budget?\n\nTHE PRESIDENT: It will be balanced.\n\nThank you, Mr. President.",
  });
  const archive = path.join(folder, "archive.db");
  const verbatim = commandLine(archive, { VERBATIM_TOPICS: "" });
  const facts = ["--date", "1976-02-17", "--lang", "en", "--speaker", "Gerald Ford"];
  const file = path.join(folder, "a.txt");
  await verbatim("import", file, ...facts, "--office", "President of the United States");
  const db = openDatabase(archive, { readonly: true });
  const keys = db
    .prepare("SELECT key FROM paragraph WHERE kind = 'speech' ORDER BY position")
    .pluck()
    .all() as string[];
  db.close();
  const [question = "", answer = "", thanks = ""] = keys;

  const shown = await verbatim("voice", question, thanks);
  expect(shown.stdout).toBe(
    [
      `${question}  1  “Q”  What of the budget?`,
      `${answer}  2  Gerald Ford  It will be balanced.`,
      `${thanks}  3  Gerald Ford  Thank you, Mr. President.\n`,
    ].join("\n"),
  );
  const permalink = `https://archive.example/p/${thanks}`;
  const note = ["--by", "Jane", "--reason", "The reporters end it"];
  const decided = await verbatim("voice", permalink, "--speaker", "Helen Thomas", ...note);
  expect(decided.stdout).toMatch(
    /3 {2}“Helen Thomas” {2}Thank you, Mr\. President\.\n {2}decided by Jane on \d{4}-\d\d-\d\d: The reporters end it\n$/,
  );
  expect((await verbatim("voice", question, answer, "--own")).stdout).toContain(
    "1  Gerald Ford  What of the budget?\n  decided by",
  );
  expect((await verbatim("voice", question, thanks, "--undo")).stdout).toBe(shown.stdout);

  const both = await verbatim("voice", question, "--own", "--speaker", "Ann");
  expect(both.code).toBe(1);
  expect(both.stderr).toContain("cannot be used with");
  const wrong = await verbatim("voice", thanks, question, "--own");
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toBe(
    `${question} stands before ${thanks}. Give the first paragraph first.\n`,
  );
});
