import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listInputs } from "../../src/import/list-inputs.ts";
import { writeFolder } from "../support/import.ts";

describe("a folder", () => {
  it("is read whole, sorted by name, without hidden files and sidecars; other files are named", () => {
    const folder = writeFolder({
      "b.txt": "B",
      "a/2.jsonl": "",
      "a/1.md": "A",
      "a/1.yaml": "lang: en",
      ".hidden.txt": "",
      ".git/config.txt": "",
      "picture.png": "",
      "lone.yaml": "",
    });
    symlinkSync(folder, path.join(folder, "z-circle"));
    const { files, notices, failures } = listInputs([folder]);
    expect(files.map((file) => path.relative(folder, file.path))).toEqual([
      "a/1.md",
      "a/2.jsonl",
      "b.txt",
    ]);
    expect(files[0]?.sidecar).toBe(path.join(folder, "a/1.yaml"));
    expect(notices.map((notice) => path.basename(notice.split(":")[0] ?? ""))).toEqual([
      "lone.yaml",
      "picture.png",
      "z-circle",
    ]);
    expect(failures).toEqual([]);
  });

  it("or file that is not there, or of no known format, is a failure of its own", () => {
    const folder = writeFolder({ "x.pdf": "" });
    mkdirSync(path.join(folder, "empty"));
    const { failures } = listInputs([
      path.join(folder, "x.pdf"),
      path.join(folder, "y.txt"),
      path.join(folder, "empty"),
    ]);
    expect(failures.map((failure) => failure.problem)).toEqual([
      'The ending ".pdf" is no known format.',
      "There is no such file.",
    ]);
  });
});

describe("what is no file", () => {
  it("is told by name, and the rest of its folder is read: a link that leads to itself", () => {
    const folder = writeFolder({ "a.txt": "A", "z/b.txt": "B" });
    symlinkSync("loop.txt", path.join(folder, "loop.txt"));
    symlinkSync("nowhere.txt", path.join(folder, "gone.txt"));
    const { files, failures, notices } = listInputs([folder]);
    expect(files.map((file) => path.relative(folder, file.path))).toEqual(["a.txt", "z/b.txt"]);
    expect(failures.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/loop\.txt: It cannot be read \(ELOOP\)/),
    ]);
    expect(notices).toEqual([
      expect.stringMatching(/gone\.txt: passed over, because it is no file/),
    ]);
  });

  it("is never waited for: a pipe, a device", () => {
    const folder = writeFolder({ "a.txt": "A" });
    const pipe = path.join(folder, "pipe.txt");
    const device = path.join(folder, "zero.txt");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("/dev/zero", device);
    expect(listInputs([folder]).files).toHaveLength(1);
    expect(listInputs([pipe, device]).failures.map((failure) => failure.problem)).toEqual([
      "It is neither a file nor a folder.",
      "It is neither a file nor a folder.",
    ]);
  });
});
