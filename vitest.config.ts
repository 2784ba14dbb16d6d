import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Where .ci/run wants the machine-readable report of the run. */
const report = process.env.VERBATIM_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than cores: the tests of servers and browsers wait for them half of their time.
    maxWorkers: availableParallelism() + 1,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
