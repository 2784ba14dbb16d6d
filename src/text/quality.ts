/** How good splitting and tagging were when they were last measured: `npm run eval:all` writes the figures. */
import figures from "./quality.json" with { type: "json" };

/** Figures over one set of human-marked data, ours and those of the simplest way that could be. */
export type Measured = {
  task: "paragraphs" | "countries" | "topics";
  /** What the set is, in words. */
  data: string;
  /** `precision`, `recall`, `f1`, `pk`, `windowDiff` …: shares from 0 to 1, but for counts. */
  ours: Record<string, number>;
  baseline: Record<string, number>;
};

export type Quality = {
  /** ISO day. */
  measuredOn: string;
  /** What was measured; the figures hold for no other. */
  splitterVersion: string;
  taxonomyVersion: string;
  sets: Measured[];
};

export const QUALITY = figures as unknown as Quality;
