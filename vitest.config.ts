import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

/** Where .ci/run wants the machine-readable report of the run. */
const report = process.env.VERBATIM_TEST_REPORT;

// Programs that tests start keep their compiled code, which is half of the time they take to start.
process.env.NODE_COMPILE_CACHE ??= path.join(tmpdir(), "node-compile-cache");

const EVERY = ["test/**/*.test.ts"];
const TOGETHER = ["test/*.test.ts", "test/{unit,web}/**/*.test.ts"];

export default defineConfig({
  test: {
    // Tests that leave nothing behind in their process share one: to start one and load all anew takes longer than most files.
    projects: [
      { extends: true, test: { name: "together", include: TOGETHER, isolate: false } },
      { extends: true, test: { name: "apart", include: EVERY, exclude: TOGETHER } },
    ],
    // Nothing is judged by how long it takes: these only end what hangs, on a loaded machine too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 100_000 } },
    // One more than cores: the tests of servers and browsers wait for them half of their time.
    maxWorkers: availableParallelism() + 1,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
