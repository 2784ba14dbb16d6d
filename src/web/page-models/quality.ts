/** How good splitting and tagging were when last measured, for people. */

import { formatDate, type PartialDate } from "../../domain/partial-date.ts";
import type { Measured, Quality } from "../../text/quality.ts";
import type { Fact } from "./address.ts";

export type MeasuredSection = { id: string; title: string; text: string[]; facts: Fact[] };

/** The simplest way that could be, by task. */
const BASELINES: Record<Measured["task"], string> = {
  paragraphs: "a break after every third sentence",
  countries: "looking for plain names alone",
  topics: "the commonest topic everywhere",
};

/**
 * @param running versions that this server runs with
 */
export function measuredSection(
  quality: Quality,
  running: { splitterVersion: string; taxonomyVersion: string },
): MeasuredSection {
  const { splitterVersion, taxonomyVersion, measuredOn, sets } = quality;
  const same =
    splitterVersion === running.splitterVersion && taxonomyVersion === running.taxonomyVersion;
  return {
    id: "measured",
    title: "How good it is",
    text: [
      `Measured on ${formatDate(measuredOn as PartialDate)} on texts that people marked: splitter version ${splitterVersion}, topics version ${taxonomyVersion}. Precision is the share of what was found that is right, recall the share of what is there that was found. Topics were judged by weights that had not seen the address in question.`,
      ...(same
        ? []
        : [
            `This archive runs with splitter version ${running.splitterVersion} and topics version ${running.taxonomyVersion}, for which these figures may not hold.`,
          ]),
    ],
    facts: sets.map((set) => ({ name: nameOf(set), value: figuresOf(set), url: null })),
  };
}

function nameOf({ task }: Measured): string {
  return { paragraphs: "Paragraph breaks", countries: "Countries", topics: "Topics" }[task];
}

function figuresOf({ task, data, ours, baseline }: Measured): string {
  const share = (figures: Record<string, number>, name: string) => percent(figures[name] ?? 0);
  return `${data}: precision ${share(ours, "precision")}, recall ${share(ours, "recall")}; ${BASELINES[task]} has ${share(baseline, "precision")} and ${share(baseline, "recall")}.`;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
