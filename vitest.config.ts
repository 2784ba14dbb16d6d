import { defineConfig } from "vitest/config";

/** Where .ci/run wants the machine-readable report of the run. */
const report = process.env.VERBATIM_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Left to itself, vitest leaves one core of two idle.
    maxWorkers: "100%",
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
