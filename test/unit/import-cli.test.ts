import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { CLI, commandLine } from "../support/command-line.ts";
import { writeFolder } from "../support/import.ts";
import { signalledAt } from "../support/signals.ts";

const run = promisify(execFile);

describe("the command line", () => {
  let folder = "";
  let file = "";
  const env = () => ({ ...process.env, VERBATIM_DB: path.join(folder, "archive.db") });
  const verbatim = (...words: string[]) => commandLine(path.join(folder, "archive.db"))(...words);

  beforeEach(() => {
    folder = writeFolder({
      "evening.txt":
        "On grain\n\nThe President said this in his address, the agency reports. The grain goes out.",
    });
    file = path.join(folder, "evening.txt");
  });

  it("says once, with their number, that no copy fits some addresses", async () => {
    const line = (id: string, day: number, text: string) =>
      JSON.stringify({ id, title: id, date: `2022-05-0${day}`, lang: "en", text });
    const words = (n: number) =>
      [1, 6, 2, 4, 1, 5].map((sentences, p) =>
        Array.from(
          { length: sentences },
          (_, s) =>
            `In sentence ${p}.${s} we speak of matter ${n * (p * 7 + s)} and nothing besides that.`,
        ).join(" "),
      );
    const files = writeFolder({
      "walls.jsonl": [1, 2, 3].map((n) => line(`w${n}`, n, words(n).join(" "))).join("\n"),
      "copies.jsonl": line("c1", 1, words(1).join("\n\n")),
    });
    const copies = ["--paragraphs-from", path.join(files, "copies.jsonl")];
    const told = await verbatim("import", path.join(files, "walls.jsonl"), ...copies);
    expect(told.stdout.match(/breaks from/g)).toHaveLength(1);
    expect(told.stderr.split("\n").filter((said) => said.includes("copy"))).toEqual([
      "notice: No copy in --paragraphs-from has the day, language and words of 2 addresses without paragraphs of their own.",
    ]);
  });

  it("imports a file with the facts that are stated, and says what came of it", async () => {
    const facts = [
      "--date",
      "2022-09-28",
      "--speaker",
      "Jane Doe",
      "--country",
      "Ukraine",
      "--lang",
      "en",
    ];
    const more = ["--source-url", "https://example.org/1", "--by", "me", "--reason", "First copy"];
    const { code, stdout } = await verbatim("import", file, ...facts, ...more);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^created: 2022-09-28-on-grain, 1 paragraph\n1 created, 0 revised/);
    const db = openDatabase(path.join(folder, "archive.db"), { readonly: true });
    const { found } = createAddressReader(db).lookupSlug("2022-09-28-on-grain") as {
      found: { id: number };
    };
    const whole = createAddressReader(db).wholeAddress(found.id);
    expect(whole.address).toMatchObject({ speaker: "Jane Doe", speakerCountry: "UA" });
    expect(whole.source.url).toBe("https://example.org/1");
    expect(whole.revisions[0]).toMatchObject({ createdBy: "me", reason: "First copy" });
    db.close();
    const again = await verbatim("import", file, ...facts, ...more);
    expect(again.stdout).toMatch(/^unchanged: .*\n0 created, 0 revised, 1 unchanged/);
    const stats = (await verbatim("stats")).stdout;
    expect(stats).toMatch(/addresses +1\n/);
    expect(stats).toMatch(/no collection: 1 address, 1 paragraph, \d+ words\n/);
  });

  it("closes the archive in order, also when it cannot be read", async () => {
    await verbatim("import", file, "--date", "2022", "--title", "A");
    await verbatim("import", file, "--date", "2022", "--title", "B");
    const db = openDatabase(path.join(folder, "archive.db"));
    db.exec("UPDATE address SET word_count = 9223372036854775807");
    db.close();
    const { code } = await verbatim("stats");
    expect(code).not.toBe(0);
    expect(existsSync(path.join(folder, "archive.db-wal"))).toBe(false);
  });

  it("shows in a dry run what would happen, lead and all, and makes no file", async () => {
    const { stdout, code } = await verbatim(
      "import",
      file,
      "--date",
      "2022-09-28",
      "--lead",
      "1",
      "--dry-run",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("would be created: 2022-09-28-on-grain, 1 paragraph\n");
    expect(stdout).toContain("lead: The President said this in his address, the agency reports.");
    expect(stdout).toMatch(
      /Nothing was written\. 1 would be created, 0 would be revised, 0 unchanged, 0 failed; 1 paragraph\.\n$/,
    );
    expect(existsSync(path.join(folder, "archive.db"))).toBe(false);
  });

  it("makes no archive to read one that is not there, and says so", async () => {
    const missing = path.join(folder, "no", "where", "x.db");
    const { stderr } = await commandLine(missing)("stats");
    expect(stderr).toContain(`There is no archive at ${JSON.stringify(missing)}.`);
    expect(existsSync(path.dirname(missing))).toBe(false);
  });

  it("names what failed and exits with 1", async () => {
    const { code, stderr, stdout } = await verbatim(
      "import",
      file,
      path.join(folder, "missing.txt"),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("missing.txt: There is no such file.");
    expect(stderr).toContain("evening.txt: The date is missing.");
    expect(stdout).toContain("0 created, 0 revised, 0 unchanged, 2 failed");
  });

  it("names a setting that cannot be, and a file that is no archive, without a stack trace", async () => {
    const bad = await commandLine(file, { PORT: "many" })("stats");
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/PORT="many"/);
    const none = await commandLine(file)("stats");
    expect(none.stderr).toMatch(/evening\.txt" is not a SQLite database/);
    expect(none.stderr).not.toContain("    at ");
  });

  it.each([
    ["SIGHUP", 129],
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "stops at %s between two addresses: what is in stays in, and the rest follows later",
    async (signal, exitCode) => {
      const total = 12;
      // Several make up what is read at once: a signal is heard where more is read.
      const text = (n: number) => `Words number ${n}. `.repeat(1500);
      const facts = { date: "2022", lang: "en" };
      const line = (n: number) =>
        JSON.stringify({ ...facts, id: `${n}`, title: `Address ${n}`, text: text(n) });
      const lines = Array.from({ length: total }, (_, n) => line(n)).join("\n");
      const many = path.join(writeFolder({ "many.jsonl": lines }), "many.jsonl");
      const told = [...signalledAt(signal, { says: "created", time: 4 }), CLI, "import", many];
      const stopped = await run(process.execPath, told, { env: env() }).catch((error) => error);
      expect(stopped).toMatchObject({ code: exitCode, stderr: "" });
      const done = Number(/Stopped\. (\d+) created/.exec(stopped.stdout)?.[1]);
      expect(done).toBeGreaterThanOrEqual(4);
      expect(done).toBeLessThan(total);
      const rest = await verbatim("import", many);
      expect(rest.stdout).toContain(
        `${total - done} created, 0 revised, ${done} unchanged, 0 failed`,
      );
    },
  );

  it("explains every option that docs/importing.md names, and the other way round", async () => {
    const help = await Promise.all([verbatim("import", "--help"), verbatim("voice", "--help")]);
    const docs = readFileSync(path.resolve(import.meta.dirname, "../../docs/importing.md"), "utf8");
    const flags = (text: string) => new Set(text.match(/--[a-z]+(?:-[a-z]+)*/g));
    const known = flags(help.map(({ stdout }) => stdout).join());
    known.delete("--help");
    expect([...flags(docs)].sort()).toEqual([...known].sort());
  });
});
