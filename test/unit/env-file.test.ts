import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EnvFileError, openEnvFile } from "../../src/env-file.ts";

describe("keys written into a file of settings", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "verbatim-env-"));
    file = path.join(folder, ".env");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("replace their own lines and leave every other byte as it is", () => {
    const other = Buffer.concat([Buffer.from("PORT=3001\r\n# name: "), Buffer.from([0xe9, 0x0a])]);
    const own = Buffer.from("export KEY = old\r\nKEY=older\nNOT_KEY=1\nLAST=x");
    writeFileSync(file, Buffer.concat([other, own]));
    openEnvFile(file).save({ KEY: "new", MORE: "2" });
    const written = Buffer.from("KEY=new\r\nNOT_KEY=1\nLAST=x\nMORE=2\n");
    expect(readFileSync(file)).toEqual(Buffer.concat([other, written]));
  });
  test("make the file where there is none, and let only this user read it", () => {
    openEnvFile(file).save({ KEY: "new" });
    expect(readFileSync(file, "utf8")).toBe("KEY=new\n");
    chmodSync(file, 0o644);
    openEnvFile(file).save({ KEY: "newer" });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([".env"]);
  });
  test("go where a link leads", () => {
    writeFileSync(path.join(folder, "real"), "A=1\n");
    symlinkSync("real", file);
    openEnvFile(file).save({ KEY: "new" });
    expect(readFileSync(path.join(folder, "real"), "utf8")).toBe("A=1\nKEY=new\n");
  });
  test("leave everything as it was when they could not be made", () => {
    writeFileSync(file, "A=1\n");
    openEnvFile(file).discard();
    expect(readFileSync(file, "utf8")).toBe("A=1\n");
    expect(readdirSync(folder)).toEqual([".env"]);
  });
  test("are refused in a sentence where no file can be, before anything is done", () => {
    const nowhere = path.join(folder, "no", "such");
    expect(() => openEnvFile(nowhere)).toThrow(EnvFileError);
    expect(() => openEnvFile(nowhere)).toThrow(/such cannot be written: ENOENT/);
    expect(() => openEnvFile(folder)).toThrow(/cannot be written: EISDIR/);
  });
});
