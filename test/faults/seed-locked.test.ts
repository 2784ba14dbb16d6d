import { spawn } from "node:child_process";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openImportBench, writeFolder } from "../support/import.ts";

const MAIN = path.resolve(import.meta.dirname, "../../src/main.ts");

/** Starts the program; `said` collects both of its outputs. */
function start(file: string) {
  const env = { ...process.env, VERBATIM_DB: file, PORT: "0", VERBATIM_SEED: "on" };
  const child = spawn(process.execPath, [MAIN], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const program = {
    said: "",
    ended: new Promise<number | null>((resolve) => child.on("close", resolve)),
    says: (words: string) => expect.poll(() => program.said).toContain(words),
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      program.said += chunk;
    });
  }
  return program;
}

it("a first start beside a program that writes on and on says so in a sentence", async () => {
  const file = path.join(writeFolder({}), "archive.db");
  const other = openDatabase(file);
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  const program = start(file);
  expect(await program.ended).toBe(1);
  expect(program.said).toContain("another program is writing to the archive. Start again");
  expect(program.said).not.toContain("    at ");
});

it("a first start leaves an archive alone that another program fills in the meantime", async () => {
  const file = path.join(writeFolder({}), "archive.db");
  const other = openImportBench(file);
  other.db.exec("BEGIN IMMEDIATE");
  const program = start(file);
  await program.says("The archive is empty");
  other.take({ text: "One." });
  other.db.exec("COMMIT");
  await program.says("verbatim is ready");
  expect(createAddressReader(other.db).summary().addresses).toBe(1);
});
